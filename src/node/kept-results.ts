/**
 * Keeps results in the user's cache folder, each with the questions that it asked about the content and a hash of the
 * answers: rendered pages of a site, entries of documents, and what the search index has of each document.
 */
import { hash } from 'node:crypto';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { RESULTS_FOLDER } from './cache-folder.ts';
import { getErrorCode } from './file-errors.ts';
import { makeFolders } from './make-folders.mjs';

/** Names the folder of the kept pages in the environment. `kb build` sets it; without it, every page is rendered. */
export const PAGES_VARIABLE = 'HINDSIGHT_PAGES';

export interface KeptResult {
  /** The questions, as JSON. */
  readonly asked: readonly string[];
  /** A hash of the answers. */
  readonly answers: string;
  /** Of the response, for a page. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** Each site and each version of the code has folders of its own. */
const MAX_FOLDERS = 4;

/**
 * Returns the folder for results of one type, and removes those that were opened the longest ago.
 *
 * @param dependsOn everything that the results depend on, other than their names and the questions that they asked
 */
export async function openKeptFolder(
  type: 'pages' | 'entries' | 'valid-entries' | 'indexed',
  dependsOn: Readonly<Record<string, string | undefined>>,
  results = RESULTS_FOLDER,
): Promise<string> {
  const location = join(results, type);
  const folder = join(location, hash('sha256', JSON.stringify(dependsOn)).slice(0, 32));
  try {
    makeFolders(folder);
    const now = new Date();
    await utimes(folder, now, now);
    for (const old of (await listOldestFirst(location)).slice(0, -MAX_FOLDERS)) {
      await rm(old.path, { recursive: true, force: true });
    }
  } catch (error) {
    ignoreSystemError(error);
  }
  return folder;
}

/** Removes the results that were neither used nor written since a time, in milliseconds since 1970. */
export async function removeUnused(folder: string, since: number): Promise<void> {
  try {
    for (const { path, time } of await listOldestFirst(folder)) {
      if (time >= since) break;
      await rm(path, { force: true });
    }
  } catch (error) {
    ignoreSystemError(error);
  }
}

/** Returns undefined if there is no such result, or its file is damaged. */
export function readKept(folder: string, name: string): KeptResult | undefined {
  const path = join(folder, name);
  try {
    const file = readFileSync(path);
    const packed = file.subarray(HASH_LENGTH);
    if (file.toString('latin1', 0, HASH_LENGTH) !== hash('sha256', packed)) return undefined;
    const bytes = gunzipSync(packed);
    const lineEnd = bytes.indexOf('\n');
    const head = JSON.parse(bytes.toString('utf8', 0, lineEnd)) as Omit<KeptResult, 'body'>;
    return { ...head, body: bytes.subarray(lineEnd + 1) };
  } catch {
    return undefined;
  }
}

/** Keeps the result for `removeUnused`. */
export function markUsed(folder: string, name: string): void {
  const now = new Date();
  try {
    utimesSync(join(folder, name), now, now);
  } catch (error) {
    ignoreSystemError(error);
  }
}

/** If the result cannot be written, it is not kept. */
export function writeKept(folder: string, name: string, { body, ...head }: KeptResult): void {
  // The fastest level: files of text become a fifth.
  const packed = gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]), { level: 1 });
  try {
    makeFolders(folder);
    writeFileSync(join(folder, name), Buffer.concat([Buffer.from(hash('sha256', packed), 'latin1'), packed]));
  } catch (error) {
    ignoreSystemError(error);
  }
}

/** Returns a value that `writeKeptValue` wrote, and keeps it for `removeUnused`. */
export function readKeptValue<Value>(folder: string, name: string): Value | undefined {
  const found = readKept(folder, name);
  if (!found) return undefined;
  markUsed(folder, name);
  return JSON.parse(new TextDecoder().decode(found.body));
}

/** @param value plain data, which depends on nothing but its name and what `openKeptFolder` got */
export function writeKeptValue(folder: string, name: string, value: unknown): void {
  writeKept(folder, name, {
    asked: [],
    answers: '',
    body: new TextEncoder().encode(JSON.stringify(value)),
  });
}

/** In hexadecimal digits. */
const HASH_LENGTH = 64;

async function listOldestFirst(folder: string): Promise<{ path: string; time: number }[]> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      return { path, time: (await stat(path)).mtimeMs };
    }),
  );
  return files.sort((a, b) => a.time - b.time);
}

function ignoreSystemError(error: unknown): void {
  if (getErrorCode(error) === undefined) throw error;
}
