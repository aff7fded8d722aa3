/** Asks git, without running anything that a repository configures. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './command-error.ts';

export class MissingGitError extends CommandError {}

const MAX_OUTPUT_BYTES = 1_000_000_000;

/**
 * Runs git in a folder.
 *
 * @param input for its standard input
 * @returns its output, or undefined if it answers no without an error message, or the folder is in no repository
 * @throws a CommandError with the message of git if it fails for another reason, a MissingGitError if there is no git
 */
export function runGit(folder: string, words: readonly string[], input = ''): Buffer | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...SAFE_OPTIONS, ...words], {
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: MAX_OUTPUT_BYTES,
      env: { ...process.env, ...REPOSITORY_OF_HOOK, GIT_NO_REPLACE_OBJECTS: '1', LC_ALL: 'C' },
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT') {
      throw new MissingGitError(
        'There is no `git` command. Install git, or run the command without --changed.',
      );
    }
    const message = (stderr?.toString() ?? '')
      .replace(/^fatal: /, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (message === '' || message.startsWith('not a git repository')) return undefined;
    throw new CommandError(`git reports: ${message}`);
  }
}

/**
 * Returns the folder from which to ask git about a folder, and the path from there. A folder with `HEAD`, `objects/` and
 * `refs/` is a repository to git, which refuses to work in it; a pull request can add these to the content.
 *
 * @returns the path with `/` at its end, or empty if it is the folder itself
 */
export function findGitFolder(folder: string): { readonly from: string; readonly path: string } {
  const looksBare =
    !existsSync(join(folder, '.git')) &&
    ['HEAD', 'objects', 'refs'].every((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }));
  if (!looksBare) return { from: folder, path: '' };
  const real = realpathSync(folder);
  const { from, path } = findGitFolder(dirname(real));
  return { from, path: `${path}${basename(real)}/` };
}

/** Returns the output as text, without the line break at its end. */
export function askGit(folder: string, ...words: string[]): string | undefined {
  return runGit(folder, words)?.toString().replace(/\n$/, '');
}

/**
 * Keeps git from taking the content folder itself for a repository if a pull request adds `HEAD`, `objects/` and
 * `refs/` to it: the `config` next to them could name commands to run. See `safe.bareRepository` in git-config.
 */
const SAFE_OPTIONS = ['-c', 'safe.bareRepository=explicit'];

/** In a hook, git sets these for itself; in a linked worktree they make it take the content folder for the repository. */
const REPOSITORY_OF_HOOK = {
  GIT_DIR: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_IMPLICIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_SHALLOW_FILE: undefined,
  GIT_NAMESPACE: undefined,
  GIT_PREFIX: undefined,
};
