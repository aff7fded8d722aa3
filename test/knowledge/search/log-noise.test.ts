import { describe, expect, test } from 'vitest';
import { looksLikeLog, stripNoise } from '../../../src/knowledge/search/log-noise.ts';

describe('stripping noise', () => {
  test.each([
    ['2018-03-10T10:22:41.123Z timeout', 'timeout'],
    ['Mar 10 09:31:02 web1 timeout', 'web1 timeout'],
    ['[10/Mar/2018:09:31:02 +0000] timeout', '[ ] timeout'],
    ['[8640000.123456] Out of memory', 'Out of memory'],
    ['request 6fa459ea-ee8a-3ca4-894e-db77e160355e timeout', 'request timeout'],
    ['from 10.0.3.12:5432 and fe80:0:0:1::2 timeout', 'from and timeout'],
    ['at 0x7fff5fbff8c0 in de0b6b3a764', 'at in'],
    ['mongod[1432]: timeout after 3000 ms', 'mongod timeout after'],
    ['  at com.example.Pool.take(Pool.java:114)', ''],
    ['  at com.example.Pool$Lease.lambda$0(Pool.java:114) ~[pool.jar:1.2]\n\t... 23 more', ''],
    ['  File "/usr/lib/python3.11/smtplib.py", line 908, in sendmail', ''],
    ['goroutine 91 [chan receive, 5 minutes]:', ''],
    ['<134>1 2018-03-10T10:22:41Z fw1 dropped', 'fw1 dropped'],
    ['"GET /orders?limit=50 HTTP/1.1" 503 "Mozilla/5.0 (X11; Linux) Gecko"', '"GET /orders " 503 " "'],
    ['{"level":"error","msg":"pull failed"}', '{ "error", "pull failed"}'],
    ['E0613 11:49:23.551273       1 lease lost', 'lease lost'],
    ['03-10 10:22:41.118 timeout after 1m12s433ms', 'timeout after'],
    ['Back-off restarting web-7d9f8b6c5-x2x9k_prod', 'Back-off restarting web _prod'],
    ['to someone@example.com deferred', 'to deferred'],
    ['[signal SIGSEGV code=0x1 addr=0x18 pc=0x6f1b2a]', '[signal SIGSEGV ]'],
    ['overflow on address 0x602000000131 at pc 0x4f1b2c bp 0x7ffd sp 0x7ffc', 'overflow on'],
    [
      'bind() to port 80 failed (98: Address already in use)',
      'to port 80 failed ( : Address already in use)',
    ],
    ['accept4() failed, errno: 24', 'failed,'],
    ['ERROR 1040 (HY000): Too many connections', 'ERROR 1040 : Too many connections'],
  ])('removes everything except the message: %s', (line, rest) => {
    expect(stripNoise(line).text.replace(/\s+/g, ' ').trim()).toBe(rest);
  });

  test('returns the removed parts', () => {
    expect(stripNoise('10:22:41 host 10.0.0.1 down').noise).toEqual(['10:22:41', '10.0.0.1']);
  });

  test.each([
    'too many open files',
    '421 deferred',
    'deadbeef',
    '1 character queries',
    'log4j 2.14',
    'bind does not answer',
    'a call of pool.take() or get_pool()',
    'SQLSTATE (23000)',
    'drop-in-replacement',
    'HTTP/2 reset',
  ])('leaves "%s" unchanged', (line) => {
    expect(stripNoise(line).noise).toEqual([]);
  });
});

describe('detecting a log', () => {
  test.each([
    '2018/03/10 10:22:41 [error] 2211#0: *88213 upstream timed out',
    'java.lang.OutOfMemoryError: Java heap space\n  at com.example.Cache.put(Cache.java:81)',
    'Redis::CannotConnectError: Error connecting to Redis on 10.0.1.7:6379 (Errno::ECONNREFUSED)',
    '{"error":{"root_cause":[{"type":"master_not_discovered_exception"}]},"status":503}',
  ])('accepts a line of a log: %s', (line) => {
    expect(looksLikeLog(line)).toBe(true);
  });

  test.each([
    'redis is dead',
    'who set up these crontab entries?',
    'max_connections',
    'SQLSTATE[53300]',
    'what to do when the database (postgres) is down',
    '',
  ])('rejects typed words: %s', (line) => {
    expect(looksLikeLog(line)).toBe(false);
  });
});

test.each([
  ['two lines', 'redis is dead\nwhat now', true],
  ['an empty line between them', 'redis is dead\n \n what now', true],
  ['a line break at the end', 'redis is dead\n \n', false],
  ['a short text with one sign', 'redis: dead', false],
  ['a short text with four signs', '[redis] {dead}', true],
  ['a short text with three signs', '[redis] dead;', false],
  ['four words with three signs', '[redis] is very dead;', true],
  ['four words with two signs', '[redis] is very dead', false],
  ['eight words with two signs', '[redis] is very dead and does not start', true],
  ['eight words with one sign', 'redis: is very dead and does not start', false],
  ['a time and a sign', '10:00:00 a: b', true],
  ['spaces around and between words', '  redis   is   [dead]  ', false],
  ['names of errors', 'MyPoolError A_Exception thrown ERROR', true],
  ['words that only contain them', 'myError Exceptional WARNING panicked', false],
])('recognises a log by its lines and signs: %s', (_name, text, expected) => {
  expect(looksLikeLog(text)).toBe(expected);
});

test('returns the removed parts without the space around them', () => {
  expect(stripNoise('a\n\tat com.example.A.b(A.java:1)\nb').noise).toEqual(['at com.example.A.b(A.java:1)']);
});
