/** Checks the places of output, because what is there is replaced. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse, relative, resolve, sep } from 'node:path';
import { CACHE_FOLDER } from './cache-folder.ts';
import { CommandError } from './command-error.ts';
import { getContentFolder } from './content-files.ts';
import { findForeignFile } from './replace-folder.ts';
import { resolveLinks } from './resolve-links.ts';
import { FILE_LIST } from './written-files.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const ADVICE = 'Choose a new folder, or an empty one.';

/** A file that every build of this site has. */
const BUILD_MARK = 'pagefind/content-hash.txt';

/**
 * Checks that a build can replace a folder without the loss of anything but an earlier build.
 *
 * @param folder it need not exist
 * @throws a CommandError if it is or contains a folder that somebody needs, is inside one, or contains a file that no
 *   build of this program wrote
 */
export function checkSiteFolder(folder: string): void {
  const target = resolveLinks(folder);
  const reason = findConflict(target) ?? findOtherFiles(folder, target);
  if (reason === undefined) return;
  throw new CommandError(
    `Cannot build into \`${folder}\`, because a build replaces it: ${reason}. ${ADVICE}`,
  );
}

/**
 * Checks that a file for output does not replace a source of the site, and does not become one.
 *
 * @throws a CommandError if it is below the content folder, `src` or `public`, or in `.git`
 */
export function checkOutputFile(file: string): void {
  const reason = findSource(resolveLinks(file));
  if (reason !== undefined)
    throw new CommandError(`Cannot write \`${file}\`: ${reason}. Choose another place.`);
}

function findConflict(target: string): string | undefined {
  if (target === parse(target).root) return 'it is the root of the file system';
  for (const [name, path] of listNeeded()) {
    if (target === path) return `it is ${name}`;
    if (isInside(path, target)) return `it contains ${name}`;
  }
  if (existsSync(join(target, '.git'))) return 'it contains a git repository';
  return findSource(target);
}

function findSource(target: string): string | undefined {
  for (const [name, path] of listSources()) if (isInside(target, path)) return `it is inside ${name}`;
  return target.split(sep).includes('.git') ? 'it belongs to git' : undefined;
}

/** A build does not delete them, nor what is above them. */
function listNeeded(): [name: string, path: string][] {
  const needed: [string, string][] = [
    ['this project', PROJECT],
    ['the current folder', process.cwd()],
    ['your home folder', homedir()],
    ['the cache of this project', CACHE_FOLDER],
    ...listSources(),
  ];
  return needed.map(([name, path]) => [name, resolveLinks(path)]);
}

/** A site inside them would be read as a source of the next build. */
function listSources(): [name: string, path: string][] {
  const sources: [string, string][] = [
    ['the content folder', getContentFolder()],
    ['the `src` folder of this project', join(PROJECT, 'src')],
    ['the `public` folder of this project', join(PROJECT, 'public')],
  ];
  return sources.map(([name, path]) => [name, resolveLinks(path)]);
}

function findOtherFiles(folder: string, target: string): string | undefined {
  // Everything in it is temporary.
  if (isInside(target, resolveLinks(CACHE_FOLDER))) return undefined;
  const foreign = findForeignFile(target);
  if (!foreign) return undefined;
  if (foreign.folder !== target) return `\`${join(foreign.folder, foreign.path)}\` is in the way`;
  return existsSync(join(target, BUILD_MARK)) && !existsSync(join(target, FILE_LIST))
    ? `it has a site without \`${FILE_LIST}\`, the list of what a build wrote. If it has nothing else, delete \`${folder}\``
    : `it has files that no build of this site wrote, such as \`${foreign.path}\``;
}

function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && resolve(folder, below) === path;
}
