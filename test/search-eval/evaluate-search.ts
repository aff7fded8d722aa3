/** Runs judged queries through plain Pagefind and through ours, on the same index of the same documents. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIndex } from '../../src/integrations/pagefind-index.ts';
import { findPages, type SearchIndex } from '../../src/knowledge/search/find-pages.ts';
import { createAnswer } from '../../src/knowledge/search/search-answer.ts';
import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { openIndexFolder } from '../../src/node/search/pagefind-folder.ts';
import { createTableLoader } from '../../src/node/search/query-table-files.ts';
import { MiniSearchEngine } from '../../src/search/minisearch-engine.ts';
import { PagefindEngine, type PagefindInstance } from '../../src/search/pagefind-engine.ts';
import { computeScore, type JudgedQuery, type Score, type SearchAnswer } from './metrics.ts';
import { PARAPHRASE } from './queries.ts';

export type SearchFunction = (query: string) => Promise<SearchAnswer>;

export interface Searches {
  readonly searches: Readonly<Record<string, SearchFunction>>;
  /** The engine and the lexicon of each of our searches, by its name. */
  readonly indexes: Readonly<Record<string, SearchIndex>>;
  close(): Promise<void>;
}

/** An index of the documents in a folder of its own, and the ways to search it. */
export async function openSearches(documents: readonly SearchDocument[]): Promise<Searches> {
  const folder = await writeIndex(documents);
  const { pagefind, lexicon } = await openIndexFolder(folder);
  // Two instances of one module share what they have loaded: each gets a module of its own.
  const plainFolder = `${folder}-plain`;
  await cp(folder, plainFolder, { recursive: true });
  const { module } = await openIndexFolder(plainFolder);
  const plain = module.createInstance({ basePath: `file://${plainFolder}/`, baseUrl: '/' });
  await plain.init();
  const miniSearch = new MiniSearchEngine(documents, createAddresses('/'));
  const tables = createTableLoader();
  const indexes: Record<string, SearchIndex> = {
    'ours, Pagefind': { engine: new PagefindEngine(pagefind, lexicon), lexicon, tables },
    'ours, MiniSearch': { engine: miniSearch, lexicon, tables },
  };
  const own = Object.entries(indexes).map(([name, index]) => [name, createOwnSearch(index)] as const);
  return {
    searches: { 'plain Pagefind': createPlainSearch(plain), ...Object.fromEntries(own) },
    indexes,
    close: async () => {
      for (const each of [folder, plainFolder]) await rm(each, { recursive: true });
    },
  };
}

export async function writeIndex(documents: readonly SearchDocument[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-eval-'));
  for (const [path, content] of await buildIndex(documents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

function createPlainSearch(pagefind: PagefindInstance): SearchFunction {
  return async (query) => {
    const { results } = (await pagefind.search(query)) ?? { results: [] };
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return { keys: pages.map(({ meta }) => `${meta.kind}:${meta.id}`) };
  };
}

function createOwnSearch(index: SearchIndex): SearchFunction {
  return async (query) => {
    const { understanding, ranking } = await findPages(index, query);
    const toKey = ({ kind, id }: { readonly kind?: string; readonly id: string }) => `${kind}:${id}`;
    return {
      keys: ranking.results.map(({ page }) => toKey(page)),
      shown: createAnswer(understanding, ranking).results.map(toKey),
      isClosest: ranking.isClosest,
    };
  };
}

export interface Outcome {
  /** By kind, and under `all` for every kind except paraphrases. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly pairs: readonly { judged: JudgedQuery; answered: SearchAnswer }[];
}

export async function evaluateSearch(
  search: SearchFunction,
  queries: readonly JudgedQuery[],
): Promise<Outcome> {
  const pairs: { judged: JudgedQuery; answered: SearchAnswer }[] = [];
  for (const judged of queries) pairs.push({ judged, answered: await search(judged.query) });
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const scores = kinds.map(
    (kind) => [kind, computeScore(pairs.filter(({ judged }) => judged.kind === kind))] as const,
  );
  const all = computeScore(pairs.filter(({ judged }) => judged.kind !== PARAPHRASE));
  return { scores: Object.fromEntries([...scores, ['all', all] as const]), pairs };
}
