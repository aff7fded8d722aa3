/** Finds the files of editors that are part of the repository, where everybody can read them. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporaryFile } from '../knowledge/source/temporary-files.ts';
import { findGitFolder, MissingGitError, runGit } from './git.ts';

/**
 * Lists the temporary files and backups below a folder that git tracks, and that are on disk, ignored or not.
 *
 * @returns their paths below the folder, with `/`; none if the folder is in no repository, or there is no git
 * @throws a CommandError if git cannot tell
 */
export function listTrackedTemporaryFiles(folder: string): string[] {
  const paths = new Set(listTrackedFiles(folder).filter(isTemporaryFile));
  return [...paths].filter((path) => isOnDisk(folder, path));
}

function listTrackedFiles(folder: string): string[] {
  // Without a monitor, which is a command that the repository names.
  const words = ['-c', 'core.fsmonitor=false', 'ls-files', '--cached', '--recurse-submodules', '-z'];
  const { from, path } = findGitFolder(folder);
  try {
    const paths =
      runGit(from, [...words, '--', ...(path ? [`:(literal)${path}`] : [])])
        ?.toString()
        .split('\0') ?? [];
    return paths.flatMap((each) => (each.startsWith(path) ? [each.slice(path.length)] : []));
  } catch (error) {
    if (error instanceof MissingGitError) return [];
    throw error;
  }
}

/** A file that is deleted but not yet committed is on its way out. A name that is not UTF-8 cannot be looked up. */
function isOnDisk(folder: string, path: string): boolean {
  return path.includes('\uFFFD') || lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;
}
