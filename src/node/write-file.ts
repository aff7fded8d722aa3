/** Writes files so that a failure never leaves half of one. */
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { getErrorCode, toWriteError } from './file-errors.ts';

/**
 * Replaces a file as a whole, or creates it.
 *
 * @throws a CommandError if it cannot be written
 */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  try {
    const existing = await stat(path).catch(() => undefined);
    // A rename would replace a device or a pipe, such as /dev/null.
    if (existing && !existing.isFile()) await writeFile(path, data);
    else await writeAndRename(existing ? await realpath(path) : path, data, existing?.mode);
  } catch (error) {
    throw toWriteError(error, path);
  }
}

/**
 * Creates a file, and the folders above it.
 *
 * @returns false if the file exists already: it is not overwritten
 * @throws a CommandError if it cannot be written
 */
export async function createFile(path: string, data: string): Promise<boolean> {
  await createFolder(dirname(path));
  try {
    await writeFile(path, data, { flag: 'wx' });
    return true;
  } catch (error) {
    if (getErrorCode(error) === 'EEXIST') return false;
    await rm(path, { force: true });
    throw toWriteError(error, path);
  }
}

/** @throws a CommandError if it cannot be created */
export async function createFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw toWriteError(error, path);
  }
}

/** Returns a path next to a file. Its name starts with a dot, so that it is never read as content. */
export function getTemporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${threadId}.tmp`);
}

async function writeAndRename(path: string, data: string | Uint8Array, mode?: number): Promise<void> {
  const temporary = getTemporaryPath(path);
  try {
    await writeFile(temporary, data);
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
