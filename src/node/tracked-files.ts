/** Finds what git tracks below a folder and what is no content: files of editors, which everybody can read, and submodules. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTemporaryFile } from '../knowledge/source/temporary-files.ts';
import { findGitFolder, MissingGitError, runGit } from './git.ts';

export interface TrackedFiles {
  /** Temporary files and backups that are on disk, ignored or not. */
  readonly temporary: readonly string[];
  /** Folders in which git expects another repository, with its files or without them. */
  readonly submodules: readonly string[];
  /** True if the folder is in a repository, and there is no git to ask. */
  readonly isUnknown?: true;
}

/**
 * Lists what git tracks below a folder and what is no content.
 *
 * @returns paths below the folder, with `/`; none if the folder is in no repository
 * @throws a CommandError if git cannot tell
 */
export function listTrackedFiles(folder: string): TrackedFiles {
  const { from, path } = findGitFolder(folder);
  // Without a monitor, which is a command that the repository names.
  const list = (...words: string[]): string[] =>
    runGit(from, [
      '-c',
      'core.fsmonitor=false',
      'ls-files',
      '-z',
      ...words,
      '--',
      ...(path ? [`:(literal)${path}`] : []),
    ])
      ?.toString()
      .split('\0') ?? [];
  const select = (paths: readonly string[]): string[] => [
    ...new Set(paths.flatMap((each) => (each.startsWith(path) ? [each.slice(path.length)] : []))),
  ];
  try {
    const submodules = list('--stage').flatMap((entry) => SUBMODULE_ENTRY.exec(entry)?.groups?.path ?? []);
    const temporary = select(list('--cached', '--recurse-submodules')).filter(isTemporaryFile);
    return {
      temporary: temporary.filter((each) => isOnDisk(folder, each)),
      submodules: select(submodules).filter((each) => isOnDisk(folder, each)),
    };
  } catch (error) {
    if (!(error instanceof MissingGitError)) throw error;
    return {
      temporary: [],
      submodules: [],
      ...(isInRepository(realpathSync(folder)) ? { isUnknown: true } : {}),
    };
  }
}

/** The mode, the id of a commit, and the stage, as `git ls-files --stage` prints them. */
const SUBMODULE_ENTRY = /^160000 [\da-f]+ \d\t(?<path>.*)$/s;

/** A file that is deleted but not yet committed is on its way out. A name that is not UTF-8 cannot be looked up. */
function isOnDisk(folder: string, path: string): boolean {
  return path.includes('\uFFFD') || lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInRepository(parent);
}
