/** Finds the files to import, on the disk and in archives, and the pictures that they show. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { expandArchive, isArchive } from '../knowledge/import/archive/expand-archive.ts';
import { openArchive } from '../knowledge/import/archive/open-archive.ts';
import type { ImportFormat } from '../knowledge/import/import-formats.ts';
import { UnreadableSourceError } from '../knowledge/import/source-document.ts';
import { CommandError } from './command-error.ts';
import { toReadError } from './file-errors.ts';
import { findPictureBytesError, findPictureError, isPictureFile } from './pictures/picture-bytes.ts';
import { readSourceFile, toPosixPath } from './read-file.ts';

/** A file to import, or a reason why one cannot be. */
export type ImportFile =
  { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly why: string };

/** Pictures in the files of an import. */
export type InnerPictures = Map<string, () => Uint8Array>;

/** The files of a folder that belong to its pages and are none. */
const OTHER_FILES =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|mov|webm|wav|css|js|mjs|map|woff2?|ttf|otf|lock|properties)$/i;

function isImported(path: string, format: ImportFormat | undefined): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !/^readme\b/i.test(name) && (format?.filePattern.test(name) ?? !OTHER_FILES.test(name));
}

/** Returns the paths in an order that is the same on every system. */
export async function listSourcePaths(source: string, format: ImportFormat | undefined): Promise<string[]> {
  const found = await stat(source).catch((error) => Promise.reject(toReadError(error, source)));
  if (found.isFile()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch((error) =>
    Promise.reject(toReadError(error, source)),
  );
  const files = entries
    .filter((entry) => entry.isFile() && (isImported(entry.name, format) || /\.zip$/i.test(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(source, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a < b ? -1 : 1));
  if (files.length > 0) return files;
  if (!format) throw new CommandError(`There are no files to import in \`${source}\`.`);
  throw new CommandError(
    `There are no files for the format ${format.name} in \`${source}\`. Expected names like ${format.filePattern.source}.`,
  );
}

/**
 * Reads a file. An archive is read as the files in it, of which only one is unpacked at a time.
 *
 * @param isOfFormat returns whether a file that is an archive, such as one of Word, is itself of a format
 * @param pictures receives the pictures in it
 */
export async function* readImportFiles(
  path: string,
  format: ImportFormat | undefined,
  isOfFormat: (file: { readonly path: string; readonly bytes: Uint8Array }) => boolean,
  pictures: InnerPictures,
): AsyncGenerator<ImportFile> {
  const name = toPosixPath(path);
  try {
    const file = await readSourceFile(path);
    // A file that only starts like an archive is reported by the format that was named.
    const isExport = isArchive(file.bytes) && (!format || /\.zip$/i.test(path)) && !isOfFormat(file);
    if (isExport) yield* readArchive(file, format, isOfFormat, pictures);
    else {
      addPictures(file, pictures);
      yield file;
    }
  } catch (error) {
    yield { path: name, why: toReason(error) };
  }
}

function* readArchive(
  archive: { readonly path: string; readonly bytes: Uint8Array },
  format: ImportFormat | undefined,
  isOfFormat: (file: { readonly path: string; readonly bytes: Uint8Array }) => boolean,
  pictures: InnerPictures,
): Generator<ImportFile> {
  const { files, omitted } = expandArchive(archive.path, archive.bytes);
  for (const { path, read } of files) if (isPictureFile(path)) pictures.set(path, read);
  for (const { path, read } of files) {
    if (!isImported(path, format)) continue;
    try {
      const file = { path, bytes: read() };
      if (isArchive(file.bytes) && isOfFormat(file)) addPictures(file, pictures);
      yield file;
    } catch (error) {
      yield { path, why: toReason(error) };
    }
  }
  yield* omitted;
}

/** Pictures in a file of Word are addressed below its own path. */
function addPictures(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  pictures: InnerPictures,
): void {
  if (!isArchive(bytes)) return;
  try {
    for (const file of openArchive(bytes)) {
      if (isPictureFile(file.path)) pictures.set(`${path}/${file.path}`, file.read);
    }
  } catch {
    // Its reader reports why it cannot be read.
  }
}

function toReason(error: unknown): string {
  if (error instanceof UnreadableSourceError || error instanceof CommandError) return error.message;
  throw error;
}

/**
 * Returns whether a document is from a file in an archive.
 *
 * @param files the paths of the files on the disk that are imported, with `/` on every system
 */
export function isInArchive(name: string, files: ReadonlySet<string>): boolean {
  return [...name.matchAll(/\//g)].some(({ index }) => files.has(name.slice(0, index)));
}

/**
 * Returns the pictures that can be copied: those in imported files, those below the imported folder, and those below the
 * folder of the imported file.
 *
 * @param paths the paths of pictures that sources show
 */
export async function findPictures(
  paths: Iterable<string>,
  source: string,
  inner: InnerPictures,
): Promise<Set<string>> {
  const isFolder = (await stat(source)).isDirectory();
  const root = await realpath(isFolder ? source : dirname(source));
  const found = new Set<string>();
  for (const path of new Set(paths)) {
    const read = inner.get(path);
    if (read) {
      if (isReadablePicture(path, read)) found.add(path);
      continue;
    }
    const target = await realpath(path).catch(() => undefined);
    if (target?.startsWith(`${root}${sep}`) && findPictureError(target) === undefined) found.add(path);
  }
  return found;
}

function isReadablePicture(path: string, read: () => Uint8Array): boolean {
  try {
    return findPictureBytesError(path, read()) === undefined;
  } catch (error) {
    toReason(error);
    return false;
  }
}

/** Reads a picture that `findPictures` returned. */
export async function readPicture(path: string, inner: InnerPictures): Promise<Uint8Array> {
  return inner.get(path)?.() ?? (await readSourceFile(path)).bytes;
}
