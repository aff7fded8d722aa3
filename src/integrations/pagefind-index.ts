/** Builds Pagefind's index of the search documents, for the built site and for `npm run dev`. */
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { createLexicon } from '../knowledge/search/create-lexicon.ts';
import { createPagefindPage } from '../knowledge/search/pagefind-page.ts';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { encodeLexicon, LEXICON_FILE } from '../knowledge/search/search-lexicon.ts';
import { createErrorHints } from '../node/search/error-signature-files.ts';
import { createTableFiles } from '../node/search/query-table-files.ts';

/** The files of the index, by their paths below its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

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
    const encoder = new TextEncoder();
    const texts = [
      [LEXICON_FILE, encodeLexicon(createLexicon(documents), await createErrorHints())],
      ...(await createTableFiles()),
    ] as const;
    return new Map([
      ...files.map(({ path, content }) => [path, content] as const),
      ...texts.map(([path, text]) => [path, encoder.encode(text)] as const),
    ]);
  } finally {
    await index.deleteIndex();
    await close();
  }
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
