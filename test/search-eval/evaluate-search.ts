/** Runs judged queries through plain Pagefind and through ours, on the same index of the same documents. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createSearchFiles } from '../../src/bundle/search-files.ts';
import { buildIndex } from '../../src/integrations/pagefind-index.ts';
import { findPages, type SearchIndex } from '../../src/knowledge/search/find-pages.ts';
import { TableLoader } from '../../src/knowledge/search/query-tables.ts';
import { createAnswer } from '../../src/knowledge/search/search-answer.ts';
import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { decodeLexicon, LEXICON_FILE } from '../../src/knowledge/search/search-lexicon.ts';
import { createAddresses } from '../../src/knowledge/source/addresses.ts';
import { openIndexFolder } from '../../src/node/search/pagefind-folder.ts';
import { createTableLoader } from '../../src/node/search/query-table-files.ts';
import { MiniSearchEngine } from '../../src/search/minisearch-engine.ts';
import { PagefindEngine, type PagefindInstance } from '../../src/search/pagefind-engine.ts';
import { DOCUMENTS_PART, decodeStartFile, INDEX_PART, START_FILE } from '../../src/search/start-file.ts';
import { computeScore, type JudgedQuery, type Score, type SearchAnswer } from './metrics.ts';
import { PARAPHRASE } from './queries.ts';

export type SearchFunction = (query: string) => Promise<SearchAnswer>;

export interface Searches {
  readonly searches: Readonly<Record<string, SearchFunction>>;
  /** The engine and the lexicon of each of our searches, by its name. */
  readonly indexes: Readonly<Record<string, SearchIndex>>;
  /** The name of the search that the site uses online. */
  readonly online: string;
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
    online: (await hasDocuments(folder)) ? 'ours, MiniSearch' : 'ours, Pagefind',
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

async function hasDocuments(folder: string): Promise<boolean> {
  return (await decodeStartFile(new Uint8Array(await readFile(join(folder, START_FILE))))).has(
    DOCUMENTS_PART,
  );
}

/** Opens the search of a bundle, from its files. */
export async function openBundleSearch(documents: readonly SearchDocument[]): Promise<SearchFunction> {
  const files = await createSearchFiles(documents);
  const start = await decodeStartFile(new TextEncoder().encode(files.get(START_FILE)));
  const readPart = (name: string) => new TextDecoder().decode(start.get(name));
  return createOwnSearch({
    engine: new MiniSearchEngine(
      JSON.parse(readPart(DOCUMENTS_PART)),
      createAddresses('./'),
      readPart(INDEX_PART),
    ),
    lexicon: decodeLexicon(readPart(LEXICON_FILE)),
    tables: new TableLoader(async (name) => files.get(name) ?? ''),
  });
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
