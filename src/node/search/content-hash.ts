/** Tells whether a search index was built from the documents as they are now. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toRefKey } from '../../knowledge/schema/kinds.ts';
import type { SearchDocument } from '../../knowledge/search/search-document.ts';
import type { FileInput } from '../../knowledge/source/file-input.ts';

/**
 * Next to the index. It contains the hash of the documents that the index was built from. The file is published, so
 * it depends on nothing else: comments, internal entries and settings of the check are in no document of a public site.
 */
export const CONTENT_HASH_FILE = 'content-hash.txt';

/** Returns a hash of all paths and texts. It is the same wherever the folder is. */
export function hashContent(files: readonly FileInput[]): string {
  const texts = files.map(({ path, text, readError }) => [path, text ?? null, readError ?? null]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/** Returns a hash of the documents of the search. It is the same in any order of them. */
export function hashDocuments(documents: readonly SearchDocument[]): string {
  const texts = documents.map((document) => [toRefKey(document), JSON.stringify(document)]);
  return createHash('sha256').update(JSON.stringify(texts.sort())).digest('hex');
}

/** Returns whether there is an index in the folder, built from the documents with this hash. */
export async function isIndexOf(documentsHash: string, indexFolder: string): Promise<boolean> {
  const hash = await readFile(join(indexFolder, CONTENT_HASH_FILE), 'utf8').catch(() => undefined);
  return hash?.trim() === documentsHash;
}
