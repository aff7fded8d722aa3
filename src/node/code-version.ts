import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RESULTS_FOLDER } from './cache-folder.ts';
import { getErrorCode } from './file-errors.ts';
import { makeFolders } from './make-folders.mjs';

const PROJECT = join(import.meta.dirname, '../..');
/** The code that reads, checks and searches content, and its tables. */
const FOLDERS = ['src/knowledge', 'src/node', 'src/search'];
/** The exact versions of all packages. */
const PACKAGES_FILE = 'package-lock.json';
const SITE_SETTINGS_FILE = 'astro.config.mjs';

let version: string | undefined;

/** Returns a hash of everything but the content that a kept result depends on: our code, packages, Node. */
export function readCodeVersion(): string {
  version ??= readVersion('commands', [...FOLDERS, PACKAGES_FILE]);
  return version;
}

/** Returns a hash of everything but the content that a page of the site depends on. */
export function readSiteCodeVersion(): string {
  return readVersion('site', ['src', 'public', SITE_SETTINGS_FILE, PACKAGES_FILE]);
}

/** A version that was found before, with the marks of all files and folders at that time. */
interface KnownVersion {
  readonly node: string;
  readonly version: string;
  readonly marks: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns a hash of files, and of all files in folders.
 *
 * To read them takes longer than a search. The hash is therefore kept, and used again while no file and no folder has
 * changed by its size and its times, as git does.
 *
 * @param project the folder of the paths
 */
export function readVersion(
  name: string,
  paths: readonly string[],
  { project = PROJECT, results = RESULTS_FOLDER } = {},
): string {
  const file = join(
    results,
    'code-versions',
    `${hash('sha256', JSON.stringify([project, name, paths]))}.json`,
  );
  const known = readKnown(file);
  const node = JSON.stringify(process.versions);
  if (known?.node === node) {
    const isSame = Object.entries(known.marks).every(
      ([path, mark]) => readMark(join(project, path)) === mark,
    );
    if (isSame) return known.version;
  }
  const found = paths.flatMap((path) => listPaths(project, path)).sort();
  // Before the files are read: what changes in between is then found by the next call.
  const marks = Object.fromEntries(found.map((path) => [path, readMark(join(project, path))]));
  const sum = createHash('sha256').update(node);
  for (const path of found) {
    const full = join(project, path);
    sum.update(`\0${path}\0`);
    if (!statSync(full).isDirectory()) sum.update(readFileSync(full));
  }
  const created: KnownVersion = { node, version: sum.digest('hex'), marks };
  writeKnown(file, created);
  return created.version;
}

function listPaths(project: string, path: string): string[] {
  if (!statSync(join(project, path)).isDirectory()) return [path];
  const inside = readdirSync(join(project, path), { recursive: true, encoding: 'utf8' });
  return [path, ...inside.map((name) => join(path, name))];
}

/** Returns a text that differs if the file or the list of the files in the folder changed. */
function readMark(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
}

/** Returns undefined if there is none, or its file is damaged. */
function readKnown(file: string): KnownVersion | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const json = text.slice(HASH_LENGTH);
    return text.slice(0, HASH_LENGTH) === hash('sha256', json) ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

/** In hexadecimal digits. */
const HASH_LENGTH = 64;

/** If it cannot be written, it is not kept. */
function writeKnown(file: string, known: KnownVersion): void {
  const json = JSON.stringify(known);
  try {
    makeFolders(dirname(file));
    writeFileSync(file, hash('sha256', json) + json);
  } catch (error) {
    if (getErrorCode(error) === undefined) throw error;
  }
}
