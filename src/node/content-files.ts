/** Finds the content folder and reads its files, without parsing them. Nothing else reads content from disk. */
import {
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { FileInput } from '../knowledge/source/file-input.ts';
import { isHiddenFile, isTemporaryFile } from '../knowledge/source/temporary-files.ts';
import { CommandError } from './command-error.ts';
import { describeContentError, getErrorCode } from './file-errors.ts';
import { getChangePath } from './folder-lock.ts';
import { findPictureError } from './pictures/picture-bytes.ts';
import { listTrackedFiles } from './tracked-files.ts';

/** Returns the folder that `HINDSIGHT_CONTENT` names, or `content/` next to `package.json`, where npm runs commands. */
export function getContentFolder(): string {
  return resolve(process.env.HINDSIGHT_CONTENT || 'content');
}

/** Returns the folder as messages show it: relative to the current folder. */
export function formatFolderPath(folder: string): string {
  const fromHere = relative(process.cwd(), folder);
  return fromHere && !fromHere.startsWith('..') ? fromHere.split(sep).join('/') : basename(folder);
}

/** The limit of the parsers. The search for secrets relies on it. */
export const MAX_FILE_BYTES = 1_000_000;

export function isTextFile(path: string): boolean {
  return /\.(?:mdx|yaml)$|^dictionary\.txt$/.test(path) && !isHiddenFile(path);
}

/**
 * Reads all files below a folder, in an order that is the same on every system, those that git ignores included.
 * Finishes or undoes first what an interrupted command changed.
 *
 * @throws a CommandError if there is no such folder
 */
export async function readContentFiles(folder: string): Promise<FileInput[]> {
  if (existsSync(getChangePath(folder, 'journal'))) {
    const { recoverFolder } = await import('./change-folder.ts');
    await recoverFolder(folder);
  }
  const files = listContentFiles(folder);
  // Synchronous: for small files, that is five times as fast.
  return files.map(({ path, absolutePath, type, listError }): FileInput => {
    if (listError !== undefined) return { path, readError: listError };
    if (type === 'other') return createLinkInput(path);
    if (type === 'temporary') return { path };
    if (type === 'file' && isTextFile(path)) return { path, ...readTextFile(absolutePath) };
    const readError = type === 'file' ? findPictureError(absolutePath) : undefined;
    return { path, ...(readError === undefined ? {} : { readError }) };
  });
}

/** Returns what `readContentFiles` returns for a link or a device. */
export function createLinkInput(path: string): FileInput {
  return { path, readError: 'Unexpected link or device, expected a file' };
}

/** A file of the content folder before it is read. */
export interface ListedFile {
  /** Its path below the content folder, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  /**
   * A hidden folder is listed without the files in it. `temporary` is a file of an editor that git tracks. `other` is a
   * link, a device, or what has a `listError`, such as a submodule.
   */
  readonly type: 'file' | 'hidden-folder' | 'temporary' | 'other';
  /** The reason why a folder cannot be listed, or nothing can be read under this name. */
  readonly listError?: string;
}

/**
 * Lists all files below a folder, sorted by path. Of those that editors and operating systems leave, only the ones that
 * git tracks. Submodules are listed as well as the files in them.
 *
 * @throws a CommandError if there is no such folder, or git cannot tell what it tracks
 */
export function listContentFiles(folder: string): ListedFile[] {
  const walk: Walk = { needsGit: false };
  try {
    const root = realpathSync(folder);
    const files = listBelow(root, '', walk);
    // Git takes longer than the rest, and most folders need no answer.
    if (walk.needsGit) files.push(...listTracked(root));
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    const code = getErrorCode(error);
    if (code === undefined) throw error;
    throw new CommandError(`${describeFolderError(code, folder)} ${FOLDER_ADVICE}`);
  }
}

interface Walk {
  /** True if there is a file of an editor, or a folder that can be a submodule. */
  needsGit: boolean;
}

function listTracked(root: string): ListedFile[] {
  const { temporary, submodules, isUnknown } = listTrackedFiles(root);
  if (isUnknown) foldersWithoutGit.add(root);
  return [
    ...temporary.flatMap((path): ListedFile[] => {
      if (submodules.includes(path)) return [];
      const absolutePath = join(root, path);
      const isFile = lstatSync(absolutePath, { throwIfNoEntry: false })?.isFile() ?? true;
      return [{ path, absolutePath, type: isFile ? 'temporary' : 'other' }];
    }),
    ...submodules.map((path): ListedFile => ({
      path,
      absolutePath: join(root, path),
      type: 'other',
      listError: SUBMODULE_ERROR,
    })),
  ];
}

const SUBMODULE_ERROR =
  'Unexpected submodule, whose files are in another repository, expected files of this one. Remove it with `git rm`';

/** Folders that were listed without an answer of git. */
const foldersWithoutGit = new Set<string>();

/** Returns a sentence about what was not checked because there is no git, if something was not. */
export function explainMissingGit(): string | undefined {
  if (foldersWithoutGit.size === 0) return undefined;
  return 'There is no `git` command, so backups of editors and submodules were not checked: git knows which of them are in the repository. Install git to check them.';
}

function listBelow(folder: string, pathPrefix: string, walk: Walk): ListedFile[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (pathPrefix !== '' && (entries.length === 0 || entries.some(({ name }) => name === '.git')))
    walk.needsGit = true;
  return entries.flatMap((entry) =>
    listEntry(entry, { path: `${pathPrefix}${entry.name}`, absolutePath: join(folder, entry.name) }, walk),
  );
}

function listEntry(entry: Dirent, file: Pick<ListedFile, 'path' | 'absolutePath'>, walk: Walk): ListedFile[] {
  // The folder can be or contain a repository of its own. Git never adds `.git` to a commit.
  if (entry.name === '.git') return [];
  if (isTemporaryFile(entry.name)) {
    walk.needsGit = true;
    return [];
  }
  if (!isUtf8Name(entry.name, file.absolutePath)) {
    return [{ ...file, type: 'other', listError: 'Unexpected name that is not UTF-8, expected one that is' }];
  }
  if (entry.isFile()) return [{ ...file, type: 'file' }];
  if (!entry.isDirectory()) return [{ ...file, type: 'other' }];
  if (isHiddenFile(entry.name)) return [{ ...file, type: 'hidden-folder' }];
  try {
    return listBelow(file.absolutePath, `${file.path}/`, walk);
  } catch (error) {
    return [{ ...file, type: 'other', listError: describeContentError(error, 'folder') }];
  }
}

/** Node lists other bytes as U+FFFD, and then finds nothing under this name. */
function isUtf8Name(name: string, path: string): boolean {
  return !name.includes('\uFFFD') || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

const FOLDER_ADVICE = 'Set HINDSIGHT_CONTENT to the folder that contains your content.';

function describeFolderError(code: string, folder: string): string {
  if (code === 'ENOENT') return `There is no content folder \`${folder}\`.`;
  if (code === 'ENOTDIR') return `\`${folder}\` is a file, expected the content folder.`;
  return `Cannot read the content folder \`${folder}\`: the system reports ${code}.`;
}

type TextOrError = { readonly text: string } | { readonly readError: string };

/** Checks the size before it reads, so that memory stays bounded. */
export function readTextFile(path: string): TextOrError {
  try {
    const { size } = statSync(path);
    return size > MAX_FILE_BYTES ? rejectTooLarge(size) : decodeUtf8(readFileSync(path));
  } catch (error) {
    return { readError: describeContentError(error) };
  }
}

function rejectTooLarge(size: number): TextOrError {
  return { readError: `Unexpected size of ${size} bytes, expected at most ${MAX_FILE_BYTES}` };
}

/** Returns what `readContentFiles` returns for a file with these bytes. */
export function createFileInput(path: string, bytes: Uint8Array): FileInput {
  if (!isTextFile(path)) return { path };
  return { path, ...(bytes.length > MAX_FILE_BYTES ? rejectTooLarge(bytes.length) : decodeUtf8(bytes)) };
}

/** Removes the byte order mark that some editors write, which would shift every position by one. */
const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): TextOrError {
  try {
    return { text: utf8Decoder.decode(bytes) };
  } catch {
    return { readError: 'Unexpected bytes that are not UTF-8, expected text' };
  }
}
