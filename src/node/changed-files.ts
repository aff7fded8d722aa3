/** Finds the files of the content folder that differ from a commit, by asking git. */
import { execFileSync } from 'node:child_process';
import { VOCABULARY_FILES } from '../knowledge/schema/kinds.ts';
import { CommandError } from './command-error.ts';

/** Paths below the content folder, with `/`. */
export interface ChangedFiles {
  /** Changed, new, and not yet known to git. */
  readonly present: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * Finds what differs from the commit at which `base` and `HEAD` parted, uncommitted changes included.
 *
 * @param folder only files below it
 * @throws a CommandError if git cannot tell
 */
export function findChangedFiles(folder: string, base: string): ChangedFiles {
  const forkPoint = findForkPoint(folder, base);
  const diff = ['diff', '--name-only', '--no-renames', '--relative', '-z', forkPoint];
  return {
    present: [
      ...listPaths(folder, ...diff, '--diff-filter=d', '--', '.'),
      ...listPaths(folder, 'ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
    ],
    deleted: listPaths(folder, ...diff, '--diff-filter=D', '--', '.'),
  };
}

/**
 * Finds the files whose check may have a different result than at `base`: those that changed, or undefined for all
 * files. A deleted file may be linked to from anywhere, and so may an entry of a vocabulary.
 */
export function findAffectedFiles(folder: string, base: string): readonly string[] | undefined {
  const { present, deleted } = findChangedFiles(folder, base);
  const vocabularies: readonly string[] = Object.values(VOCABULARY_FILES);
  const affectsAll = deleted.length > 0 || present.some((path) => vocabularies.includes(path));
  return affectsAll ? undefined : present;
}

function findForkPoint(folder: string, base: string): string {
  if (runGit(folder, 'rev-parse', '--show-toplevel') === undefined) {
    throw new CommandError(`\`${folder}\` is not in a git repository. Run the command without --changed.`);
  }
  const isShallow = runGit(folder, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
  const fetchAdvice = 'This is a shallow clone: run `git fetch --unshallow`, then try again.';
  const commit = runGit(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`);
  if (commit === undefined) {
    const advice = isShallow ? fetchAdvice : 'Check the name, or fetch it.';
    throw new CommandError(`There is no commit, branch or tag \`${base}\` in this git repository. ${advice}`);
  }
  const forkPoint = runGit(folder, 'merge-base', commit.trim(), 'HEAD');
  if (forkPoint === undefined) {
    const advice = isShallow ? fetchAdvice : 'Name a base that the current branch started from.';
    throw new CommandError(`\`${base}\` and the current branch have no commit in common. ${advice}`);
  }
  return forkPoint.trim();
}

function listPaths(folder: string, ...words: string[]): string[] {
  return (runGit(folder, ...words) ?? '').split('\0').filter(Boolean);
}

/**
 * Returns the output, or undefined if git answers no.
 *
 * @throws a CommandError with the message of git if it fails for another reason
 */
function runGit(folder: string, ...words: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64_000_000,
      env: { ...process.env, ...REPOSITORY_OF_HOOK, LC_ALL: 'C' },
    });
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') {
      throw new CommandError('There is no `git` command. Install git, or run the command without --changed.');
    }
    const message = stderr
      .replace(/^fatal: /, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (message === '' || message.startsWith('not a git repository')) return undefined;
    throw new CommandError(`git reports: ${message}`);
  }
}

/** In a hook, git sets these for itself; in a linked worktree they make it take the content folder for the repository. */
const REPOSITORY_OF_HOOK = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};
