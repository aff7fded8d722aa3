/**
 * Changes several files of a content folder as a whole. A journal lists the changes before the first is made, so that
 * the next command can finish or undo what a crash interrupted.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { formatCount } from '../knowledge/schema/labels.ts';
import { CommandError } from './command-error.ts';
import { getErrorCode, toWriteError } from './file-errors.ts';
import { getChangePath, isFolderLocked, waitForLock, withFolderLock } from './folder-lock.ts';
import { printMessage } from './output.ts';
import { createFolder, getTemporaryPath, replaceFile, writeNewFile } from './write-file.ts';

export interface FileChange {
  /** Below the content folder, with `/`. */
  readonly path: string;
  /** The new path, if that changes. */
  readonly movedTo?: string | undefined;
  /** The text that the change is based on, undefined for a new file. */
  readonly before: string | undefined;
  readonly text: string;
}

/** All paths are below the content folder. */
const plannedChangeSchema = z.strictObject({
  /** The file to replace or to move; absent for a new file. */
  source: z.string().optional(),
  /** The SHA-256 hash of its bytes. */
  sourceHash: z.string().optional(),
  target: z.string(),
  targetHash: z.string(),
  text: z.string(),
  /** A file next to the target, with its new text. */
  temporary: z.string(),
});

type PlannedChange = z.output<typeof plannedChangeSchema>;

const journalSchema = z.strictObject({
  /** The change in words: "rename `a` to `b`". */
  title: z.string(),
  /** True if all temporary files are complete, so that the change can be made. */
  isReady: z.boolean(),
  changes: z.array(plannedChangeSchema),
});

type Journal = z.output<typeof journalSchema>;

/** Runs a function while no other command changes the folder, after the recovery of an interrupted change. */
export function withRecoveredFolder<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  return withFolderLock(folder, async () => {
    await finishOrUndo(folder);
    return run();
  });
}

/**
 * Makes all changes or none. Run it in `withRecoveredFolder`.
 *
 * @param title the change in words, for the message after a crash
 * @throws a CommandError if a file changed since it was read, or cannot be written
 */
export async function changeFolder(
  folder: string,
  title: string,
  changes: readonly FileChange[],
): Promise<void> {
  const journal = { title, isReady: true, changes: changes.map((change) => planChange(folder, change)) };
  await writeJournal(folder, { ...journal, isReady: false });
  try {
    for (const { target, temporary, text } of journal.changes) {
      const path = join(folder, target);
      await createFolder(dirname(path));
      await writeNewFile(join(folder, temporary), text).catch((error) =>
        Promise.reject(toWriteError(error, path)),
      );
    }
    await writeJournal(folder, journal);
  } catch (error) {
    await removeTemporaryFiles(folder, journal);
    await removeJournal(folder);
    throw error;
  }
  for (const change of journal.changes) await makeChange(folder, change);
  await removeJournal(folder);
}

/** @throws a CommandError if the file is not as it was read */
function planChange(folder: string, { path, movedTo = path, before, text }: FileChange): PlannedChange {
  const bytes = readBytes(join(folder, path));
  const found = bytes && new TextDecoder().decode(bytes);
  if (found !== before || (movedTo !== path && existsSync(join(folder, movedTo)))) {
    throw new CommandError(`\`${path}\` changed while the command ran. Nothing was changed. Try again.`);
  }
  // The byte order mark that some editors write is not part of the text.
  const written = bytes?.[0] === 0xef && bytes[1] === 0xbb ? `\ufeff${text}` : text;
  return {
    ...(bytes ? { source: path, sourceHash: hash(bytes) } : {}),
    target: movedTo,
    targetHash: hash(written),
    text: written,
    temporary: relative(folder, getTemporaryPath(join(folder, movedTo))),
  };
}

/** After a failure, the journal stays for the next command. */
async function makeChange(folder: string, { source, target, temporary }: PlannedChange): Promise<void> {
  const path = join(folder, target);
  try {
    await rename(join(folder, temporary), path);
    if (source !== undefined && source !== target) await rm(join(folder, source), { force: true });
  } catch (error) {
    throw toWriteError(error, path);
  }
}

/**
 * Finishes or undoes a change that was interrupted, and prints which. Waits for a change that is being made.
 *
 * @throws a CommandError if another command still makes a change after 10 seconds, or a file cannot be written
 */
export async function recoverFolder(folder: string): Promise<void> {
  if (!readJournal(folder)) return;
  await waitForLock(folder, () => !readJournal(folder)?.isReady || !isFolderLocked(folder));
  if (readJournal(folder) && !isFolderLocked(folder)) await withRecoveredFolder(folder, async () => {});
}

async function finishOrUndo(folder: string): Promise<void> {
  const journal = readJournal(folder);
  if (!journal) return;
  const states = journal.changes.map((change) => ({ change, state: getState(folder, change) }));
  const isStarted = journal.isReady && states.some(({ state }) => state === 'made' || state === 'half made');
  if (isStarted) {
    const open = states.filter(({ state }) => state === 'open' || state === 'half made');
    for (const { change } of open) await finishChange(folder, change);
  }
  await removeTemporaryFiles(folder, journal);
  await removeJournal(folder);
  const edited = states.filter(({ state }) => state === 'edited').map(({ change }) => change.target);
  printMessage(isStarted ? formatFinished(journal, edited) : formatUndone(journal));
}

function formatUndone({ title }: Journal): string {
  return `An earlier command was interrupted before it changed a file: ${title}. Run it again.\n`;
}

function formatFinished({ title, changes }: Journal, edited: readonly string[]): string {
  const kept = edited.map((path) => `\`${path}\` was edited in the meantime, and stays as it is.\n`);
  return `An earlier command was interrupted and is now finished: ${title} (${formatCount(changes.length, 'file')}).\n${kept.join('')}`;
}

async function finishChange(folder: string, change: PlannedChange): Promise<void> {
  const bytes = readBytes(join(folder, change.temporary));
  // A rename succeeds even if the disk is full.
  if (bytes && hash(bytes) === change.targetHash) return makeChange(folder, change);
  await replaceFile(join(folder, change.target), change.text);
  if (change.source !== undefined && change.source !== change.target)
    await rm(join(folder, change.source), { force: true });
}

type ChangeState = 'open' | 'half made' | 'made' | 'edited';

function getState(folder: string, { source, sourceHash, target, targetHash }: PlannedChange): ChangeState {
  const isMove = source !== undefined && source !== target;
  const targetBytes = readBytes(join(folder, target));
  const sourceBytes = source === undefined ? undefined : readBytes(join(folder, source));
  const isSourceUnchanged = (sourceBytes && hash(sourceBytes)) === sourceHash;
  if (targetBytes && hash(targetBytes) === targetHash) {
    if (!isMove || !sourceBytes) return 'made';
    return isSourceUnchanged ? 'half made' : 'edited';
  }
  return isSourceUnchanged && !(targetBytes && (isMove || source === undefined)) ? 'open' : 'edited';
}

function hash(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Returns undefined if there is no such file. */
function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (getErrorCode(error) === undefined) throw error;
    return undefined;
  }
}

async function removeTemporaryFiles(folder: string, { changes }: Journal): Promise<void> {
  for (const { temporary } of changes) await rm(join(folder, temporary), { force: true });
}

async function writeJournal(folder: string, journal: Journal): Promise<void> {
  const path = getChangePath(folder, 'journal');
  await createFolder(dirname(path));
  await replaceFile(path, JSON.stringify(journal));
}

function readJournal(folder: string): Journal | undefined {
  const bytes = existsSync(folder) ? readBytes(getChangePath(folder, 'journal')) : undefined;
  return bytes && journalSchema.parse(JSON.parse(bytes.toString()));
}

async function removeJournal(folder: string): Promise<void> {
  await rm(getChangePath(folder, 'journal'), { force: true });
}
