/**
 * `npm run bench:query`: the processor time of reading 100 KB of one repeated text, and 100 KB of an ordinary log. Exits
 * 1 if a text takes longer than 0.3 s, on a machine that counts the words of the log as fast as the one where this was
 * set.
 */
import { createLexicon } from '../src/knowledge/search/create-lexicon.ts';
import { findSimilarSignals, QueryLines } from '../src/knowledge/search/page-relevance.ts';
import { findRecognisedLines } from '../src/knowledge/search/recognised-lines.ts';
import { understandQuery } from '../src/knowledge/search/understand-query.ts';
import { readSearchDocuments } from '../src/node/search/open-search.ts';
import { createTableLoader } from '../src/node/search/query-table-files.ts';

const LENGTH = 100_000;
const MAX_MILLISECONDS = 300;
/** The time of the yardstick where the bound was set. */
const YARDSTICK_MILLISECONDS = 6;
const SIGNALS = ['connection refused by redis', 'the queue is full', 'all servers think they are slaves'];

const { documents } = await readSearchDocuments();
const lexicon = createLexicon(documents);
const loader = createTableLoader();
for (const name of ['english', 'languages', 'thesaurus', 'errors'] as const) await loader.load(name);
const tables = loader.loaded;

const LOG_LINES = [
  '2018-03-10T09:31:02.412Z INFO  [http-nio-8080-exec-12] com.example.shop.Orders - order 81231 created in 41 ms',
  'Mar 10 09:31:02 web1 sshd[811]: Accepted publickey for deploy from 10.0.5.4 port 51234 ssh2',
  '10.2.0.4 - - [10/Mar/2018:09:31:02 +0000] "GET /lessons/812?page=2 HTTP/1.1" 200 4112 "-" "Mozilla/5.0 (X11)"',
  '{"ts":"2018-03-10T09:31:02Z","level":"error","msg":"dial tcp 10.0.1.7:6379: connect: connection refused"}',
  'redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool',
  '\tat redis.clients.jedis.JedisPool.getResource(JedisPool.java:226)',
];
const REPEATED = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...[
    '\t',
    '\n',
    'é',
    'ß',
    '中',
    'ー',
    '😀',
    'a ',
    'a\n',
    'ab1',
    'aB',
    'a.',
    'a.b:1 ',
    'a_',
    'a-',
    'a/',
    '::',
    '0:',
    '1.',
  ],
  ...[
    'at a(',
    'at a.',
    '#0 a',
    'File "',
    'GET ?',
    '0x',
    '[1] ',
    '1:2:3',
    'a@b.',
    'from a:1:in ',
    '(',
    'é1',
    '"a" ',
    "can't ",
  ],
  ...[
    'error ',
    'connection refused ',
    'HTTP 503 ',
    ':6379 ',
    'timed out ',
    '2018-03-10 ',
    'deadbeef1 ',
    '0: a',
    'created by ',
  ],
];

function repeat(text: string): string {
  return text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
}

/** Returns milliseconds of processor time. */
function measure(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function read(text: string): void {
  const understanding = understandQuery(text, lexicon, { tables });
  findRecognisedLines(understanding.text, understanding.errors, []);
  findSimilarSignals(new QueryLines(understanding.text), SIGNALS);
}

const log = repeat(`${LOG_LINES.join('\n')}\n`);
const varied = Array.from(
  { length: 1200 },
  (_, index) => `${LOG_LINES[index % LOG_LINES.length]} ${index * 7919}`,
);
const ordinary = varied.join('\n').slice(0, LENGTH);
for (let run = 0; run < 3; run++) read(ordinary);
const yardstick = Math.min(
  ...Array.from({ length: 5 }, () => measure(() => ordinary.repeat(10).match(/\p{L}+/gu))),
);
const factor = Math.max(1, yardstick / YARDSTICK_MILLISECONDS);
const times = new Map<string, number>([
  ['ordinary log', measure(() => read(ordinary))],
  ['repeated log', measure(() => read(log))],
  ...REPEATED.map((text) => [JSON.stringify(text), measure(() => read(repeat(text)))] as const),
]);
const slowest = [...times].sort(([, a], [, b]) => b - a);
console.log(
  `yardstick: ${yardstick.toFixed(1)} ms for the words of 1 MB, bound ${Math.round(MAX_MILLISECONDS * factor)} ms`,
);
console.log(`ordinary log: ${times.get('ordinary log')?.toFixed(0)} ms`);
for (const [name, time] of slowest.slice(0, 8)) console.log(`${time.toFixed(0).padStart(6)} ms  ${name}`);
process.exitCode = (slowest[0]?.[1] ?? 0) > MAX_MILLISECONDS * factor ? 1 : 0;
