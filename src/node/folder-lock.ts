/** Locks a content folder, so that two commands do not change it at the same time. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RESULTS_FOLDER } from './cache-folder.ts';
import { CommandError } from './command-error.ts';
import { createFile } from './write-file.ts';

/**
 * Returns the path of the lock or the journal of a content folder. It is outside the checkout, because a pull request
 * could add a journal, and the next command carries out what a journal lists.
 */
export function getChangePath(folder: string, name: 'lock' | 'journal'): string {
  return join(RESULTS_FOLDER, 'changes', `${hashFolderPath(folder)}.${name}.json`);
}

/** Returns a name for a folder, which files about it can have: 16 hexadecimal digits. */
export function hashFolderPath(folder: string): string {
  const path = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

const WAIT_MS = 50;
const MAX_WAIT_MS = 10_000;

/**
 * Runs a function while no other command changes the folder. Waits for at most 10 seconds.
 *
 * @throws a CommandError if another command still changes it, or the lock cannot be written
 */
export async function withFolderLock<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  const path = getChangePath(folder, 'lock');
  await waitForLock(folder, () => tryLock(path));
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}

/** Returns whether a process that still runs has locked the folder. */
export function isFolderLocked(folder: string): boolean {
  const holder = readHolder(getChangePath(folder, 'lock'));
  return holder !== undefined && isRunning(holder);
}

/**
 * Waits until a condition about the lock is true.
 *
 * @throws a CommandError if it is not within 10 seconds
 */
export async function waitForLock(
  folder: string,
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + MAX_WAIT_MS;
  while (!(await condition())) {
    if (Date.now() > end) {
      const path = getChangePath(folder, 'lock');
      const process = readHolder(path)?.pid;
      throw new CommandError(
        `Another command${process === undefined ? '' : ` (process ${process})`} is changing \`${folder}\`. Wait until it has finished, then try again. If there is no such command, remove \`${path}\`.`,
      );
    }
    await sleep(WAIT_MS);
  }
}

interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** In milliseconds since 1970. */
  readonly since: number;
}

async function tryLock(path: string): Promise<boolean> {
  const holder: LockHolder = { pid: process.pid, host: hostname(), since: Date.now() };
  if (await createFile(path, JSON.stringify(holder))) return true;
  await removeAbandonedLock(path);
  return false;
}

/** Only one process at a time removes a lock, so that none removes the lock that another has just created. */
async function removeAbandonedLock(path: string): Promise<void> {
  if (!isAbandoned(path)) return;
  const removal = `${path}.removal`;
  if (await createFile(removal, '')) {
    if (isAbandoned(path)) await rm(path, { force: true });
    await rm(removal, { force: true });
  } else if (getAge(removal) > MAX_WAIT_MS / 2) {
    await rm(removal, { force: true });
  }
}

function isAbandoned(path: string): boolean {
  const holder = readHolder(path);
  return holder ? !isRunning(holder) : getAge(path) > MAX_WAIT_MS / 2;
}

function readHolder(path: string): LockHolder | undefined {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockHolder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'number'
      ? { pid, host, since }
      : undefined;
  } catch {
    return undefined;
  }
}

/** For a process on another computer, which cannot be asked. A change takes seconds. */
const MAX_FOREIGN_AGE_MS = 600_000;

function isRunning({ pid, host, since }: LockHolder): boolean {
  const age = Date.now() - since;
  if (host !== hostname()) return age < MAX_FOREIGN_AGE_MS;
  if (age > uptime() * 1_000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Returns the age of a file in milliseconds, 0 if it does not exist. */
function getAge(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
