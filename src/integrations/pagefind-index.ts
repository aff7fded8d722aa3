/** Builds Pagefind's index of the search documents, for the built site and for `npm run dev`. */
import { gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { createLexicon } from '../knowledge/search/create-lexicon.ts';
import { createPagefindPage } from '../knowledge/search/pagefind-page.ts';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { encodeLexicon, LEXICON_FILE } from '../knowledge/search/search-lexicon.ts';
import { createErrorHints } from '../node/search/error-signature-files.ts';
import { createTableFiles } from '../node/search/query-table-files.ts';
import { DOCUMENTS_PART, encodeStartFile, START_FILE } from '../search/start-file.ts';
import type { IndexFiles } from './pagefind-files.ts';
import { sortFilters } from './sort-filters.ts';
import { splitParts } from './split-parts.ts';

const encoder = new TextEncoder();

/** @throws with the message of Pagefind if it rejects a document */
export async function buildIndex(documents: readonly SearchDocument[]): Promise<IndexFiles> {
  const index = await openIndex();
  try {
    for (const document of documents) {
      const { errors } = await index.addHTMLFile(createPagefindPage(document));
      throwOnErrors(errors);
    }
    const { errors, files } = await index.getFiles();
    throwOnErrors(errors);
    const written = new Map(files.map(({ path, content }) => [path, content] as const));
    const lexicon = encodeLexicon(createLexicon(documents), await createErrorHints());
    const indexFiles = new Map([
      // Without documents, there are no words and no filters.
      ...(documents.length > 0 ? splitParts(sortFilters(written)) : written),
      ...[[LEXICON_FILE, lexicon] as const, ...(await createTableFiles())].map(
        ([path, text]) => [path, encoder.encode(text)] as const,
      ),
    ]);
    return indexFiles.set(START_FILE, createStartFile(documents, indexFiles));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/**
 * The greatest length of the compressed documents for which a search loads them all. For more, the start of Pagefind
 * and the parts of its index for one question are shorter.
 */
const MAX_DOCUMENTS_LENGTH = 120_000;

function createStartFile(documents: readonly SearchDocument[], files: IndexFiles): Uint8Array {
  const compress = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 });
  const lexicon = [LEXICON_FILE, compress(files.get(LEXICON_FILE) ?? new Uint8Array())] as const;
  const text = compress(encoder.encode(JSON.stringify(documents)));
  if (text.length <= MAX_DOCUMENTS_LENGTH) return encodeStartFile(new Map([lexicon, [DOCUMENTS_PART, text]]));
  const starting = [...files].filter(([path]) => STARTING_FILES.test(path));
  return encodeStartFile(
    new Map([
      lexicon,
      ...starting.map(([path, bytes]) => [path, isCompressed(path) ? bytes : compress(bytes)] as const),
    ]),
  );
}

/** What Pagefind loads before its first search. */
const STARTING_FILES = /^(?:pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.en\.pagefind)$/;

function isCompressed(path: string): boolean {
  return !path.endsWith('.json');
}

async function openIndex(): Promise<PagefindIndex> {
  const { errors, index } = await createIndex({ forceLanguage: 'en' });
  throwOnErrors(errors);
  if (!index) throw new Error('Pagefind returned no index');
  return index;
}

function throwOnErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not build the index: ${errors.join('; ')}`);
}
