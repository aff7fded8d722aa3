/** Which files git says differ. */
import { execFileSync } from 'node:child_process';
import { VOCABULARY_FILES } from '../knowledge/schema/kinds.ts';

export interface ChangedFiles {
  /** Below the folder, with `/`: changed, new, and not yet known to git. */
  readonly present: readonly string[];
  readonly deleted: readonly string[];
}

/** Asked for what git cannot say. The message is a sentence for whoever asked. */
export class GitError extends Error {}

/**
 * What differs from where `base` and the present state parted, uncommitted changes included.
 *
 * @param folder only what lies below it
 * @throws NotInGit where the folder lies in no repository, or there is no such base
 */
export function findChangedFiles(folder: string, base: string): ChangedFiles {
  const git = (...words: string[]) => {
    const output = execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64_000_000,
    });
    return output.split('\0').filter(Boolean);
  };
  try {
    git('rev-parse', '--show-toplevel');
  } catch {
    throw new GitError(`${folder} lies in no git repository, so that nothing can be said to have changed.`);
  }
  let commit: string | undefined;
  try {
    [commit] = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`);
  } catch {
    throw new GitError(`There is no commit, branch or tag \`${base}\` in this git repository.`);
  }
  const diff = [
    'diff',
    '--name-only',
    '--no-renames',
    '--relative',
    '-z',
    '--merge-base',
    (commit ?? '').trim(),
  ];
  return {
    present: [
      ...git(...diff, '--diff-filter=d', '--', '.'),
      ...git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
    ],
    deleted: git(...diff, '--diff-filter=D', '--', '.'),
  };
}

/**
 * What differs, or everything where a change reaches further: a file that is gone may be linked to from
 * anywhere, and so may an entry of a vocabulary.
 */
export function findAffectedFiles(folder: string, base: string): string[] | undefined {
  const { present, deleted: gone } = findChangedFiles(folder, base);
  const vocabularies: readonly string[] = Object.values(VOCABULARY_FILES);
  const reachesFurther = gone.length > 0 || present.some((path) => vocabularies.includes(path));
  return reachesFurther ? undefined : [...present];
}
