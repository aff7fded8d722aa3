/** The data of the search in a bundle. */
import { createLexicon } from '../knowledge/search/create-lexicon.ts';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { encodeLexicon, LEXICON_FILE } from '../knowledge/search/search-lexicon.ts';
import { createErrorHints } from '../node/search/error-signature-files.ts';
import { createTableFiles } from '../node/search/query-table-files.ts';
import { encodeIndex } from '../search/minisearch-engine.ts';
import { DOCUMENTS_PART, encodeStartFile, INDEX_PART, START_FILE } from '../search/start-file.ts';

/**
 * Returns the texts of the files by their names, of which only the first is needed for each search. Nothing is compressed:
 * a script is text, and the zip compresses it.
 */
export async function createSearchFiles(documents: readonly SearchDocument[]): Promise<Map<string, string>> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const start = encodeStartFile(
    new Map([
      [LEXICON_FILE, encode(encodeLexicon(createLexicon(documents), await createErrorHints()))],
      [DOCUMENTS_PART, encode(JSON.stringify(documents))],
      [INDEX_PART, encode(encodeIndex(documents))],
    ]),
  );
  return new Map([[START_FILE, new TextDecoder().decode(start)], ...(await createTableFiles())]);
}
