/** Replaces a folder as a whole, so that a failure leaves the previous one as it was. */
import { rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from './command-error.ts';
import { getErrorCode, toWriteError } from './file-errors.ts';
import { withFolderLock } from './folder-lock.ts';

/**
 * Calls a function that fills an empty folder, and then puts this folder in the place of the previous one. If the
 * function throws, the previous folder stays as it was. Only one process at a time replaces a folder.
 *
 * @param fill gets the path of the empty folder
 * @throws what `fill` throws, and a CommandError if the folder cannot be written or another process is replacing it
 */
export async function replaceFolder(folder: string, fill: (empty: string) => Promise<void>): Promise<void> {
  const target = resolve(folder);
  await withFolderLock(target, async () => {
    const places = await choosePlaces(target);
    const write = (step: () => Promise<unknown>) =>
      step().catch((error) => {
        throw toWriteError(error, folder);
      });
    const removeNext = () => rmSync(places.next, { recursive: true, force: true });
    process.once('exit', removeNext);
    try {
      await write(() => undoAbandonedSwap(target, places));
      await write(() => mkdir(places.next, { recursive: true }));
      await fill(places.next);
      await write(() => swap(target, places));
    } finally {
      removeNext();
      process.off('exit', removeNext);
    }
  });
}

interface Places {
  /** The folder to fill. */
  readonly next: string;
  /** The folder for what is replaced, until all of it is. */
  readonly previous: string;
  /** Only the content of the folder can be moved, not the folder itself. */
  readonly isFixed: boolean;
}

/** A folder can only be renamed within its file system, and the folder of a mounted file system cannot be renamed. */
async function choosePlaces(target: string): Promise<Places> {
  const parent = dirname(target);
  const device = await getDevice(target);
  const isFixed = device !== undefined && device !== (await getDevice(parent));
  const name = (part: string) =>
    isFixed ? join(target, `.${part}`) : join(parent, `.${basename(target)}.${part}`);
  return { next: name('next'), previous: name('previous'), isFixed };
}

/** @throws a CommandError if it is not a folder */
async function getDevice(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch((error) => {
    if (getErrorCode(error) === 'ENOENT') return undefined;
    throw toWriteError(error, path);
  });
  if (stats && !stats.isDirectory()) {
    throw new CommandError(
      `Cannot write \`${path}\`: it is a file, expected a folder. Remove it, or choose another place.`,
    );
  }
  return stats?.dev;
}

/** A process that was killed may have left folders behind, and may have moved the previous folder away. */
async function undoAbandonedSwap(target: string, { next, previous, isFixed }: Places): Promise<void> {
  if (isFixed) {
    await moveEntries(previous, target).catch(ignoreMissing);
  } else if ((await getDevice(target)) === undefined) {
    await rename(previous, target).catch(ignoreMissing);
  }
  await removeFolder(previous);
  await removeFolder(next);
}

async function swap(target: string, places: Places): Promise<void> {
  const { next, previous, isFixed } = places;
  if (isFixed) {
    await mkdir(previous);
    await moveEntries(target, previous, [basename(next), basename(previous)]);
    await moveEntries(next, target);
  } else {
    await rename(target, previous).catch(ignoreMissing);
    await rename(next, target);
  }
  await removeFolder(previous);
}

/** Replaces entries of the same name. */
async function moveEntries(from: string, to: string, except: readonly string[] = []): Promise<void> {
  const names = (await readdir(from)).filter((name) => !except.includes(name));
  for (const name of names) {
    await removeFolder(join(to, name));
    await rename(join(from, name), join(to, name));
  }
}

async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

function ignoreMissing(error: unknown): void {
  if (getErrorCode(error) !== 'ENOENT') throw error;
}
