/** Searches with any engine, from the query to the answer, for the site, the commands and the evaluation. */

import { findPages, type SearchIndex } from './find-pages.ts';
import { findLikelyCompletion, hasFewerTerms } from './quick-query.ts';
import { createAnswer, type SearchAnswer } from './search-answer.ts';
import type { Filters } from './search-engine.ts';
import { understandQuery } from './understand-query.ts';

export interface SearchOptions {
  readonly filters?: Filters;
  /** The number of results to load. */
  readonly limit?: number;
  /** Words to search for as typed, because their correction was undone. */
  readonly literal?: ReadonlySet<string>;
  /** Returns a first answer soon instead of a complete one, unless the engine has everything in memory. */
  readonly isQuick?: boolean;
  /** The number of results to load for a quick answer. */
  readonly quickLimit?: number;
  /** Aborted when the answer is no longer needed. */
  readonly signal?: AbortSignal;
}

/** Returns the answer to a query. For an empty query, returns all pages that pass the filters. */
export async function search(
  index: SearchIndex,
  query: string,
  { quickLimit, limit: fullLimit = 10, ...rest }: SearchOptions = {},
): Promise<SearchAnswer> {
  const isQuick = rest.isQuick === true && index.engine.isInMemory !== true;
  const limit = isQuick ? (quickLimit ?? fullLimit) : fullLimit;
  const { literal, ...options } = rest;
  if (query.trim() === '') return listAllPages(index, { ...options, limit, isQuick });
  const { fullQuery, understanding, ranking } = await findPages(index, query, {
    ...options,
    limit,
    isQuick,
    ...(literal ? { literal } : {}),
    ...(isQuick ? { candidates: limit } : {}),
  });
  const [firstToken] = fullQuery.tokens;
  if (isQuick && firstToken && firstToken.whole.length > 1 && understanding.concepts.length === 0) {
    // A later search that needs the same files reports the error.
    preloadCompletion(index, firstToken.whole, limit).catch(() => undefined);
  }
  // A word that is still being typed is not reported as unknown.
  const shown = isQuick ? { ...ranking, unknown: [] } : ranking;
  const isCut = isQuick && ranking.keys.size > limit;
  return createAnswer(understanding, shown, !isCut && !hasFewerTerms(understanding, fullQuery));
}

async function listAllPages(
  { engine, lexicon }: SearchIndex,
  { filters = {}, limit, isQuick }: SearchOptions & { limit: number },
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
  return createAnswer(understandQuery('', lexicon), ranking, isQuick !== true || keys.size <= limit);
}

/** Loads the parts of the index that the next letters will need. */
async function preloadCompletion(
  { engine, lexicon }: SearchIndex,
  prefix: string,
  limit: number,
): Promise<void> {
  await engine.preload(prefix);
  const word = findLikelyCompletion(prefix, lexicon.wordFrequencies);
  const hits = word === undefined ? [] : await engine.lookUp({ text: word, match: 'phrase' }, {});
  await Promise.all(hits.slice(0, limit).map((hit) => hit.load()));
}
