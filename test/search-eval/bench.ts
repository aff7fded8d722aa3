/**
 * `npm run bench:search`: with 242 and with 5,000 documents, what the first answer of a cold page and each further key
 * request, and how long a key takes until its answer is painted, next to plain Pagefind in the same page. The pages are
 * those of the built site; only what they search is replaced. Exits 1 if a bound is missed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import type { SearchDocument } from '../../src/knowledge/search/search-document.ts';
import { readSearchDocuments } from '../../src/node/search/open-search.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { searchCold, searchPlainCold, typePlain, typeQuery } from './bench-page.ts';
import { printCosts, printTimes } from './bench-report.ts';
import { type BenchServer, type Sent, startBenchServer } from './bench-server.ts';
import { readCorpusEntries } from './corpus-documents.ts';
import { writeIndex } from './evaluate-search.ts';
import { countDistinctWords, growKnowledge } from './grow-knowledge.ts';
import { QUERY_KINDS, readQueries } from './queries.ts';

/** Bytes and requests of the first answer: what 95 of 100 queries stay below on a small site, and half on a large one. */
const SIZES = [
  { documents: 242, share: 0.95, requests: 12, bytes: 230_000 },
  { documents: 5_000, share: 0.5, requests: 14, bytes: 320_000 },
] as const;
/** The times of a key may be so many times those of plain Pagefind, which shows ten titles and corrects nothing. */
const MAX_KEY_RATIO = 3;

const { values } = parseArgs({
  options: {
    // One query of so many is asked on a cold page, and one of so many is typed.
    cold: { type: 'string', default: '4' },
    typed: { type: 'string', default: '24' },
  },
});
const judged = await readQueries();
const queries = QUERY_KINDS.flatMap((kind) => judged.filter((each) => each.kind === kind)).map(
  ({ query }) => query,
);
const pickEvery = (step: string) => queries.filter((_, index) => index % Number(step) === 0);

const corpus = process.env.HINDSIGHT_CORPUS;
const entries = corpus && existsSync(corpus) ? await readCorpusEntries(corpus) : [];
const material = entries.map(({ document }) => document);
const own = (await readSearchDocuments()).documents;

const site = resolve('.cache/bench-site');
showProgress('building the site');
await promisify(execFile)('astro', ['build', '--outDir', site, '--base', '/'], {
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
const from = entries.length > 0 ? 'the content and the public corpus' : 'the content';
for (const size of SIZES) {
  const documents = growKnowledge([...own, ...material].slice(0, size.documents), material, size.documents);
  console.log(`\n${documents.length} documents of ${from}: ${countDistinctWords(documents)} different words`);
  await measureSize(documents, size);
}
showProgress('');

async function measureSize(
  documents: readonly SearchDocument[],
  size: (typeof SIZES)[number],
): Promise<void> {
  showProgress(`indexing ${documents.length} documents`);
  const index = await writeIndex(documents);
  const server = await startBenchServer(site, index);
  try {
    const isKept = [await measureCosts(server, size), await measureTimes(server)];
    if (isKept.includes(false)) process.exitCode = 1;
  } finally {
    server.stop();
    await rm(index, { recursive: true });
  }
}

async function measureCosts(server: BenchServer, size: (typeof SIZES)[number]): Promise<boolean> {
  const costs: Record<'ours' | 'plain', Sent[]> = { ours: [], plain: [] };
  const cold = pickEvery(values.cold);
  await withBrowser(async (browser) => {
    for (const [at, query] of cold.entries()) {
      showProgress(`first answers ${at + 1} of ${cold.length}`);
      server.takeSent();
      await searchCold(browser, server.home, query);
      costs.ours.push(server.takeSent());
      await searchPlainCold(browser, server.home, query);
      costs.plain.push(server.takeSent());
    }
  });
  showProgress('');
  return printCosts(costs, size);
}

/** In a browser of its own: one that has had hundreds of pages open is slower than anybody's. */
async function measureTimes(server: BenchServer): Promise<boolean> {
  const keys: Sent[] = [];
  const [ours, plain]: [number[], number[]] = [[], []];
  const typed = pickEvery(values.typed);
  await withBrowser(async (browser) => {
    for (const [at, query] of typed.entries()) {
      showProgress(`typed queries ${at + 1} of ${typed.length}`);
      const sent: Sent[] = [];
      server.takeSent();
      ours.push(...(await typeQuery(browser, server.home, query, () => sent.push(server.takeSent()))));
      keys.push(...sent.slice(1));
      plain.push(...(await typePlain(browser, server.home, query)));
    }
  });
  showProgress('');
  return printTimes({ keys, ours, plain }, MAX_KEY_RATIO);
}

async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** Only on a terminal: a pipe gets the tables alone. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
