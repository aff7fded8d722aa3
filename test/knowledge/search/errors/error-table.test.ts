import { beforeAll, describe, expect, test } from 'vitest';
import { mayContainError } from '../../../../src/knowledge/search/errors/error-hints.ts';
import { formatErrorName } from '../../../../src/knowledge/search/errors/error-signature.ts';
import {
  decodeErrorTable,
  type ErrorTable,
  encodeErrorTable,
} from '../../../../src/knowledge/search/errors/error-table.ts';
import { looksLikeLog } from '../../../../src/knowledge/search/log-noise.ts';
import { toNameKey } from '../../../../src/knowledge/search/tokens.ts';
import { decodeWordSet } from '../../../../src/knowledge/search/word-set.ts';
import { createErrorHints, readErrorSignatures } from '../../../../src/node/search/error-signature-files.ts';

const { families, signatures } = await readErrorSignatures();
const rows = signatures.map((signature) => ({ ...signature, title: formatErrorName(signature) }));
let table: ErrorTable;
const listErrors = (line: string, isLog = true) =>
  table.find(line, isLog).map(({ error }) => formatErrorName(error));

beforeAll(() => {
  table = decodeErrorTable(encodeErrorTable(families, signatures));
});

describe('the table of known errors', () => {
  test('has at least 250 errors, each with a name of its own and a family', () => {
    expect(rows.length).toBeGreaterThanOrEqual(250);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
    expect(rows.filter(({ family }) => !(family in families)).map(({ title }) => title)).toEqual([]);
  });

  test('has no family without an error, and only words that can be searched for', () => {
    const used = new Set(rows.map(({ family }) => family));
    expect(Object.keys(families).filter((family) => !used.has(family))).toEqual([]);
    const words = [...rows.flatMap(({ means }) => means), ...Object.values(families).flatMap((f) => f.words)];
    expect(words.filter((text) => !toNameKey(text))).toEqual([]);
  });

  test('has no message that contains another one of the same error', () => {
    const redundant = rows.flatMap(({ title, messages }) => {
      const texts = messages.trim().toLowerCase().split('\n');
      return texts
        .filter((text) => texts.some((other) => other !== text && isPart(other, text)))
        .map((text) => `${title}: ${text}`);
    });
    expect(redundant).toEqual([]);
  });

  test.each(rows)(
    'recognises the example of "$title", and no other error in it',
    ({ title, example, overlaps }) => {
      expect(listErrors(example).sort()).toEqual([title, ...overlaps].sort());
    },
  );

  test.each(rows)('does not recognise "$title" in its counterexample', ({ title, counterexample }) => {
    expect(listErrors(counterexample)).not.toContain(title);
  });

  test('is loaded for every example', async () => {
    const hints = decodeWordSet(await createErrorHints());
    const missed = rows.filter(({ example }) => !looksLikeLog(example) && !mayContainError(example, hints));
    expect(missed.map(({ example }) => example)).toEqual([]);
  });
});

function isPart(part: string, text: string): boolean {
  // A single everyday word is an error only in a log.
  if (/^[a-z]+$/.test(part)) return false;
  const at = text.indexOf(part);
  const isStart = at >= 0 && !/\w/.test(text[at - 1] ?? ' ');
  return isStart && !/\w\w/.test(`${part.at(-1)}${text[at + part.length] ?? ' '}`);
}

describe('finding errors in a line', () => {
  test.each([
    ['accept4: too many open files', 'Too many open files'],
    ['write: ENOSPC', 'Disk full'],
    ['SQLSTATE[53300]', 'Too many connections: PostgreSQL'],
    ['getaddrinfo ENOTFOUND db.internal', 'Host name not resolved'],
    ['context deadline exceeded', 'Deadline exceeded: gRPC'],
    ['FATAL: sorry, too many clients already', 'Too many connections: PostgreSQL'],
    ["Table 'shop.orders' doesn't exist", 'Table or column does not exist: MySQL'],
    ['{"msg":"dial tcp: lookup db: no such host"}', 'Host name not resolved'],
    ['upstream responded with status code 503', 'Service unavailable'],
    ['"GET /orders HTTP/1.1" 504 167 "-"', 'Gateway timeout'],
    ['http_status=502 path=/', 'Bad gateway'],
  ])('finds the error in %s', (line, title) => {
    expect(listErrors(line)).toContain(title);
  });

  test('ignores case, the number of spaces, and the kind of quotation marks', () => {
    expect(listErrors('ERROR 1146: TABLE  ‘orders’   DOESN’T EXIST')).toContain(
      'Table or column does not exist: MySQL',
    );
    expect(listErrors('enospc', false)).toEqual(['Disk full']);
  });

  test('drops a general error within a specific one', () => {
    expect(listErrors('upstream timed out')).toEqual(['Upstream timed out: nginx']);
    expect(listErrors('etcdserver: no leader')).toEqual(['No leader: etcd']);
  });

  test('accepts a bare number only if it is typed, and a single everyday word only in a log', () => {
    expect(listErrors('504', false)).toEqual(['Gateway timeout']);
    expect(listErrors('wrote 504 rows')).toEqual([]);
    expect(listErrors('worker 3: deadlock')).toEqual(['Deadlock']);
    expect(listErrors('deadlock', false)).toEqual([]);
  });

  test.each([
    'redis is dead',
    'how long does an upgrade take',
    'planned reboot',
    'who is on call',
    'took 412 ms, 500 rows',
    '404 times',
    'connect_timeout=5',
    'port 8443',
  ])('finds nothing in %s', (line) => {
    expect(listErrors(line, false)).toEqual([]);
    expect(listErrors(line)).toEqual([]);
  });
});
