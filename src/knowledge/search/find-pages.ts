/** Finds the pages for a query: understands it, ranks the pages, and tries again with less if that finds none. */
import { loadQueryTables, type TableLoader } from './query-tables.ts';
import { toQuickQuery } from './quick-query.ts';
import { type Ranking, type RankOptions, rankPages } from './rank.ts';
import type { SearchEngine } from './search-engine.ts';
import type { SearchLexicon } from './search-lexicon.ts';
import { type QueryUnderstanding, type UnderstandOptions, understandQuery } from './understand-query.ts';

export interface SearchIndex {
  readonly engine: SearchEngine;
  readonly lexicon: SearchLexicon;
  /** Loads the tables that only few queries need. Without it, queries are understood without them. */
  readonly tables?: TableLoader;
}

export interface FindOptions extends Omit<RankOptions, 'pages'>, Pick<UnderstandOptions, 'literal'> {
  /** Leaves out what takes long, for a first answer. */
  readonly isQuick?: boolean;
}

export interface FoundPages {
  /** The query with everything that a complete answer searches for. */
  readonly fullQuery: QueryUnderstanding;
  /** The query as it was searched for: less than `fullQuery` in a quick answer. */
  readonly understanding: QueryUnderstanding;
  readonly ranking: Ranking;
}

export async function findPages(
  { engine, lexicon, tables }: SearchIndex,
  query: string,
  { literal, isQuick = false, ...options }: FindOptions = {},
): Promise<FoundPages> {
  const { wordFrequencies } = lexicon;
  // A quick answer waits for them too: what they tell about a query decides what comes first.
  if (tables) await loadQueryTables(query, lexicon, tables);
  const find = async (understandOptions: UnderstandOptions): Promise<FoundPages> => {
    const fullQuery = understandQuery(query, lexicon, {
      ...(tables ? { tables: tables.loaded } : {}),
      ...(literal ? { literal } : {}),
      ...understandOptions,
    });
    const understanding = isQuick ? toQuickQuery(fullQuery, wordFrequencies) : fullQuery;
    const ranking = await rankPages(engine, understanding, { ...options, pages: wordFrequencies.pages });
    return { fullQuery, understanding, ranking };
  };
  const found = await find({});
  if (found.fullQuery.phrases.length > 0) {
    const isFound = found.ranking.results.length > 0;
    return isFound ? found : reportMissingPhrases(found, await find({ ignoresPhrases: true }));
  }
  const isClose = found.ranking.results.length > 0 && !found.ranking.isClosest;
  if (isClose || found.fullQuery.isLog || !tables) return found;
  await tables.load('thesaurus');
  if (!tables.loaded.thesaurus) return found;
  const inOtherWords = await find({ usesThesaurus: true });
  return inOtherWords.ranking.results.length > 0 ? markAsClosest(inOtherWords) : found;
}

/** Everyday words can mean much else, so the pages that they find are only close results. */
function markAsClosest(found: FoundPages): FoundPages {
  const results = found.ranking.results.map((result) => ({ ...result, isClosest: true }));
  return { ...found, ranking: { ...found.ranking, results, isClosest: results.length > 0 } };
}

/** No page contains the phrases, so the pages with their words are only close results. */
function reportMissingPhrases({ fullQuery, ranking }: FoundPages, close: FoundPages): FoundPages {
  const phrases =
    fullQuery.phrases.length === 1 ? fullQuery.phrases : [...fullQuery.unknown, ...ranking.unknown];
  const unknown = [...new Set([...phrases, ...close.fullQuery.unknown])];
  return {
    ...markAsClosest(close),
    fullQuery: { ...close.fullQuery, unknown },
    understanding: { ...close.understanding, unknown },
  };
}
