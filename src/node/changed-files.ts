/**
 * Finds the files of the content folder that differ from a commit. Compares what is on disk with what git stored, because
 * a pull request can tell git to ignore files.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { FileInput } from '../knowledge/source/file-input.ts';
import { isTemporaryFile } from '../knowledge/source/temporary-files.ts';
import { type BaseTree, readBaseFiles, readBaseTree } from './base-tree.ts';
import {
  createFileInput,
  createLinkInput,
  isTextFile,
  type ListedFile,
  listContentFiles,
  MAX_FILE_BYTES,
} from './content-files.ts';
import { getErrorCode } from './file-errors.ts';

/** Paths below the content folder, with `/`. */
export interface ChangedFiles {
  /** Changed and new files. */
  readonly present: readonly string[];
  readonly deleted: readonly string[];
  readonly base: BaseTree;
}

/**
 * Finds what differs from the commit at which `base` and `HEAD` parted, uncommitted changes included.
 *
 * @param folder only files below it
 * @throws a CommandError if git cannot tell
 */
export function findChangedFiles(folder: string, base: string): ChangedFiles {
  const tree = readBaseTree(folder, base);
  const files = listContentFiles(folder);
  const paths = new Set(files.map(({ path }) => path));
  return {
    present: files.filter((file) => isChanged(file, tree)).map(({ path }) => path),
    deleted: [...tree.keys()].filter((path) => !paths.has(path) && !isTemporaryFile(path)),
    base: tree,
  };
}

/** Returns the files of the folder before the change. */
export function restoreBaseFiles(
  current: readonly FileInput[],
  { present, deleted, base }: ChangedFiles,
): FileInput[] {
  const replaced = new Set(present);
  const unchanged = current.filter(({ path }) => !replaced.has(path));
  const changed = [...present, ...deleted].flatMap((path) => {
    const file = base.get(path);
    return file ? [{ path, file }] : [];
  });
  const bytes = readBaseFiles(changed.map(({ file }) => file));
  const restored = changed.map(({ path, file }, index) =>
    file.isLink ? createLinkInput(path) : createFileInput(path, bytes[index] ?? new Uint8Array()),
  );
  return [...unchanged, ...restored].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A link is always a problem, so it counts as changed. */
function isChanged({ path, absolutePath, type }: ListedFile, tree: BaseTree): boolean {
  const base = tree.get(path);
  if (!base || base.isLink || (type !== 'file' && type !== 'temporary')) return true;
  const algorithm = base.id.length === 40 ? 'sha1' : 'sha256';
  try {
    return hashFile(absolutePath, algorithm) !== base.id && hashUnixText(absolutePath, algorithm) !== base.id;
  } catch (error) {
    if (getErrorCode(error) === undefined) throw error;
    return true;
  }
}

const CHUNK_SIZE = 100_000;

/** Returns the id that git gives the bytes of a file. */
function hashFile(path: string, algorithm: string): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash(algorithm).update(`blob ${fstatSync(file).size}\0`);
    const chunk = Buffer.allocUnsafe(CHUNK_SIZE);
    let length = readSync(file, chunk);
    while (length > 0) {
      hash.update(chunk.subarray(0, length));
      length = readSync(file, chunk);
    }
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}

/** Git for Windows can write `\r\n` to the disk for each `\n` that it stores. */
function hashUnixText(path: string, algorithm: string): string | undefined {
  if (!isTextFile(path) || statSync(path).size > MAX_FILE_BYTES) return undefined;
  const text = readFileSync(path, 'latin1').replaceAll('\r\n', '\n');
  return createHash(algorithm).update(`blob ${text.length}\0`).update(text, 'latin1').digest('hex');
}
