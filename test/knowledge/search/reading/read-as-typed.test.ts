/** Tests that words whose correction was undone, and phrases, are searched for exactly as typed. */
import { expect, test } from 'vitest';
import { readPhrase } from '../../../../src/knowledge/search/reading/read-as-typed.ts';
import { createReading, describeReading, readQuery } from './small-reading.ts';

test.each<[query: string, literal: string, reading: string[]]>([
  ['rediss', 'rediss', ['no page contains “rediss”']],
  ['conections', 'conections', ['no page contains “conections”']],
  [
    'max_conections',
    'conections',
    ['max_conections ×1: max (word part 0.85)', 'no page contains “conections”'],
  ],
  ['max_conections', 'max_conections', ['no page contains “max_conections”']],
  ['fail over', 'fail over', ['fail ×1: fail (prefix typed 1)', 'over ×1: over (prefix typed 1)']],
  [
    'fail over',
    'fail',
    [
      'fail over ×1: fail over (phrase typed 1), failover (word joined 0.85), fail (word part 0.3)',
      'fail over is also failover',
    ],
  ],
  ['elastisearch', 'elastisearch', ['elastisearch ×1: elastisearch (phrase typed 1)']],
  ['clus', 'clus', ['clus ×1: clus (prefix typed 1)']],
  ['接続', '接続', ['接続 ×1: 接 続 (phrase typed 1)']],
  ['es', 'es', ['es ×1: es (phrase typed 1)']],
  ['log_window', 'log_window', ['no page contains “log_window”']],
])('reads “%s” without the correction of “%s”', (query, literal, reading) => {
  expect(readQuery(query, { literal: new Set([literal]) })).toEqual(reading);
});

test('looks for the words of a phrase in quotation marks, and only for them', () => {
  const read = (phrase: string, isComplete = true) => {
    const reading = createReading({}, isComplete);
    readPhrase(reading, phrase);
    return { isRequired: reading.concepts[0]?.isRequired, reading: describeReading(reading) };
  };
  expect(read('ES cluster')).toEqual({
    isRequired: true,
    reading: ['ES cluster ×1.5: ', 'no page contains “ES cluster”'],
  });
  expect(read('redis')).toEqual({ isRequired: true, reading: ['redis ×1: redis (phrase typed 1)'] });
  expect(read('Redis-Server max_connections')).toMatchObject({
    reading: ['Redis-Server max_connections ×1.5: ', 'no page contains “Redis-Server max_connections”'],
  });
  expect(read('redis cluster failover server')).toMatchObject({
    reading: ['redis cluster failover server ×2: redis cluster failover server (phrase typed 1)'],
  });
  expect(read('接続障害')).toMatchObject({ reading: ['接続障害 ×2: 接 続 障 害 (phrase typed 1)'] });
  expect(read('redis kafka', false)).toMatchObject({
    reading: ['redis kafka ×1.5: redis kafka (phrase typed 1)'],
  });
});
