import { describe, expect, test } from 'vitest';
import { decodeErrorTable } from '../../../../src/knowledge/search/errors/error-table.ts';
import { recogniseErrors } from '../../../../src/knowledge/search/errors/recognise-errors.ts';
import { createErrorTableFile } from '../../../../src/node/search/error-signature-files.ts';

const table = decodeErrorTable(await createErrorTableFile());
const recognise = (text: string, isLog = true) => recogniseErrors(text.split('\n'), table, isLog);
const listTitles = (text: string, isLog = true) => recognise(text, isLog).errors.map(({ title }) => title);

describe('recognising errors', () => {
  test.each([
    ['ECONNREFUSED 127.0.0.1:6379', 'Connection refused, port 6379: Redis'],
    ['dial tcp [::1]:5432: connect: connection refused', 'Connection refused, port 5432: PostgreSQL'],
    ['connect ETIMEDOUT db.internal:27017', 'Connection timed out, port 27017: MongoDB'],
    ['connection refused on port 9092', 'Connection refused, port 9092: Kafka'],
    ['connection refused to app:8080', 'Connection refused'],
  ])('names the program by its port: %s', (line, title) => {
    expect(listTitles(line)).toEqual([title]);
    expect(listTitles(line, false)).toEqual([title]);
  });

  test.each([
    ['PANIC:  could not locate a valid checkpoint record', 'Panic: Go', false],
    ['panic: open config.yaml: no such file or directory', 'Panic: Go', false],
    ['panic: runtime error: index out of range [5] with length 3', 'Panic: Go', true],
    ['goroutine 1 [running]:', 'Panic: Go', true],
    ['MongoServerError: not primary', 'No primary: MongoDB', true],
    ['pymongo.errors.NotPrimaryError: not primary', 'No primary: MongoDB', true],
    ['the primary is not primary', 'No primary: MongoDB', false],
  ])('names the program only if the message shows it: %s', (line, title, isNamed) => {
    expect(listTitles(line, false).includes(title)).toBe(isNamed);
  });

  test('returns the name, the family, the programs, the port, the lines and the message', () => {
    const { errors } = recognise(
      'ok\n10:22 connect ECONNREFUSED 10.0.1.7:6379\nok\nconnect ECONNREFUSED 10.0.1.7:6379',
    );
    expect(errors).toEqual([
      {
        title: 'Connection refused, port 6379: Redis',
        name: 'Connection refused',
        family: 'Connection refused',
        services: ['Redis'],
        port: 6379,
        means: ['connection refused'],
        familyWords: expect.any(Array),
        lines: [2, 4],
        messages: ['ECONNREFUSED'],
        isConsequence: false,
      },
    ]);
  });

  test('puts the errors of serious lines before those of warnings', () => {
    const log = 'INFO retry: connection reset\nWARN timed out\nERROR write: no space left on device';
    expect(listTitles(log)).toEqual(['Disk full', 'Read timed out', 'Connection reset']);
  });

  test.each([
    ['com.example.PgBouncerPoolExhausted: x', 'Connection pool exhausted'],
    ['raised TooManyRedirectsFailure', 'Too many redirects'],
    ['reason=disk_quota_exceeded', 'Disk quota exceeded'],
  ])('reads the words of identifiers: %s', (line, title) => {
    expect(listTitles(line)).toEqual([title]);
  });

  test('puts what made a program stop before the fact that it stopped', () => {
    const trace = 'thread \'main\' panicked at src/db.rs:48:14:\nError { message: "Connection refused" }';
    expect(listTitles(trace)).toEqual(['Connection refused', 'Panic: Rust']);
    expect(recognise(trace).errors.map((error) => error.isConsequence)).toEqual([false, true]);
    expect(recognise('LOG: server process (PID 28113) was terminated by signal 9').errors[0]).toMatchObject({
      name: 'Server crashed',
      isConsequence: false,
    });
  });

  test('puts the root cause of a Java exception first', () => {
    const trace =
      'a.PoolException: Could not get a resource from the pool\nCaused by: b.C: x\nCaused by: java.net.ConnectException: Connection refused';
    expect(listTitles(trace)[0]).toBe('Connection refused');
  });

  test('puts the error of a program before what it has in common with others', () => {
    expect(listTitles('at=error code=H12 desc="Request timeout"')).toEqual([
      'Request timed out in the router: Heroku',
      'Read timed out',
    ]);
  });

  test.each(['deploy failed', 'renewal failed', 'search is down', 'migration failed'])(
    'takes two ordinary words for the message of a program only in its log: %s',
    (text) => {
      expect(listTitles(text, false)).toEqual([]);
      expect(listTitles(text)).not.toEqual([]);
      expect(listTitles(`ERROR: ${text}`, false)).toEqual(listTitles(text));
    },
  );

  test('finds the products that listen on the ports of a text', () => {
    expect(recognise('GET http://10.0.4.21:9200/_search').services).toEqual(['Elasticsearch']);
    expect(recognise('at pool.rb:5432 at 09:25, 12:53').services).toEqual([]);
  });
});
