/** Writes files so that a failure never leaves half of one. */
import { randomUUID } from 'node:crypto';
import { chmod, link, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getErrorCode, toWriteError } from './file-errors.ts';
import { makeFolders } from './make-folders.mjs';

/**
 * Replaces a file as a whole, or creates it.
 *
 * @throws a CommandError if it cannot be written
 */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  try {
    const existing = await stat(path).catch(() => undefined);
    // A rename would replace a device or a pipe, such as /dev/null.
    if (existing && !existing.isFile()) {
      await writeFile(path, data);
      return;
    }
    const target = existing ? await realpath(path) : path;
    await writeThrough(target, data, (temporary) => rename(temporary, target), existing?.mode);
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
export async function createFile(path: string, data: string | Uint8Array): Promise<boolean> {
  await createFolder(dirname(path));
  try {
    // Unlike a rename, a second name for a file is never given if the name is taken.
    await writeThrough(path, data, async (temporary) => {
      await link(temporary, path);
      await rm(temporary);
    });
    return true;
  } catch (error) {
    if (getErrorCode(error) === 'EEXIST') return false;
    if (!HARD_LINK_ERRORS.includes(getErrorCode(error) ?? '')) throw toWriteError(error, path);
  }
  return createFileWithoutLink(path, data);
}

/** The errors of file systems that cannot give a file a second name, such as that of a USB stick. */
const HARD_LINK_ERRORS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

async function createFileWithoutLink(path: string, data: string | Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, data, { flag: 'wx', flush: true });
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
    makeFolders(path);
  } catch (error) {
    throw toWriteError(error, path);
  }
}

/** Returns a path next to a file, with a name that is never read as content. */
export function getTemporaryPath(path: string): string {
  return join(dirname(path), `.${randomUUID()}.tmp`);
}

/**
 * Writes a file that does not exist yet, and removes it after a failure.
 *
 * @throws the error of the system
 */
export async function writeNewFile(
  temporary: string,
  data: string | Uint8Array,
  mode?: number,
): Promise<void> {
  try {
    await writeFile(temporary, data, { flag: 'wx', flush: true });
    if (mode !== undefined) await chmod(temporary, mode);
  } catch (error) {
    if (getErrorCode(error) !== 'EEXIST') await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeThrough(
  path: string,
  data: string | Uint8Array,
  publish: (temporary: string) => Promise<void>,
  mode?: number,
): Promise<void> {
  const temporary = getTemporaryPath(path);
  await writeNewFile(temporary, data, mode);
  try {
    await publish(temporary);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
