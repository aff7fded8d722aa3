/** Searches with any engine, from the query to the answer, for the site, the commands and the evaluation. */

import { findPages, type SearchIndex } from './find-pages.ts';
import { createAnswer, type SearchAnswer } from './search-answer.ts';
import type { Filters } from './search-engine.ts';
import { understandQuery } from './understand-query.ts';

export interface SearchOptions {
  readonly filters?: Filters;
  /** The number of results to load. */
  readonly limit?: number;
  /** Words to search for as typed, because their correction was undone. */
  readonly literal?: ReadonlySet<string>;
  /** Aborted when the answer is no longer needed. */
  readonly signal?: AbortSignal;
}

/** Returns the answer to a query. For an empty query, returns all pages that pass the filters. */
export async function search(
  index: SearchIndex,
  query: string,
  { limit = 10, ...options }: SearchOptions = {},
): Promise<SearchAnswer> {
  if (query.trim() === '') return listAllPages(index, { ...options, limit });
  const { understanding, ranking } = await findPages(index, query, { ...options, limit });
  return createAnswer(understanding, ranking);
}

async function listAllPages(
  { engine, lexicon }: SearchIndex,
  { filters = {}, limit }: SearchOptions & { limit: number },
): Promise<SearchAnswer> {
  const hits = await engine.listPages(filters);
  const results = hits.slice(0, limit).map(async ({ key, load }) => {
    return {
      key,
      page: await load(),
      score: 0,
      share: 1,
      reasons: [],
      locations: [],
      signals: [],
      coversError: false,
      matchesQuestion: false,
      isAboutProgram: false,
      isClosest: false,
    };
  });
  const keys = new Set(hits.map(({ key }) => key));
  const ranking = { results: await Promise.all(results), keys, unknown: [], missing: [], isClosest: false };
  return createAnswer(understandQuery('', lexicon), ranking);
}
