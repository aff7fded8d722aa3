/** Opens the search of the content folder: by the built index if it is up to date, otherwise from the content itself. */
import { join } from 'node:path';
import type { SearchIndex } from '../../knowledge/search/find-pages.ts';
import { TableLoader } from '../../knowledge/search/query-tables.ts';
import type { SearchDocument } from '../../knowledge/search/search-document.ts';
import { decodeLexicon } from '../../knowledge/search/search-lexicon.ts';
import { createAddresses } from '../../knowledge/source/addresses.ts';
import { MiniSearchEngine } from '../../search/minisearch-engine.ts';
import { getContentFolder, readContentFiles } from '../content-files.ts';
import { hashContent, isIndexOf } from './content-hash.ts';
import { readKeptSearch, readKeptTable, type SearchData } from './kept-search.ts';

export interface OpenedSearch extends Required<SearchIndex> {
  /** Names what is searched: `the built index`. */
  readonly description: string;
  /** A sentence to show with the results. */
  readonly warning?: string;
}

interface OpenOptions {
  /** The folder of the built index. */
  readonly indexFolder?: string;
  /** False to read and index everything anew. */
  readonly cache?: boolean;
}

/** The build writes the index to this folder. */
const BUILT_INDEX_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'pagefind');

/**
 * Opens the search. The addresses of its results start with the address of the site in `site.yaml`.
 *
 * @throws a CommandError if there is no content folder
 */
export async function openSearch(
  folder = getContentFolder(),
  { indexFolder = BUILT_INDEX_FOLDER, cache = true }: OpenOptions = {},
): Promise<OpenedSearch> {
  const data = await loadSearchData(folder, cache);
  const tables = new TableLoader(readKeptTable);
  const warning = data.warning === undefined ? {} : { warning: data.warning };
  if (await isIndexOf(data.documentsHash, indexFolder)) {
    const [{ openIndexFolder }, { PagefindEngine }] = await Promise.all([
      import('./pagefind-folder.ts'),
      import('../../search/pagefind-engine.ts'),
    ]);
    const { pagefind, lexicon } = await openIndexFolder(indexFolder, { baseUrl: data.siteAddress });
    const engine = new PagefindEngine(pagefind, lexicon);
    return { engine, lexicon, tables, description: 'the built index', ...warning };
  }
  return {
    engine: new MiniSearchEngine(data.documents, createAddresses(data.siteAddress), data.index),
    lexicon: decodeLexicon(data.lexicon),
    tables,
    description: 'the content, because the built index is missing or older',
    ...warning,
  };
}

/** @throws a CommandError if there is no content folder */
export async function readSearchDocuments(
  folder = getContentFolder(),
): Promise<{ documents: readonly SearchDocument[]; warning?: string }> {
  return loadSearchData(folder, true);
}

/** Loads what an earlier search kept of the same content, or reads the content. */
async function loadSearchData(folder: string, cache: boolean): Promise<SearchData> {
  const files = await readContentFiles(folder);
  const read = async () => {
    // The code that parses and checks content takes half a second to load.
    const { createSearchData } = await import('./create-search-data.ts');
    return createSearchData(files, folder);
  };
  return cache ? readKeptSearch(folder, hashContent(files), read) : read();
}
