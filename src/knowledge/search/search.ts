/** A search from the query to the answer, by any engine: as the site, the commands and the evaluation make it. */

import { findLikelyCompletion, hasFewerTerms, toQuickQuery } from './quick-query.ts';
import { rankPages } from './rank.ts';
import { createAnswer, type SearchAnswer } from './search-answer.ts';
import type { Filters, SearchEngine } from './search-engine.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { understandQuery } from './understand-query.ts';

/** What is searched. */
export interface SearchIndex {
  readonly engine: SearchEngine;
  readonly lexicon: SearchLexicon;
}

export interface SearchOptions {
  readonly filters?: Filters;
  /** How many results to load. */
  readonly limit?: number;
  /** What was typed and corrected, where the correction was undone. */
  readonly literal?: ReadonlySet<string>;
  /** Whether a first answer is wanted soon, rather than all that was understood. */
  readonly isQuick?: boolean;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Without a query: the pages that the filters let pass. */
export async function search(
  { engine, lexicon }: SearchIndex,
  query: string,
  { filters = {}, limit = 10, literal, isQuick = false, signal }: SearchOptions = {},
): Promise<SearchAnswer> {
  const whole = understandQuery(query, lexicon, literal ? { literal } : {});
  const understanding = isQuick ? toQuickQuery(whole, lexicon.wordFrequencies) : whole;
  const pages = lexicon.wordFrequencies.pages;
  const [begun] = whole.tokens;
  if (isQuick && begun && begun.whole.length > 1 && understanding.concepts.length === 0) {
    // What cannot be loaded now is told by the search that needs it.
    preloadCompletion({ engine, lexicon }, begun.whole, limit).catch(() => undefined);
  }
  if (query.trim() !== '') {
    const ranking = await rankPages(engine, understanding, {
      filters,
      pages,
      limit,
      ...(isQuick ? { candidates: limit } : {}),
      ...(signal ? { signal } : {}),
    });
    // Of a word in the making nobody wants to hear that it is nowhere.
    const told = isQuick ? { ...ranking, unknown: [] } : ranking;
    const isCut = isQuick && ranking.keys.size > limit;
    return createAnswer(understanding, told, !isCut && !hasFewerTerms(understanding, whole));
  }
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
      isClosest: false,
    };
  });
  const keys = new Set(hits.map(({ key }) => key));
  const ranking = { results: await Promise.all(results), keys, unknown: [], missing: [], isClosest: false };
  return createAnswer(understanding, ranking, !isQuick || keys.size <= limit);
}

/** Looks up what a beginning may become, so that the next letter finds the parts of the index loaded. */
async function preloadCompletion(
  { engine, lexicon }: SearchIndex,
  beginning: string,
  limit: number,
): Promise<void> {
  await engine.preload(beginning);
  const word = findLikelyCompletion(beginning, lexicon.wordFrequencies);
  const hits = word === undefined ? [] : await engine.lookUp({ text: word, match: 'phrase' }, {});
  await Promise.all(hits.slice(0, limit).map((hit) => hit.load()));
}
