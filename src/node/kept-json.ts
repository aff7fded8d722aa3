/** Files of the cache: JSON behind a line with the version of the code that wrote it and a hash. */
import { hash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCodeVersion } from './code-version.ts';
import { CommandError } from './command-error.ts';
import { getErrorCode } from './file-errors.ts';
import { createFolder, replaceFile } from './write-file.ts';

/** Returns undefined if the file does not exist, is damaged, or was written by other code. */
export async function readKeptJson(path: string): Promise<unknown> {
  try {
    const text = await readFile(path, 'utf8');
    const lineEnd = text.indexOf('\n');
    const json = text.slice(lineEnd + 1);
    return text.slice(0, lineEnd) === createFirstLine(json) ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}

/** A file in use is written again now and then, so the oldest ones are of folders that are gone. */
const MAX_FILES = 20;

/**
 * Replaces the file as a whole, and removes the oldest files next to it. If it cannot be written, nothing is kept.
 *
 * @param path in a folder that contains nothing but kept files
 */
export async function writeKeptJson(path: string, data: unknown): Promise<void> {
  const json = JSON.stringify(data);
  try {
    await createFolder(dirname(path));
    await replaceFile(path, `${createFirstLine(json)}\n${json}`);
    await removeOldest(dirname(path));
  } catch (error) {
    if (!(error instanceof CommandError) && getErrorCode(error) === undefined) throw error;
  }
}

async function removeOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  if (paths.length <= MAX_FILES) return;
  const files = await Promise.all(
    paths.map(async (path) => ({ path, time: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const oldest = files.sort((a, b) => b.time - a.time).slice(MAX_FILES);
  await Promise.all(oldest.map(({ path }) => rm(path, { force: true })));
}

function createFirstLine(json: string): string {
  return `${readCodeVersion()} ${hash('sha256', json)}`;
}
