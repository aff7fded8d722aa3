/** The tables of `npm run bench:search`. */
import { LEXICON_FILE } from '../../src/knowledge/search/search-lexicon.ts';
import { START_FILE } from '../../src/search/start-file.ts';
import type { Sent } from './bench-server.ts';

/** The purpose of a request. Requests for the part `page` are not counted, because a page without a search has them too. */
type Part = 'page' | 'code' | 'start' | 'engine' | 'index' | 'filter' | 'fragment' | 'table';

const PART_NAMES: Readonly<Record<Exclude<Part, 'page'>, string>> = {
  code: 'our code',
  start: 'words, names, and documents or page list',
  engine: 'Pagefind: code, wasm, page list',
  index: 'parts of the index',
  filter: 'filters',
  fragment: 'pages of results',
  table: 'tables of errors, languages, everyday words',
};

interface CostBounds {
  /** The share of the queries that keep the bounds. */
  readonly share: number;
  readonly requests: number;
  /** Bytes as sent, headers included. */
  readonly bytes: number;
}

/** @returns whether the bounds are kept */
export function printCosts(
  costs: Readonly<Record<'ours' | 'plain', readonly Sent[]>>,
  { share, requests, bytes }: CostBounds,
): boolean {
  console.log(`${costs.ours.length} queries, each on a cold page; KB (1000 bytes) as sent with gzip`);
  printRow(['', 'median', 'p95', 'most', 'bound']);
  const name = share === 0.5 ? 'median' : `p${share * 100}`;
  const firstRequests = costs.ours.map(countRequests);
  const firstBytes = costs.ours.map(countBytes);
  const isKept = [getPercentile(firstRequests, share) <= requests, getPercentile(firstBytes, share) <= bytes];
  printRow([
    'first answer: requests',
    ...formatNumbers(firstRequests),
    `${name} ${requests}`,
    format(isKept[0]),
  ]);
  printRow([
    'first answer: KB',
    ...formatKilobytes(firstBytes),
    `${name} ${bytes / 1000}`,
    format(isKept[1]),
  ]);
  for (const [part, title] of Object.entries(PART_NAMES)) {
    const sizes = costs.ours.map((sent) => countBytes(pick(sent, part as Part)));
    if (Math.max(...sizes) > 0) printRow([`  ${title}`, ...formatKilobytes(sizes)]);
  }
  printRow(['plain Pagefind: requests', ...formatNumbers(costs.plain.map(countRequests))]);
  printRow(['plain Pagefind: KB', ...formatKilobytes(costs.plain.map(countBytes))]);
  return !isKept.includes(false);
}

interface KeyCosts {
  readonly keys: readonly Sent[];
  /** Milliseconds from the key to its painted answer. */
  readonly ours: readonly number[];
  readonly plain: readonly number[];
}

/** @returns whether the bound is kept */
export function printTimes({ keys, ours, plain }: KeyCosts, maxRatio: number): boolean {
  console.log(`${keys.length} further keys`);
  printRow(['each key: requests', ...formatNumbers(keys.map(countRequests))]);
  printRow(['each key: KB', ...formatKilobytes(keys.map(countBytes))]);
  const isKept = getPercentile(ours, 0.5) <= maxRatio * getPercentile(plain, 0.5);
  printRow(['key to painted, ms', ...formatTenths(ours)]);
  printRow(['plain Pagefind in the same page, ms', ...formatTenths(plain)]);
  const ratios = PERCENTILES.map(
    (share) => `${(getPercentile(ours, share) / getPercentile(plain, share)).toFixed(2)}×`,
  );
  printRow(['  ours / plain', ...ratios, `median ${maxRatio}×`, format(isKept)]);
  return isKept;
}

function classifyPath(path: string): Part {
  if (path === `/pagefind/${START_FILE}` || path === `/pagefind/${LEXICON_FILE}`) return 'start';
  const folder = /^\/pagefind\/(index|filter|fragment)\//.exec(path)?.[1];
  if (folder) return folder as Part;
  if (path.startsWith('/pagefind/search-')) return 'table';
  if (path.startsWith('/pagefind/')) return 'engine';
  return path.endsWith('.js') && !PAGE_SCRIPTS.test(path) ? 'code' : 'page';
}

/** The scripts of every page. */
const PAGE_SCRIPTS = /^\/(?:theme|_astro\/Page)\b/;

function pick(sent: Sent, wanted: Part): Sent {
  return new Map([...sent].filter(([path]) => classifyPath(path) === wanted));
}

function listSearch(sent: Sent): [string, number][] {
  return [...sent].filter(([path]) => classifyPath(path) !== 'page');
}

function countRequests(sent: Sent): number {
  return listSearch(sent).length;
}

function countBytes(sent: Sent): number {
  return listSearch(sent).reduce((sum, [, bytes]) => sum + bytes, 0);
}

function printRow([name = '', ...cells]: readonly string[]): void {
  const [middle = '', high = '', most = '', bound = '', result = ''] = cells;
  const columns = [middle, high, most].map((cell) => cell.padStart(9)).join('');
  console.log(`${name.padEnd(46)}${columns}${bound.padStart(13)}  ${result}`.trimEnd());
}

function format(isKept: boolean | undefined): string {
  return isKept ? 'PASS' : 'MISSED';
}

const PERCENTILES = [0.5, 0.95, 1];

function formatNumbers(numbers: readonly number[]): string[] {
  return PERCENTILES.map((share) => getPercentile(numbers, share).toFixed(0));
}

function formatKilobytes(bytes: readonly number[]): string[] {
  return PERCENTILES.map((share) => (getPercentile(bytes, share) / 1000).toFixed(1));
}

function formatTenths(numbers: readonly number[]): string[] {
  return PERCENTILES.map((share) => getPercentile(numbers, share).toFixed(1));
}

function getPercentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
