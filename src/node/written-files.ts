/**
 * The list of the files that a build wrote, in the folder of the site. Only what is in the list is ever deleted: a folder
 * that contains a site can also contain files that somebody put there later.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const FILE_LIST = '.hindsight-files';
const EXPLANATION =
  '# The files that a build of this site wrote. The next build deletes them, and no others.';

/** Writes the list of all files that are in a folder now, and of the others that are named. */
export function writeFileList(folder: string, others: Iterable<string> = []): void {
  const paths = new Set([...listFiles(folder), ...others]);
  paths.delete(FILE_LIST);
  writeFileSync(join(folder, FILE_LIST), `${[EXPLANATION, ...[...paths].sort()].join('\n')}\n`);
}

/** Returns the paths below a folder in its list, with `/`; undefined if it has no list. */
export function readFileList(folder: string): ReadonlySet<string> | undefined {
  const file = join(folder, FILE_LIST);
  if (!existsSync(file)) return undefined;
  const [explanation, ...paths] = readFileSync(file, 'utf8').split('\n');
  return explanation?.startsWith('# ') ? new Set(paths.filter(Boolean)) : undefined;
}

/**
 * Finds a file that is not in a list.
 *
 * @param known paths below the folder, with `/`
 * @param except the names of entries to leave out
 * @returns its path below the folder, empty if the folder itself is something else
 */
export function findOtherFile(
  folder: string,
  known: ReadonlySet<string>,
  except: readonly string[] = [],
): string | undefined {
  const isList = (path: string) => path === FILE_LIST && readFileList(folder) !== undefined;
  return listFiles(folder, except).find((path) => !known.has(path) && !isList(path));
}

/** Deletes a folder that a build wrote. The list goes last, so that what an interrupted deletion leaves is still known. */
export function removeWrittenFolder(folder: string): void {
  const options = { recursive: true, force: true, maxRetries: 3 };
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name !== FILE_LIST) rmSync(join(folder, name), options);
  }
  rmSync(folder, options);
}

/** Lists everything but folders, without following links: an empty path if it is not a folder itself. */
function listFiles(folder: string, except: readonly string[] = []): string[] {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [''];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !except.includes(name))
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      const inside = join(folder, entry.name);
      return readdirSync(inside, { withFileTypes: true, recursive: true })
        .filter((deeper) => !deeper.isDirectory())
        .map((deeper) => relative(folder, join(deeper.parentPath, deeper.name)).split(sep).join('/'));
    });
}
