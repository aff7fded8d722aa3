/**
 * The search of the site, as it runs in the browser: loads the index when it is first needed, and answers. Runs in a
 * worker (`search-worker.ts`), or in the page where there is none.
 */

import { type SearchIndex, type SearchOptions, search } from '../knowledge/search/search.ts';
import type { SearchAnswer } from '../knowledge/search/search-answer.ts';
import type { SearchEngine } from '../knowledge/search/search-engine.ts';
import { SEARCH_FILTERS, type SearchFilter } from '../knowledge/search/search-filters.ts';
import {
  decodeLexicon,
  LEXICON_FILE,
  mergeLexicons,
  type SearchLexicon,
} from '../knowledge/search/search-lexicon.ts';
import { isAbortError } from './next-task.ts';
import { type KnowledgeBase, mergeKnowledgeBases } from './other-knowledge-bases.ts';
import { PAGEFIND_OPTIONS, PagefindEngine, type PagefindModule } from './pagefind-engine.ts';

/** For each filter, the values that matching pages have and how many have them. */
export type FilterCounts = Readonly<Partial<Record<SearchFilter, Readonly<Record<string, number>>>>>;

export interface SiteSearch {
  /**
   * Undefined where a later question has come before this one was answered.
   *
   * @throws where the index cannot be loaded; the next call tries again
   */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer | undefined>;
  /** By filter and value; loads the filters of the index when first asked. */
  countByFilter(answer: Pick<SearchAnswer, 'keys'>): Promise<FilterCounts>;
  /** Other knowledge bases that could not be reached; each is told once. */
  listNewlyUnreachable(): Promise<string[]>;
}

export interface SiteSearchOptions {
  /** Where the index lies, with `/` at its end. */
  readonly index: string;
  /** The prefix of the site's pages. */
  readonly base: string;
  readonly others?: readonly KnowledgeBase[];
}

export function createSiteSearch({ index, base, others = [] }: SiteSearchOptions): SiteSearch {
  let loading: Promise<SearchIndex> | undefined;
  /** The own index without the others, once one of them has broken it. */
  let alone: Promise<SearchIndex> | undefined;
  const unreachable: string[] = [];
  const load = async (merging: readonly KnowledgeBase[]): Promise<SearchIndex> => {
    const [module, lexicon] = await Promise.all([
      import(/* @vite-ignore */ `${index}pagefind.js`) as Promise<PagefindModule>,
      fetchLexicon(index),
    ]);
    const open = () => module.createInstance({ basePath: index, baseUrl: base, ...PAGEFIND_OPTIONS });
    const merged = await mergeKnowledgeBases(open, index, merging);
    unreachable.push(...merged.unreachable.map(({ title }) => title));
    const lexicons = await Promise.all(
      merged.reached.map(({ address }) => fetchLexicon(`${address}pagefind/`).catch(() => undefined)),
    );
    return {
      engine: new PagefindEngine(merged.pagefind, merged.findSource),
      lexicon: mergeLexicons(lexicon, lexicons),
    };
  };
  const loaded = () => {
    loading ??= load(others);
    const current = loading;
    // A network that was down may be back: the next search tries again.
    current.catch(() => {
      if (loading === current) loading = undefined;
    });
    return current;
  };
  const leaveOthersOut = () => {
    if (!alone) {
      alone = load([]);
      unreachable.push(...others.map(({ title }) => title).filter((title) => !unreachable.includes(title)));
    }
    loading = alone;
    return alone;
  };
  /** Whatever failed may be another knowledge base: they are an extra, the own pages are not. */
  const using = async <Answer>(ask: (searched: SearchIndex) => Promise<Answer>): Promise<Answer> => {
    const current = loaded();
    try {
      return await ask(await current);
    } catch (error) {
      if (others.length === 0 || current === alone || isAbortError(error)) throw error;
      return ask(await leaveOthersOut());
    }
  };
  return {
    search: (query, options) => using((searched) => search(searched, query, options)),
    countByFilter: ({ keys }) => using(({ engine }) => countPages(engine, keys)),
    listNewlyUnreachable: async () => unreachable.splice(0),
  };
}

async function fetchLexicon(index: string): Promise<SearchLexicon> {
  const response = await fetch(`${index}${LEXICON_FILE}`);
  if (!response.ok) throw new Error(`${index}${LEXICON_FILE} answered ${response.status}`);
  return decodeLexicon(await response.text());
}

async function countPages(engine: SearchEngine, keys: ReadonlySet<string>): Promise<FilterCounts> {
  const counts: Partial<Record<SearchFilter, Record<string, number>>> = {};
  for (const filter of SEARCH_FILTERS) {
    const values = [...(await engine.loadPagesByValue(filter))].map(([value, inside]) => {
      return [value, [...inside].filter((key) => keys.has(key)).length] as const;
    });
    counts[filter] = Object.fromEntries(values);
  }
  return counts;
}
