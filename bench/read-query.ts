/**
 * `npm run bench:query`: the processor time of reading 100 KB of one repeated text, and 100 KB of ordinary logs. Exits
 * 1 if a text takes longer than 0.3 s, on a machine that counts the words of the log as fast as the one where this was
 * set.
 */
import { createLexicon } from '../src/knowledge/search/create-lexicon.ts';
import { findSimilarSignals, QueryLines } from '../src/knowledge/search/page-relevance.ts';
import { listMissingTables } from '../src/knowledge/search/query-tables.ts';
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

/** Lines of logs in the shapes of different programs; each `#` becomes another number or word. */
const LOG_LINES: Readonly<Record<string, readonly string[]>> = {
  'application log': [
    '2018-03-10T09:31:02.#Z INFO  [http-nio-8080-exec-#] com.example.shop.Orders - order # created in # ms',
    'Mar 10 09:31:02 web1 sshd[#]: Accepted publickey for deploy from 10.0.5.4 port # ssh2',
    '10.2.0.4 - - [10/Mar/2018:09:31:02 +0000] "GET /lessons/#?page=2 HTTP/1.1" 200 # "-" "Mozilla/5.0 (X11)"',
    '{"ts":"2018-03-10T09:31:02Z","level":"error","msg":"dial tcp 10.0.1.7:6379: connect: connection refused","id":"#"}',
    'redis.clients.jedis.exceptions.JedisConnectionException: Could not get a resource from the pool #',
    '\tat redis.clients.jedis.JedisPool.getResource(JedisPool.java:#)',
  ],
  'JSON log': [
    '{"@timestamp":"2018-03-10T09:31:#Z","kubernetes":{"pod":"api-#-7d9f8b6c5d-x2x9k","namespace":"prod"},"log":"failed to reserve #: context deadline exceeded"}',
  ],
  'JSON in one line': ['{"id":#,"state":"failed","reason":"deadlock detected","next":null},'],
  'kernel log': [
    '[#.123456] Out of memory: Killed process # (java) total-vm:#kB, anon-rss:#kB, file-rss:0kB, shmem-rss:0kB',
    '[#.123457] EXT4-fs error (device sda1): ext4_find_entry:#: inode #: comm node: reading directory lblock 0',
  ],
  'proxy log': [
    'Mar 10 09:31:02 lb1 haproxy[#]: 10.0.0.#:# [10/Mar/2018:09:31:02.#] https~ app/web# 0/0/-1/-1/# 503 217 - - SC-- #/#/#/#/3 0/0 "GET /api/# HTTP/1.1"',
    '2018/03/10 09:31:02 [error] #\u0023#: *# upstream timed out (110: Connection timed out) while reading response header from upstream, client: 10.0.0.#',
  ],
  'stack traces': [
    'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space #',
    '\tat com.example.#.Worker$Task.run(Worker.java:#) ~[app-#.jar:na]',
    '  File "/srv/app/tasks/#.py", line #, in store_#',
    '    at Object.<anonymous> (/srv/app/node_modules/#/lib/index.js:#:#)',
    'goroutine # [running]:',
    'main.(*Server).handle#(0xc#, 0x#)',
  ],
  'SQL log': [
    '2018-03-10 09:31:02 UTC [#]: ERROR:  duplicate key value violates unique constraint "orders_#_key"',
    '2018-03-10 09:31:02 UTC [#]: STATEMENT:  SELECT a.#, b.# FROM orders_# a JOIN items b ON a.id = b.id WHERE a.id = #;',
  ],
  'running text': [
    'The # server did not answer the # request, so # people saw an empty page until # came back. ',
  ],
  'base64 text': ['aGVsbG8gd29ybGQ#Zm9vYmFyYmF6cXV4#Q29ubmVjdGlvbiByZWZ1c2Vk#'],
  'hex dump': ['000000#  7f 45 4c 46 02 01 01 00  00 00 00 00 00 00 00 00  |.ELF............|'],
  'table of values': ['#,web#,2018-03-10 09:31:02,503,"timed out",#.#,'],
  'Japanese log': ['2018-03-10 09:31:02 [エラー] 接続が拒否されました: サーバー#のポート#に接続できません。'],
};
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const LETTERS = [
  ...'éßøłıА漢中ーグ한ก א😀👩‍👩‍👧🇩🇪',
  '\u0301',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ud800',
  'ｱ',
  'Ａ',
];
const REPEATED = [
  ...ASCII,
  ...LETTERS,
  ...[...ASCII, ...LETTERS].flatMap((letter) => [
    `${letter}\n`,
    `${letter} `,
    `a${letter}`,
    `1${letter}`,
    `"${letter}`,
  ]),
  ...['ab1', 'aB', 'a.b:1 ', '::', '0:', '1.', '中a', 'ー。', '接続 ', 'a\u0301'],
  ...['at a(', 'at a.', '#0 a', 'File "', 'GET ?', '0x', '[1] ', '1:2:3', 'a@b.', 'from a:1:in ', "can't "],
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
  listMissingTables(text, lexicon, tables);
  const understanding = understandQuery(text, lexicon, { tables });
  findRecognisedLines(understanding.text, understanding.errors, []);
  findSimilarSignals(new QueryLines(understanding.text), SIGNALS);
}

/** Returns 100 KB of such lines that all differ. */
function createLog(lines: readonly string[], separator: string): string {
  let number = 0;
  const createValue = () => {
    number += 7919;
    return number % 3 === 0 ? number.toString(36).replace(/\d/g, 'x') : String(number);
  };
  let text = '';
  for (let at = 0; text.length < LENGTH; at++)
    text += `${(lines[at % lines.length] ?? '').replace(/#/g, createValue)}${separator}`;
  return text.slice(0, LENGTH);
}

const texts = new Map<string, string>([
  ...Object.entries(LOG_LINES).flatMap(([name, lines]): [string, string][] => [
    [name, createLog(lines, '\n')],
    [`${name}, without line breaks`, createLog(lines, ' ')],
    [`${name}, repeated`, repeat(`${lines.join('\n')}\n`)],
  ]),
  ...REPEATED.map((text) => [JSON.stringify(text), repeat(text)] as const),
]);
const ordinary = texts.get('application log') ?? '';
for (let run = 0; run < 3; run++) read(ordinary);
const yardstick = Math.min(
  ...Array.from({ length: 5 }, () => measure(() => ordinary.repeat(10).match(/\p{L}+/gu))),
);
const factor = Math.max(1, yardstick / YARDSTICK_MILLISECONDS);
const times = [...texts].map(([name, text]) => [name, measure(() => read(text))] as const);
const slowest = times.sort(([, a], [, b]) => b - a);
console.log(
  `yardstick: ${yardstick.toFixed(1)} ms for the words of 1 MB, bound ${Math.round(MAX_MILLISECONDS * factor)} ms`,
);
console.log(`${texts.size} texts of ${LENGTH.toLocaleString('en')} characters, the slowest:`);
for (const [name, time] of slowest.slice(0, 12)) console.log(`${time.toFixed(0).padStart(6)} ms  ${name}`);
process.exitCode = (slowest[0]?.[1] ?? 0) > MAX_MILLISECONDS * factor ? 1 : 0;
