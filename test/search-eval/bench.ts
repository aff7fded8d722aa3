/**
 * `npm run bench:search`: with 5,000 documents, what the first answer of a cold page transfers, and how long each
 * further keystroke takes in a browser. The pages are those of the built site; only the index that they search
 * is a larger one. Prints a table; exits 1 where a bound is missed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { LEXICON_FILE } from '../../src/knowledge/search/lexicon.ts';
import { lexiconOf } from '../../src/knowledge/search/lexicon-of.ts';
import { readSearchDocuments } from '../../src/node/search/open-search.ts';
import { findChromium } from '../browser/chromium.ts';
import { askCold, askPlainCold, typePlain, typeQuery } from './bench-page.ts';
import { startBenchServer } from './bench-server.ts';
import { glossarySize } from './code-size.ts';
import { readCorpus } from './corpus.ts';
import { writeIndex } from './evaluate.ts';
import { growKnowledge, wordsIn } from './generate.ts';
import { QUERY_KINDS, readQueries } from './queries.ts';

const DOCUMENTS = 5_000;
/** Every so many queries of a kind are typed letter by letter. */
const TYPED_EVERY = 7;
const BOUNDS = { median: 320_000, p95: 520_000, words: 60_000, keystroke: 100 };

const corpus = process.env.HINDSIGHT_CORPUS;
const entries = corpus && existsSync(corpus) ? await readCorpus(corpus) : [];
const own = await readSearchDocuments();
const documents = growKnowledge(
  own,
  entries.map(({ document }) => document),
  DOCUMENTS,
);
const judged = await readQueries();
const queries = QUERY_KINDS.flatMap((kind) => judged.filter((each) => each.kind === kind));
const typed = QUERY_KINDS.flatMap((kind) =>
  queries.filter((each) => each.kind === kind).filter((_, index) => index % TYPED_EVERY === 0),
).map(({ query }) => query);

const site = resolve('.cache/bench-site');
progress('building the site');
await promisify(execFile)('astro', ['build', '--outDir', site, '--base', '/'], {
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
progress(`indexing ${DOCUMENTS} documents`);
const index = await writeIndex(documents);
const server = await startBenchServer(site, index);
const launch = async () => chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
let browser = await launch();

const cold: Record<Part, number>[] = [];
const whole: number[] = [];
const plain: number[] = [];
const requests: number[] = [];
for (const [at, { query }] of queries.entries()) {
  progress(`first answers ${at + 1} of ${queries.length}`);
  server.takeSent();
  await askCold(browser, server.home, query);
  const sent = server.takeSent();
  cold.push(partsOf(sent.first));
  whole.push(total(partsOf(sent.all)));
  requests.push([...sent.first.keys()].filter((path) => partOf(path) !== 'page').length);
  await askPlainCold(browser, server.home, query);
  plain.push(total(partsOf(server.takeSent().all)));
}
// One that has had four hundred pages open is slower than anybody's.
await browser.close();
browser = await launch();
const keys: number[] = [];
const plainKeys: number[] = [];
const wholes: number[] = [];
for (const [at, query] of typed.entries()) {
  progress(`typed queries ${at + 1} of ${typed.length}`);
  const answered = await typeQuery(browser, server.home, query);
  keys.push(...answered.keys);
  wholes.push(answered.whole);
  plainKeys.push(...(await typePlain(browser, server.home, query)));
}
progress('');
await browser.close();
server.stop();
await rm(index, { recursive: true });

const glossary = await glossarySize();
const lexicon = lexiconOf(documents);
const { vocabulary } = lexicon;
const from = entries.length > 0 ? 'the content and the public corpus' : 'the content';
console.log(
  `${documents.length} documents grown from ${from}: ${wordsIn(documents)} different words, ${vocabulary.words.length} in the vocabulary`,
);
console.log(
  `${queries.length} queries on a cold page, ${typed.length} typed letter by letter (${keys.length} keystrokes)`,
);
console.log(
  'KB (1000 bytes) as sent with gzip, headers included; ms from the keystroke to the painted answer\n',
);
const words = cold.map((parts) => parts.words + glossary);
const first = cold.map(total);
row('', 'median', 'p95', 'bound', '');
row('our code (glossary included)', ...kilobytes(cold.map(({ code }) => code)));
row('vocabulary and names', ...kilobytes(cold.map((parts) => parts.words)));
row('Pagefind: code, wasm, page list', ...kilobytes(cold.map(({ engine }) => engine)));
row('index parts', ...kilobytes(cold.map((parts) => parts.index)));
row('filters', ...kilobytes(cold.map(({ filter }) => filter)));
row('pages of results', ...kilobytes(cold.map(({ fragment }) => fragment)));
row(
  'first answer',
  ...kilobytes(first),
  '320 / 520',
  verdict(median(first) <= BOUNDS.median && p95(first) <= BOUNDS.p95),
);
row('  of it vocabulary, names, glossary', ...kilobytes(words), '60', verdict(p95(words) <= BOUNDS.words));
row('  requests', median(requests).toFixed(0), p95(requests).toFixed(0));
row('whole answer', ...kilobytes(whole));
row('beside it: page, styles, fonts', ...kilobytes(cold.map(({ page }) => page)));
row('yardstick: plain Pagefind, first answer', ...kilobytes(plain));
row('  ours / plain', ...ratio(first, plain));
row('each further keystroke, ms', ...tenths(keys), '100', verdict(p95(keys) <= BOUNDS.keystroke));
row('yardstick: plain Pagefind, ms', ...tenths(plainKeys));
row('  ours / plain', ...ratio(keys, plainKeys));
row('whole answer after the last key, ms', ...tenths(wholes));

type Part = 'page' | 'code' | 'words' | 'engine' | 'index' | 'filter' | 'fragment';

function partOf(path: string): Part {
  if (path === `/pagefind/${LEXICON_FILE}`) return 'words';
  const folder = /^\/pagefind\/(index|filter|fragment)\//.exec(path)?.[1];
  if (folder) return folder as Part;
  if (path.startsWith('/pagefind/')) return 'engine';
  return path.endsWith('.js') ? 'code' : 'page';
}

function partsOf(sent: ReadonlyMap<string, number>): Record<Part, number> {
  const parts = { page: 0, code: 0, words: 0, engine: 0, index: 0, filter: 0, fragment: 0 };
  for (const [path, bytes] of sent) parts[partOf(path)] += bytes;
  return parts;
}

function total({ page: _, ...search }: Record<Part, number>): number {
  return Object.values(search).reduce((a, b) => a + b, 0);
}

function verdict(isKept: boolean): string {
  if (!isKept) process.exitCode = 1;
  return isKept ? 'PASS' : 'over';
}

function row(name: string, ...[middle = '', high = '', bound = '', said = '']: string[]): void {
  console.log(
    `${name.padEnd(42)}${middle.padStart(8)}${high.padStart(8)}${bound.padStart(12)}  ${said}`.trimEnd(),
  );
}

function kilobytes(bytes: readonly number[]): [string, string] {
  return [(median(bytes) / 1000).toFixed(1), (p95(bytes) / 1000).toFixed(1)];
}

function tenths(numbers: readonly number[]): [string, string] {
  return [median(numbers).toFixed(1), p95(numbers).toFixed(1)];
}

function ratio(a: readonly number[], b: readonly number[]): [string, string] {
  return [`${(median(a) / median(b)).toFixed(2)}×`, `${(p95(a) / p95(b)).toFixed(2)}×`];
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

/** Only on a terminal: a pipe gets the table alone. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
