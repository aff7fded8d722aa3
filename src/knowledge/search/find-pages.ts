/** Finds the pages for a query: understands it, ranks the pages, and tries again with less if that finds none. */
import { loadQueryTables, type TableLoader } from './query-tables.ts';
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

export type FindOptions = Omit<RankOptions, 'pages'> & Pick<UnderstandOptions, 'literal'>;

export interface FoundPages {
  readonly understanding: QueryUnderstanding;
  readonly ranking: Ranking;
}

export async function findPages(
  { engine, lexicon, tables }: SearchIndex,
  query: string,
  { literal, ...options }: FindOptions = {},
): Promise<FoundPages> {
  const { wordFrequencies } = lexicon;
  if (tables) await loadQueryTables(query, lexicon, tables);
  const find = async (understandOptions: UnderstandOptions): Promise<FoundPages> => {
    const understanding = understandQuery(query, lexicon, {
      ...(tables ? { tables: tables.loaded } : {}),
      ...(literal ? { literal } : {}),
      ...understandOptions,
    });
    const ranking = await rankPages(engine, understanding, { ...options, pages: wordFrequencies.pages });
    return { understanding, ranking };
  };
  const found = await find({});
  if (found.understanding.phrases.length > 0) {
    const isFound = found.ranking.results.length > 0;
    return isFound ? found : reportMissingPhrases(found, await find({ ignoresPhrases: true }));
  }
  const isClose = found.ranking.results.length > 0 && !found.ranking.isClosest;
  if (isClose || found.understanding.isLog || !tables) return found;
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
function reportMissingPhrases({ understanding, ranking }: FoundPages, close: FoundPages): FoundPages {
  const phrases =
    understanding.phrases.length === 1
      ? understanding.phrases
      : [...understanding.unknown, ...ranking.unknown];
  const unknown = [...new Set([...phrases, ...close.understanding.unknown])];
  return {
    ...markAsClosest(close),
    understanding: { ...close.understanding, unknown },
  };
}
