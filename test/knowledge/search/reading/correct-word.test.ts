/** Tests the correction of words that no page contains. */
import { expect, test } from 'vitest';
import { readQuery } from './small-reading.ts';

test.each<[query: string, reading: string[]]>([
  ['rediss', ['rediss ×1: redis (word correction 0.9)', '“redis” instead of “rediss”']],
  [
    'clusterfailover',
    [
      'clusterfailover ×1: cluster failover (all split 0.85)',
      '“cluster failover” instead of “clusterfailover”',
    ],
  ],
  [
    'conections',
    ['conections ×1: connections (word correction 0.9)', '“connections” instead of “conections”'],
  ],
])('corrects “%s”', (query, reading) => {
  expect(readQuery(query)).toEqual(reading);
});

test('corrects no word of a query in another language', () => {
  expect(readQuery('conections', { isForeign: true })).toEqual(['no page contains “conections”']);
});
