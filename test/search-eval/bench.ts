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
import { createLexicon } from '../../src/knowledge/search/create-lexicon.ts';
import { LEXICON_FILE } from '../../src/knowledge/search/search-lexicon.ts';
import { readSearchDocuments } from '../../src/node/search/open-search.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { searchCold, searchPlainCold, typePlain, typeQuery } from './bench-page.ts';
import { startBenchServer } from './bench-server.ts';
import { readCorpusEntries } from './corpus-documents.ts';
import { writeIndex } from './evaluate-search.ts';
import { measureErrorTable, measureGlossary } from './glossary-size.ts';
import { countDistinctWords, growKnowledge } from './grow-knowledge.ts';
import { QUERY_KINDS, readQueries } from './queries.ts';

const DOCUMENTS = 5_000;
/** Every so many queries of a kind are typed letter by letter. */
const TYPED_EVERY = 7;
const BOUNDS = { median: 320_000, p95: 520_000, words: 60_000, keystroke: 100 };

const corpus = process.env.HINDSIGHT_CORPUS;
const entries = corpus && existsSync(corpus) ? await readCorpusEntries(corpus) : [];
const own = (await readSearchDocuments()).documents;
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
showProgress('building the site');
await promisify(execFile)('astro', ['build', '--outDir', site, '--base', '/'], {
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
showProgress(`indexing ${DOCUMENTS} documents`);
const index = await writeIndex(documents);
const server = await startBenchServer(site, index);
const launch = async () => chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
let browser = await launch();

const cold: Record<Part, number>[] = [];
const whole: number[] = [];
const plain: number[] = [];
const requests: number[] = [];
for (const [at, { query }] of queries.entries()) {
  showProgress(`first answers ${at + 1} of ${queries.length}`);
  server.takeSent();
  await searchCold(browser, server.home, query);
  const sent = server.takeSent();
  cold.push(sumByPart(sent.first));
  whole.push(sumSearchBytes(sumByPart(sent.all)));
  requests.push([...sent.first.keys()].filter((path) => classifyPath(path) !== 'page').length);
  await searchPlainCold(browser, server.home, query);
  plain.push(sumSearchBytes(sumByPart(server.takeSent().all)));
}
// One that has had four hundred pages open is slower than anybody's.
await browser.close();
browser = await launch();
const keys: number[] = [];
const plainKeys: number[] = [];
const wholes: number[] = [];
for (const [at, query] of typed.entries()) {
  showProgress(`typed queries ${at + 1} of ${typed.length}`);
  const answered = await typeQuery(browser, server.home, query);
  keys.push(...answered.keys);
  wholes.push(answered.whole);
  plainKeys.push(...(await typePlain(browser, server.home, query)));
}
showProgress('');
await browser.close();
server.stop();
await rm(index, { recursive: true });

const glossary = await measureGlossary();
const lexicon = createLexicon(documents);
const { wordFrequencies: vocabulary } = lexicon;
const from = entries.length > 0 ? 'the content and the public corpus' : 'the content';
console.log(
  `${documents.length} documents grown from ${from}: ${countDistinctWords(documents)} different words, ${vocabulary.words.length} in the vocabulary`,
);
console.log(
  `${queries.length} queries on a cold page, ${typed.length} typed letter by letter (${keys.length} keystrokes)`,
);
console.log(
  'KB (1000 bytes) as sent with gzip, headers included; ms from the keystroke to the painted answer\n',
);
const words = cold.map((parts) => parts.words + glossary);
const first = cold.map(sumSearchBytes);
printRow('', 'median', 'p95', 'bound', '');
printRow('our code (glossary included)', ...formatKilobytes(cold.map(({ code }) => code)));
printRow('vocabulary and names', ...formatKilobytes(cold.map((parts) => parts.words)));
printRow('Pagefind: code, wasm, page list', ...formatKilobytes(cold.map(({ engine }) => engine)));
printRow('index parts', ...formatKilobytes(cold.map((parts) => parts.index)));
printRow('filters', ...formatKilobytes(cold.map(({ filter }) => filter)));
printRow('pages of results', ...formatKilobytes(cold.map(({ fragment }) => fragment)));
printRow(
  'first answer',
  ...formatKilobytes(first),
  '320 / 520',
  checkBound(getMedian(first) <= BOUNDS.median && getP95(first) <= BOUNDS.p95),
);
printRow(
  '  of it vocabulary, names, glossary',
  ...formatKilobytes(words),
  '60',
  checkBound(getP95(words) <= BOUNDS.words),
);
printRow('  table of errors, if the text may be one', ...formatKilobytes([await measureErrorTable()]));
printRow('  requests', getMedian(requests).toFixed(0), getP95(requests).toFixed(0));
printRow('whole answer', ...formatKilobytes(whole));
printRow('beside it: page, styles, fonts', ...formatKilobytes(cold.map(({ page }) => page)));
printRow('yardstick: plain Pagefind, first answer', ...formatKilobytes(plain));
printRow('  ours / plain', ...formatRatio(first, plain));
printRow(
  'each further keystroke, ms',
  ...formatTenths(keys),
  '100',
  checkBound(getP95(keys) <= BOUNDS.keystroke),
);
printRow('yardstick: plain Pagefind, ms', ...formatTenths(plainKeys));
printRow('  ours / plain', ...formatRatio(keys, plainKeys));
printRow('whole answer after the last key, ms', ...formatTenths(wholes));

type Part = 'page' | 'code' | 'words' | 'engine' | 'index' | 'filter' | 'fragment';

function classifyPath(path: string): Part {
  if (path === `/pagefind/${LEXICON_FILE}`) return 'words';
  const folder = /^\/pagefind\/(index|filter|fragment)\//.exec(path)?.[1];
  if (folder) return folder as Part;
  if (path.startsWith('/pagefind/')) return 'engine';
  return path.endsWith('.js') ? 'code' : 'page';
}

function sumByPart(sent: ReadonlyMap<string, number>): Record<Part, number> {
  const parts = { page: 0, code: 0, words: 0, engine: 0, index: 0, filter: 0, fragment: 0 };
  for (const [path, bytes] of sent) parts[classifyPath(path)] += bytes;
  return parts;
}

function sumSearchBytes({ page: _, ...search }: Record<Part, number>): number {
  return Object.values(search).reduce((a, b) => a + b, 0);
}

function checkBound(isKept: boolean): string {
  if (!isKept) process.exitCode = 1;
  return isKept ? 'PASS' : 'over';
}

function printRow(name: string, ...[middle = '', high = '', bound = '', said = '']: string[]): void {
  console.log(
    `${name.padEnd(42)}${middle.padStart(8)}${high.padStart(8)}${bound.padStart(12)}  ${said}`.trimEnd(),
  );
}

function formatKilobytes(bytes: readonly number[]): [string, string] {
  return [(getMedian(bytes) / 1000).toFixed(1), (getP95(bytes) / 1000).toFixed(1)];
}

function formatTenths(numbers: readonly number[]): [string, string] {
  return [getMedian(numbers).toFixed(1), getP95(numbers).toFixed(1)];
}

function formatRatio(a: readonly number[], b: readonly number[]): [string, string] {
  return [`${(getMedian(a) / getMedian(b)).toFixed(2)}×`, `${(getP95(a) / getP95(b)).toFixed(2)}×`];
}

function getMedian(numbers: readonly number[]): number {
  return getPercentile(numbers, 0.5);
}

function getP95(numbers: readonly number[]): number {
  return getPercentile(numbers, 0.95);
}

function getPercentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Only on a terminal: a pipe gets the table alone. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
