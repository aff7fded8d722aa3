/**
 * `npm run bench:search`: what the first answer of a cold page transfers with 5,000 documents, and how long
 * each further keystroke takes. Sizes are those of gzip, which Pagefind's own files have already.
 */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { LEXICON_FILE } from '../../src/knowledge/search/lexicon.ts';
import { search } from '../../src/knowledge/search/search.ts';
import { readSearchDocuments } from '../../src/search/open-search.ts';
import { PagefindEngine } from '../../src/search/pagefind-engine.ts';
import { openIndexFolder } from '../../src/search/pagefind-folder.ts';
import { codeOfSearch } from './code-size.ts';
import { readCorpus } from './corpus.ts';
import { writeIndex } from './evaluate.ts';
import { generateDocuments } from './generate.ts';
import { QUERY_KINDS, readQueries } from './queries.ts';

const DOCUMENTS = 5_000;
const QUERIES_OF_EACH_KIND = 16;
const LIMITS = { median: 320_000, p95: 520_000, words: 60_000, keystroke: 100 };

const corpus = process.env.HINDSIGHT_CORPUS;
const entries = corpus && existsSync(corpus) ? await readCorpus(corpus) : [];
const sources = [...(await readSearchDocuments()), ...entries.map(({ document }) => document)];
const judged = await readQueries();
const queries = QUERY_KINDS.flatMap((kind) => {
  const own = judged.filter((each) => each.kind === kind).map(({ query }) => query);
  return own.filter((_, index) => index % Math.ceil(own.length / QUERIES_OF_EACH_KIND) === 0);
});

const folder = await writeIndex(generateDocuments(sources, DOCUMENTS));
const sizes = new Map<string, Promise<number>>();
const { lexicon } = await openIndexFolder(folder);
const code = await codeOfSearch();
const words = await compressed(LEXICON_FILE);
const cold: { start: number; parts: number }[] = [];
for (const query of queries) cold.push(await coldBytes(query));

const totals = cold.map(({ start, parts }) => code.all + words + start + parts);
const rows: [string, number, number][] = [
  [
    'Pagefind: code, wasm, page list',
    median(cold.map(({ start }) => start)),
    p95(cold.map(({ start }) => start)),
  ],
  ['our code, glossary and signatures included', code.all, code.all],
  ['vocabulary and names of the content', words, words],
  ['index parts and results', median(cold.map(({ parts }) => parts)), p95(cold.map(({ parts }) => parts))],
  ['first answer', median(totals), p95(totals)],
  ['  of it vocabulary, names and glossary', words + code.data, words + code.data],
];
const source = entries.length > 0 ? 'the content and the public corpus' : 'the content';
console.log(
  `${DOCUMENTS} documents from ${source}, ${lexicon.vocabulary.words.length} words, ${queries.length} queries; KB, compressed`,
);
console.log(`${' '.repeat(44)}  median     p95`);
for (const [name, middle, high] of rows)
  console.log(`${name.padEnd(44)}${kilobytes(middle)}${kilobytes(high)}`);

const keystrokes = await keystrokeTimes();
console.log(
  `${'each further keystroke, ms of processor'.padEnd(44)}${tenths(median(keystrokes))}${tenths(p95(keystrokes))}`,
);
await rm(folder, { recursive: true });
const failures = [
  [median(totals) > LIMITS.median, 'the median of the first answer'],
  [p95(totals) > LIMITS.p95, 'the 95th percentile of the first answer'],
  [words + code.data > LIMITS.words, 'vocabulary and glossary'],
  [p95(keystrokes) > LIMITS.keystroke, 'the 95th percentile of a keystroke'],
].filter(([isOver]) => isOver);
for (const [, what] of failures) console.error(`Over its limit: ${what}`);
process.exit(failures.length > 0 ? 1 : 0);

/** In a thread of its own: Pagefind gives no memory back, and a cold page has nothing loaded. */
function coldBytes(query: string): Promise<{ start: number; parts: number }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./cold-search.ts', import.meta.url), {
      workerData: { folder, query },
    });
    worker.once('error', reject);
    worker.once('message', async (files: string[]) => {
      const isPart = (file: string) => /^(?:index|fragment|filter)\//.test(file);
      const sum = async (names: string[]) =>
        (await Promise.all(names.map(compressed))).reduce((a, b) => a + b, 0);
      const start = [...files.filter((file) => !isPart(file)), 'pagefind.js', 'pagefind-worker.js'];
      resolve({ start: await sum(start), parts: await sum(files.filter(isPart)) });
      await worker.terminate();
    });
  });
}

function compressed(file: string): Promise<number> {
  const size =
    sizes.get(file) ??
    readFile(join(folder, file)).then((bytes) => Math.min(bytes.length, gzipSync(bytes).length));
  sizes.set(file, size);
  return size;
}

async function keystrokeTimes(): Promise<number[]> {
  const opened = await openIndexFolder(folder);
  const engine = new PagefindEngine(opened.pagefind);
  const times: number[] = [];
  for (const query of queries.filter((_, index) => index % 4 === 0)) {
    const typed = query.slice(0, 40);
    for (let length = 3; length <= typed.length; length++) {
      const begin = process.cpuUsage();
      await search({ engine, lexicon: opened.lexicon }, typed.slice(0, length));
      const { user, system } = process.cpuUsage(begin);
      times.push((user + system) / 1000);
    }
  }
  return times;
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

function p95(numbers: readonly number[]): number {
  return percentile(numbers, 0.95);
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0).padStart(8);
}

function tenths(number: number): string {
  return number.toFixed(1).padStart(8);
}
