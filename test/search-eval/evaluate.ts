/** Runs judged queries through plain Pagefind and through ours, on the same index of the same documents. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { indexFiles } from '../../src/integrations/pagefind-index.ts';
import type { SearchEngine } from '../../src/knowledge/search/engine.ts';
import type { Lexicon } from '../../src/knowledge/search/lexicon.ts';
import { rank } from '../../src/knowledge/search/rank.ts';
import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { understand } from '../../src/knowledge/search/understand.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { MiniSearchEngine } from '../../src/node/search/minisearch-engine.ts';
import { openIndexFolder } from '../../src/node/search/pagefind-folder.ts';
import { PagefindEngine, type PagefindInstance } from '../../src/search/pagefind-engine.ts';
import { type Answered, type Judged, type Score, scoreOf } from './metrics.ts';

export type Search = (query: string) => Promise<Answered>;

export interface Searches {
  readonly searches: Readonly<Record<string, Search>>;
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
  return {
    searches: {
      'plain Pagefind': plainSearch(plain),
      'ours, Pagefind': ours(new PagefindEngine(pagefind), lexicon),
      'ours, MiniSearch': ours(miniSearch, lexicon),
    },
    close: async () => {
      for (const each of [folder, plainFolder]) await rm(each, { recursive: true });
    },
  };
}

export async function writeIndex(documents: readonly SearchDocument[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-eval-'));
  for (const [path, content] of await indexFiles(documents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

function plainSearch(pagefind: PagefindInstance): Search {
  return async (query) => {
    const { results } = (await pagefind.search(query)) ?? { results: [] };
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return { keys: pages.map(({ meta }) => `${meta.kind}:${meta.id}`) };
  };
}

function ours(engine: SearchEngine, lexicon: Lexicon): Search {
  return async (query) => {
    const understanding = understand(query, lexicon);
    const { results, isClosest } = await rank(engine, understanding, { pages: lexicon.vocabulary.pages });
    return { keys: results.map(({ page }) => `${page.kind}:${page.id}`), isClosest };
  };
}

export interface Outcome {
  /** By kind, and under `all`. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly pairs: readonly { judged: Judged; answered: Answered }[];
}

export async function evaluate(search: Search, queries: readonly Judged[]): Promise<Outcome> {
  const pairs: { judged: Judged; answered: Answered }[] = [];
  for (const judged of queries) pairs.push({ judged, answered: await search(judged.query) });
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const scores = kinds.map(
    (kind) => [kind, scoreOf(pairs.filter(({ judged }) => judged.kind === kind))] as const,
  );
  return { scores: Object.fromEntries([...scores, ['all', scoreOf(pairs)] as const]), pairs };
}
