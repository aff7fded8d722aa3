/** Keeps the data of the search, so that a search of the same content need not parse any of it. */
import { join } from 'node:path';
import type { SearchDocument } from '../../knowledge/search/search-document.ts';
import { RESULTS_FOLDER } from '../cache-folder.ts';
import { hashFolderPath } from '../folder-lock.ts';
import { readKeptJson, writeKeptJson } from '../kept-json.ts';

export interface SearchData {
  /** From `hashContent`. */
  readonly contentHash: string;
  /** From `hashDocuments`. */
  readonly documentsHash: string;
  readonly siteAddress: string;
  readonly documents: readonly SearchDocument[];
  /** From `encodeLexicon`. */
  readonly lexicon: string;
  /** From `encodeIndex`. */
  readonly index: string;
  readonly warning?: string;
}

/**
 * Returns what an earlier search kept of the content with this hash.
 *
 * @param create returns the data if there is nothing of this content
 */
export async function readKeptSearch(
  folder: string,
  contentHash: string,
  create: () => Promise<SearchData>,
): Promise<SearchData> {
  const path = join(RESULTS_FOLDER, 'search', `${hashFolderPath(folder)}.json`);
  const kept = (await readKeptJson(path)) as SearchData | undefined;
  if (kept?.contentHash === contentHash) return kept;
  const data = await create();
  await writeKeptJson(path, data);
  return data;
}

/** Returns the text of one of `TABLE_FILES`. It depends on our code only. */
export async function readKeptTable(file: string): Promise<string> {
  const path = join(RESULTS_FOLDER, 'search-tables', `${file}.json`);
  const kept = await readKeptJson(path);
  if (typeof kept === 'string') return kept;
  const { createTableFile } = await import('./query-table-files.ts');
  const text = await createTableFile(file);
  await writeKeptJson(path, text);
  return text;
}
