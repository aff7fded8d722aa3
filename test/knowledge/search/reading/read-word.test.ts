/** Tests what single words are read as. */
import { expect, test } from 'vitest';
import { readQuery } from './small-reading.ts';

test.each<[query: string, reading: string[]]>([
  ['redis', ['redis ×1: redis (word typed 1)']],
  ['new', ['new ×0.4: new (word typed 1)']],
  ['maxconnections', ['maxconnections ×1: maxconnections (word typed 1)']],
  ['kafka', ['no page contains “kafka”']],
  ['q', []],
  ['53300', ['53300 ×1: 53300 (word typed 1)']],
  ['99999', ['no page contains “99999”']],
  ['replica', ['replica ×1: replica (word typed 1)']],
  ['ups', ['no page contains “ups”']],
  ['ops', ['ops ×1: ops (word typed 1)']],
])('reads “%s”', (query, reading) => {
  expect(readQuery(query)).toEqual(reading);
});
