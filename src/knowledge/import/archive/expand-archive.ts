/** The files of an archive that a tool exports: those to import, and the pictures that they show. */
import { UnreadableSourceError } from '../source-document.ts';
import { readConfluenceExport } from './confluence-export.ts';
import { selectNotionFiles } from './notion-export.ts';
import { ARCHIVE_SIGNATURE, type ArchiveFile, openArchive } from './open-archive.ts';

export interface ExpandedArchive {
  /** With paths below that of the archive. */
  readonly files: readonly ArchiveFile[];
  /** Files that are left out for a reason, with a sentence without its full stop. */
  readonly omitted: readonly { readonly path: string; readonly why: string }[];
}

/** Notion packs large exports twice. */
const MAX_DEPTH = 2;
const MAX_INNER_ARCHIVES = 50;
const MAX_TOTAL_BYTES = 500_000_000;

/**
 * Lists what is in an archive, and in the archives in it.
 *
 * @param path the path of the archive, as it is named in messages
 * @throws an UnreadableSourceError if it cannot be read; archives in it that cannot be read are left out
 */
export function expandArchive(path: string, bytes: Uint8Array): ExpandedArchive {
  const budget = { bytes: MAX_TOTAL_BYTES, archives: MAX_INNER_ARCHIVES };
  const omitted: { path: string; why: string }[] = [];
  const listed = listFiles('', bytes, 1, budget, omitted);
  const notion = selectNotionFiles(listed);
  const confluence = readConfluenceExport(notion.files);
  const files = [...confluence.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: files.map((file) => ({ ...file, path: `${path}/${file.path}` })),
    omitted: [...omitted, ...notion.omitted, ...confluence.omitted].map((file) => ({
      ...file,
      path: `${path}/${file.path}`,
    })),
  };
}

function listFiles(
  folder: string,
  bytes: Uint8Array,
  depth: number,
  budget: { bytes: number; archives: number },
  omitted: { path: string; why: string }[],
): ArchiveFile[] {
  const files = openArchive(bytes).filter(({ path }) => !isHidden(path));
  budget.bytes -= files.reduce((sum, { size }) => sum + size, 0);
  if (budget.bytes < 0)
    throw new UnreadableSourceError('Unexpected size when unpacked, expected at most 500 MB');
  return files.flatMap((file) => {
    const path = `${folder}${file.path}`;
    if (!/\.zip$/i.test(path)) return [{ ...file, path }];
    try {
      if (depth >= MAX_DEPTH || budget.archives-- <= 0)
        throw new UnreadableSourceError('Unexpected archive in an archive. Unpack it first');
      // The parts of an export of Notion are one folder.
      const inner = NOTION_PART.test(path) ? folder : `${path}/`;
      return listFiles(inner, file.read(), depth + 1, budget, omitted);
    } catch (error) {
      if (!(error instanceof UnreadableSourceError)) throw error;
      omitted.push({ path, why: error.message });
      return [];
    }
  });
}

const NOTION_PART = /(?:^|\/)(?:Export(?:Block)?-[\da-f-]+-)?Part-\d+\.zip$/i;

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

/** Returns whether bytes start as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return [...ARCHIVE_SIGNATURE].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}
