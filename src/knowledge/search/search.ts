/** A search from the query to the answer, by any engine: as the site, the commands and the evaluation make it. */
import { answerOf, type SearchAnswer } from './answer.ts';
import type { Filters, SearchEngine } from './engine.ts';
import type { Lexicon } from './lexicon.ts';
import { rank } from './rank.ts';
import { understand } from './understand.ts';

/** What is searched. */
export interface Searched {
  readonly engine: SearchEngine;
  readonly lexicon: Lexicon;
}

export interface SearchOptions {
  readonly filters?: Filters;
  /** How many results to load. */
  readonly limit?: number;
  /** What was typed and corrected, where the correction was undone. */
  readonly literal?: ReadonlySet<string>;
}

/** Without a query: the pages that the filters let pass. */
export async function search(
  { engine, lexicon }: Searched,
  query: string,
  { filters = {}, limit = 10, literal }: SearchOptions = {},
): Promise<SearchAnswer> {
  const understanding = understand(query, lexicon, literal ? { literal } : {});
  const pages = lexicon.vocabulary.pages;
  if (query.trim() !== '')
    return answerOf(understanding, await rank(engine, understanding, { filters, pages, limit }));
  const hits = await engine.browse(filters);
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
  return answerOf(understanding, {
    results: await Promise.all(results),
    keys,
    unknown: [],
    missing: [],
    isClosest: false,
  });
}
