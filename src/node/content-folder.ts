/** The content folder on disk: which one it is, and its files. The only place that reads content. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { formatTerminalReport } from '../knowledge/check/reporters/terminal.ts';
import { runRules } from '../knowledge/check/run-rules.ts';
import type { SiteData } from '../knowledge/schema/site.ts';
import { Content, type FileInput } from '../knowledge/source/content.ts';
import { SITE_FILE } from '../knowledge/source/settings-files.ts';

/** `HINDSIGHT_CONTENT`, or `content/`: from where npm runs commands, which is beside `package.json`. */
export function getContentFolder(): string {
  return resolve(process.env.HINDSIGHT_CONTENT || 'content');
}

/** How the folder is named in messages: as one would type it from here. */
export function formatFolderPath(folder: string): string {
  const fromHere = relative(process.cwd(), folder);
  return fromHere && !fromHere.startsWith('..') ? fromHere.split(sep).join('/') : basename(folder);
}

/** @throws where there is no such folder */
export async function readContent(folder = getContentFolder()): Promise<Content> {
  return new Content(await readContentFiles(folder), formatFolderPath(folder));
}

/**
 * The settings of the site, for what has to know them before any content is loaded.
 *
 * @throws with the whole report where `site.yaml` is missing or has errors
 */
export async function readSite(folder = getContentFolder()): Promise<SiteData> {
  const path = join(folder, SITE_FILE);
  const sources = existsSync(path) ? [{ path: SITE_FILE, ...readTextFile(path) }] : [];
  const content = new Content(sources, formatFolderPath(folder));
  const problems = runRules(content);
  const data = content.site?.validated.data;
  if (!data) throw new Error(`\n\n${formatTerminalReport(problems)}`);
  return data;
}

/** As much as the parsers take; what looks for secrets has no bound of its own. */
const MAX_FILE_BYTES = 1_000_000;

function isTextFile(path: string): boolean {
  return /\.(?:mdx|yaml)$|^dictionary\.txt$/.test(path);
}

/** All files below a folder, in an order that is the same everywhere; hidden ones are left out. */
export async function readContentFiles(folder: string): Promise<FileInput[]> {
  const root = await realpath(folder);
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      entry,
      path: relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'),
    }))
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // One after the other: for small files, asking for all at once takes five times as long.
  return files.map(({ entry, path }): FileInput => {
    if (!entry.isFile()) return { path, readError: 'Unexpected link or device, expected a file' };
    return isTextFile(path) ? { path, ...readTextFile(join(root, path)) } : { path };
  });
}

/** The pictures beside the content, by their paths below the folder. */
export async function listPictures(folder = getContentFolder()): Promise<string[]> {
  const { files, root } = await readContent(folder);
  return files.filter(({ type }) => type === 'picture').map(({ path }) => path.slice(root.length + 1));
}

/** The size is asked for first, so that memory stays bounded. */
function readTextFile(path: string): Pick<FileInput, 'text' | 'readError'> {
  try {
    const { size } = statSync(path);
    return size > MAX_FILE_BYTES ? rejectTooLarge(size) : decodeUtf8(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return { readError: `Unexpected error ${code}, expected a file that can be read` };
  }
}

function rejectTooLarge(size: number): Pick<FileInput, 'readError'> {
  return { readError: `Unexpected size of ${size} bytes, expected at most ${MAX_FILE_BYTES}` };
}

/** What the reader makes of these bytes when they stand in a file of the folder. */
export function createFileInput(path: string, bytes: Uint8Array): FileInput {
  if (!isTextFile(path)) return { path };
  return { path, ...(bytes.length > MAX_FILE_BYTES ? rejectTooLarge(bytes.length) : decodeUtf8(bytes)) };
}

/** It takes away the mark that some editors put first, which would shift every place by one. */
const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): Pick<FileInput, 'text' | 'readError'> {
  try {
    return { text: utf8Decoder.decode(bytes) };
  } catch {
    return { readError: 'Unexpected bytes that are not UTF-8, expected text' };
  }
}
