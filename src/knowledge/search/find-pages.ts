/** Finds the pages for a query: understands it, ranks the pages, and tries again with less if that finds none. */
import { listMissingTables, loadQueryTables, type TableLoader } from './query-tables.ts';
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
  /** True if a table that the query needs was not loaded yet. */
  readonly isPartial: boolean;
}

export async function findPages(
  { engine, lexicon, tables }: SearchIndex,
  query: string,
  { literal, isQuick = false, ...options }: FindOptions = {},
): Promise<FoundPages> {
  const { wordFrequencies } = lexicon;
  const missing = tables ? listMissingTables(query, lexicon, tables.loaded) : [];
  const isPartial = isQuick && missing.some((name) => name !== 'errors');
  // A quick answer waits only for the errors: a recognised one decides what comes first. The complete one follows.
  if (tables && !isQuick) await loadQueryTables(query, lexicon, tables);
  else if (missing.includes('errors')) await tables?.load('errors');
  const find = async (understandOptions: UnderstandOptions): Promise<FoundPages> => {
    const fullQuery = understandQuery(query, lexicon, {
      ...(tables ? { tables: tables.loaded } : {}),
      ...(literal ? { literal } : {}),
      ...understandOptions,
    });
    const understanding = isQuick ? toQuickQuery(fullQuery, wordFrequencies) : fullQuery;
    const ranking = await rankPages(engine, understanding, { ...options, pages: wordFrequencies.pages });
    return { fullQuery, understanding, ranking, isPartial };
  };
  const found = await find({});
  if (found.fullQuery.phrases.length > 0) {
    const isFound = found.ranking.results.length > 0;
    return isFound ? found : reportMissingPhrases(found, await find({ ignoresPhrases: true }));
  }
  const isClose = found.ranking.results.length > 0 && !found.ranking.isClosest;
  if (isClose || found.fullQuery.isLog || !tables) return found;
  if (!isQuick) await tables.load('thesaurus');
  if (!tables.loaded.thesaurus) return { ...found, isPartial: isQuick };
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
