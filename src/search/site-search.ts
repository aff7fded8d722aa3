/**
 * The search of the site in the browser. Loads the documents of a small site, or the index of a large one, on first use.
 * Runs in a worker (`search-worker.ts`), or in the
 * page if there is no worker.
 */

import type { SearchIndex } from '../knowledge/search/find-pages.ts';
import { TableLoader } from '../knowledge/search/query-tables.ts';
import { type SearchOptions, search } from '../knowledge/search/search.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import type { SearchEngine } from '../knowledge/search/search-engine.ts';
import { SEARCH_FILTERS, type SearchFilter } from '../knowledge/search/search-filters.ts';
import {
  decodeLexicon,
  LEXICON_FILE,
  mergeLexicons,
  type SearchLexicon,
} from '../knowledge/search/search-lexicon.ts';
import { createAddresses } from '../knowledge/source/addresses.ts';
import { MiniSearchEngine } from './minisearch-engine.ts';
import { isAbortError } from './next-task.ts';
import { type KnowledgeBase, mergeKnowledgeBases } from './other-knowledge-bases.ts';
import { PAGEFIND_OPTIONS, PagefindEngine, type PagefindModule } from './pagefind-engine.ts';
import {
  answerFromMemory,
  DOCUMENTS_PART,
  decodeStartFile,
  fetchStartFile,
  INDEX_PART,
  type StartParts,
  usesStartFile,
} from './start-file.ts';
import { createTableReader } from './table-reader.ts';

/** The number of matching pages by filter and value. */
export type FilterCounts = Readonly<Partial<Record<SearchFilter, Readonly<Record<string, number>>>>>;

export interface SiteSearch {
  /**
   * Returns undefined if a later query replaced this one.
   *
   * @throws if the index cannot be loaded; the next call tries again
   */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer | undefined>;
  /** Returns whether every answer comes at once, because nothing more has to be loaded. */
  isInMemory(): Promise<boolean>;
  countByFilter(answer: Pick<SearchAnswer, 'keys'>): Promise<FilterCounts>;
  /** Returns the titles of other knowledge bases that could not be reached, each only once. */
  listNewlyUnreachable(): Promise<string[]>;
}

export interface SiteSearchOptions {
  /** The address of the folder of the index, ending in `/`. */
  readonly index: string;
  /** The base path of the site's pages. */
  readonly base: string;
  readonly others?: readonly KnowledgeBase[];
  /** The start file, if it is loaded already. */
  readonly start?: Uint8Array<ArrayBuffer> | undefined;
}

export function createSiteSearch({ index, base, others = [], start: given }: SiteSearchOptions): SiteSearch {
  let loading: Promise<SearchIndex> | undefined;
  /** The site's own index without the others, loaded if one of them breaks the search. */
  let ownIndex: Promise<SearchIndex> | undefined;
  const unreachable: string[] = [];
  const tables = new TableLoader(createTableReader((file) => fetchText(`${index}${file}`)));
  // Used once: another attempt loads the file again, which may have been cut off.
  let givenStart = given;
  const loadStart = async (): Promise<StartParts> => {
    const bytes = givenStart ?? (await fetchStartFile(index));
    givenStart = undefined;
    return decodeStartFile(bytes);
  };
  const load = async (knowledgeBases: readonly KnowledgeBase[]): Promise<SearchIndex> => {
    const start = usesStartFile(knowledgeBases) ? await loadStart() : undefined;
    const documents = start?.get(DOCUMENTS_PART);
    if (start && documents) {
      const encoded = start.get(INDEX_PART);
      const engine = new MiniSearchEngine(
        JSON.parse(toText(documents)),
        createAddresses(base),
        encoded && toText(encoded),
      );
      return { engine, lexicon: decodeLexicon(toText(start.get(LEXICON_FILE))), tables };
    }
    // The page keeps its own `fetch`.
    if (start && !('document' in globalThis)) answerFromMemory(index, start);
    const [module, lexicon] = await Promise.all([
      import(/* @vite-ignore */ `${index}pagefind.js`) as Promise<PagefindModule>,
      start ? decodeLexicon(toText(start.get(LEXICON_FILE))) : fetchLexicon(index),
    ]);
    const createInstance = () =>
      module.createInstance({ basePath: index, baseUrl: base, ...PAGEFIND_OPTIONS });
    const merged = await mergeKnowledgeBases(createInstance, index, knowledgeBases);
    unreachable.push(...merged.unreachable.map(({ title }) => title));
    const lexicons = await Promise.all(
      merged.reached.map(({ address }) => fetchLexicon(`${address}pagefind/`).catch(() => undefined)),
    );
    const mergedLexicon = mergeLexicons(lexicon, lexicons);
    const { spellings } = mergedLexicon;
    const { findSource } = merged;
    return {
      engine: new PagefindEngine(merged.pagefind, { findSource, spellings }),
      lexicon: mergedLexicon,
      tables,
    };
  };
  const getIndex = () => {
    loading ??= load(others);
    const current = loading;
    // After a failure, the next search tries again: the network may be back.
    current.catch(() => {
      if (loading === current) loading = undefined;
    });
    return current;
  };
  const loadOwnIndex = () => {
    if (!ownIndex) {
      ownIndex = load([]);
      unreachable.push(...others.map(({ title }) => title).filter((title) => !unreachable.includes(title)));
    }
    loading = ownIndex;
    return ownIndex;
  };
  /** Tries again with only the site's own index, because another knowledge base may have caused an error. */
  const withIndex = async <Answer>(use: (searchIndex: SearchIndex) => Promise<Answer>): Promise<Answer> => {
    const current = getIndex();
    try {
      return await use(await current);
    } catch (error) {
      if (others.length === 0 || current === ownIndex || isAbortError(error)) throw error;
      return use(await loadOwnIndex());
    }
  };
  return {
    search: (query, options) => withIndex((searchIndex) => search(searchIndex, query, options)),
    isInMemory: () => withIndex(async ({ engine }) => engine.isInMemory === true),
    countByFilter: ({ keys }) => withIndex(({ engine }) => countPages(engine, keys)),
    listNewlyUnreachable: async () => unreachable.splice(0),
  };
}

async function fetchLexicon(index: string): Promise<SearchLexicon> {
  return decodeLexicon(await fetchText(`${index}${LEXICON_FILE}`));
}

function toText(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

async function fetchText(address: string): Promise<string> {
  return (await fetchFile(address)).text();
}

async function fetchFile(address: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}

async function countPages(engine: SearchEngine, keys: ReadonlySet<string>): Promise<FilterCounts> {
  const counts: Partial<Record<SearchFilter, Record<string, number>>> = {};
  for (const filter of SEARCH_FILTERS) {
    const pagesByValue = await engine.loadPagesByValue(filter);
    counts[filter] = Object.fromEntries(
      [...pagesByValue].map(([value, pages]) => [value, [...pages].filter((key) => keys.has(key)).length]),
    );
  }
  return counts;
}
