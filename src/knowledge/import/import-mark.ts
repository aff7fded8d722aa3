/** Records where a draft came from: a comment at its end, which the page does not show. */
import type { Content } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';

export interface ImportMark {
  readonly format: string;
  /** The source's own id, encoded as in an address; without one it is known by its digest. */
  readonly id?: string | undefined;
  /** The first 16 hexadecimal digits of the SHA-256 of its text. */
  readonly digest: string;
}

export function formatImportMark({ format, id, digest }: ImportMark): string {
  const named = id === undefined ? '' : ` ${id}`;
  return `{/* Imported from ${format}${named}, sha256 ${digest}. */}`;
}

const IMPORT_COMMENT = /\{\/\* Imported from ([a-z]+)(?: (\S+))?, sha256 ([0-9a-f]{16})\. \*\/\}/;

function parseImportMark(text: string): ImportMark | undefined {
  const [, format, id, digest] = IMPORT_COMMENT.exec(text) ?? [];
  return format && digest ? { format, id, digest } : undefined;
}

/** Finds the file that a source was imported to, even if that file was renamed. */
export interface ImportedSources {
  find(mark: ImportMark): { readonly file: DocumentFile; readonly mark: ImportMark } | undefined;
  /** Returns whether a file was imported. */
  includes(file: DocumentFile): boolean;
}

export function findImportedSources(content: Content): ImportedSources {
  const known = new Map<string, { file: DocumentFile; mark: ImportMark }>();
  for (const file of content.documents) {
    const mark = parseImportMark(file.text);
    if (mark) known.set(getMarkKey(mark), { file, mark });
  }
  const files = new Set([...known.values()].map(({ file }) => file));
  return { find: (mark) => known.get(getMarkKey(mark)), includes: (file) => files.has(file) };
}

export function getMarkKey({ format, id, digest }: ImportMark): string {
  return id === undefined ? `${format} sha256 ${digest}` : `${format} ${id}`;
}
