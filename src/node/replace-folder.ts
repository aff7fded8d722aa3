/** Replaces a folder as a whole, so that a failure leaves the previous one as it was. Deletes nothing but what it wrote. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './command-error.ts';
import { getErrorCode, toWriteError } from './file-errors.ts';
import { withFolderLock } from './folder-lock.ts';
import { makeFolders } from './make-folders.mjs';
import { resolveLinks } from './resolve-links.ts';
import { findOtherFile, readFileList, removeWrittenFolder, writeFileList } from './written-files.ts';

/**
 * Calls a function that fills an empty folder, and then puts this folder in the place of the previous one. If the
 * function throws, the previous folder stays as it was. Only one process at a time replaces a folder.
 *
 * @param fill gets the path of the folder, which contains only a hidden file
 * @throws what `fill` throws, and a CommandError if the folder cannot be written, another process is replacing it, or it
 *   contains files that this function did not write
 */
export async function replaceFolder(folder: string, fill: (empty: string) => Promise<void>): Promise<void> {
  const target = resolveLinks(folder);
  await withFolderLock(target, async () => {
    const places = choosePlaces(target);
    const write = (step: () => Promise<unknown>) =>
      step().catch((error) => {
        throw toWriteError(error, folder);
      });
    await write(async () => rejectOtherFiles(folder, places));
    await write(() => undoAbandonedSwap(places));
    await write(() => createNext(places.next));
    const removeNext = () => removeWrittenFolder(places.next);
    process.once('exit', removeNext);
    try {
      await fill(places.next);
      await write(async () => writeFileList(places.next));
      // A build takes long enough for somebody to put a file there.
      await write(async () => rejectOtherFiles(folder, places));
      await write(() => swap(places));
    } finally {
      removeNext();
      process.off('exit', removeNext);
    }
  });
}

/**
 * Finds a file that a replacement of a folder would delete although it did not write it.
 *
 * @returns undefined, or the folder and the path of the file below it
 */
export function findForeignFile(
  folder: string,
): { readonly folder: string; readonly path: string } | undefined {
  const { target, next, previous, isFixed } = choosePlaces(resolveLinks(folder));
  const lists = [target, previous, next].map((place) => readFileList(place) ?? []);
  // Between two folders of the same file system, files are never mixed.
  const all = new Set(lists.flatMap((list) => [...list]));
  for (const [index, place] of [target, previous].entries()) {
    const known = isFixed ? all : new Set(lists[index]);
    const path = findOtherFile(place, known, place === target && isFixed ? MOUNT_ENTRIES : []);
    if (path !== undefined) return { folder: place, path };
  }
  const path = findOtherFile(next, new Set());
  // Until it is full, it has a list of nothing.
  const isOwn = path === undefined || (path !== '' && readFileList(next) !== undefined);
  return isOwn ? undefined : { folder: next, path };
}

interface Places {
  readonly target: string;
  /** The folder to fill. */
  readonly next: string;
  /** The folder for what is replaced, until all of it is. */
  readonly previous: string;
  /** Only the content of the folder can be moved, not the folder itself. */
  readonly isFixed: boolean;
}

/** In the folder of a mounted file system: what this module puts there, and what the system does. */
const MOUNT_ENTRIES = ['.next', '.previous', 'lost+found'];

/** A folder can only be renamed within its file system, and the folder of a mounted file system cannot be renamed. */
function choosePlaces(target: string): Places {
  const parent = dirname(target);
  const device = getDevice(target);
  const isFixed = device !== undefined && device !== getDevice(parent);
  const name = (part: string) =>
    isFixed ? join(target, `.${part}`) : join(parent, `.${basename(target)}.${part}`);
  return { target, next: name('next'), previous: name('previous'), isFixed };
}

/** @throws a CommandError if it is not a folder */
function getDevice(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) {
    throw new CommandError(
      `Cannot write \`${path}\`: it is a file, expected a folder. Remove it, or choose another place.`,
    );
  }
  return stats?.dev;
}

/** @throws a CommandError that names a file */
function rejectOtherFiles(folder: string, { target }: Places): void {
  const foreign = findForeignFile(target);
  if (!foreign) return;
  throw new CommandError(
    `Cannot replace \`${folder}\`: \`${join(foreign.folder, foreign.path)}\` would be deleted, and no build wrote it. Move it away, or choose another folder.`,
  );
}

async function createNext(next: string): Promise<void> {
  makeFolders(dirname(next));
  await mkdir(next);
  writeFileList(next);
}

/** A process that was killed may have left folders behind, and may have moved the previous folder away. */
async function undoAbandonedSwap({ target, next, previous, isFixed }: Places): Promise<void> {
  if (isFixed && existsSync(previous)) {
    const lists = [target, previous, next].map((place) => readFileList(place) ?? []);
    await moveEntries(previous, target);
    writeFileList(
      target,
      lists.flatMap((list) => [...list]),
    );
  } else if (!existsSync(target)) {
    await rename(previous, target).catch(ignoreMissing);
  }
  removeWrittenFolder(previous);
  removeWrittenFolder(next);
}

async function swap({ target, next, previous, isFixed }: Places): Promise<void> {
  if (isFixed) {
    await mkdir(previous);
    await moveEntries(target, previous, MOUNT_ENTRIES);
    await moveEntries(next, target);
  } else {
    await rename(target, previous).catch(ignoreMissing);
    await rename(next, target);
  }
  removeWrittenFolder(previous);
}

/** Replaces entries of the same name. */
async function moveEntries(from: string, to: string, except: readonly string[] = []): Promise<void> {
  const names = (await readdir(from)).filter((name) => !except.includes(name));
  for (const name of names) {
    await rm(join(to, name), { recursive: true, force: true, maxRetries: 3 });
    await rename(join(from, name), join(to, name));
  }
}

function ignoreMissing(error: unknown): void {
  if (getErrorCode(error) !== 'ENOENT') throw error;
}
