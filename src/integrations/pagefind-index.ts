/** Pagefind's index of the search documents, made by its Node API: for the built site and for `npm run dev`. */
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { encodeLexicon, LEXICON_FILE } from '../knowledge/search/lexicon.ts';
import { lexiconOf } from '../knowledge/search/lexicon-of.ts';
import type { SearchDocument } from '../knowledge/search/search-document.ts';
import { searchPage } from '../knowledge/search/search-page.ts';

/** The index as files, by their paths below the index's folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** @throws with what Pagefind says where it refuses a document */
export async function indexFiles(documents: readonly SearchDocument[]): Promise<IndexFiles> {
  const index = await openIndex();
  try {
    for (const document of documents) {
      const { errors } = await index.addHTMLFile(searchPage(document));
      refuse(errors);
    }
    const { errors, files } = await index.getFiles();
    refuse(errors);
    const words = new TextEncoder().encode(encodeLexicon(lexiconOf(documents)));
    return new Map([...files.map(({ path, content }) => [path, content] as const), [LEXICON_FILE, words]]);
  } finally {
    await index.deleteIndex();
    await close();
  }
}

async function openIndex(): Promise<PagefindIndex> {
  const { errors, index } = await createIndex({ forceLanguage: 'en' });
  refuse(errors);
  if (!index) throw new Error('Pagefind gave no index');
  return index;
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not make the index: ${errors.join('; ')}`);
}
