import { expect, test } from 'vitest';
import { extractTerms } from '../../../src/knowledge/similar/terms.ts';

const keys = (text: string) => extractTerms(text).map(({ key }) => key);

test('terms are words that say something, in their stems, as often as they stand there', () => {
  expect(keys('The locks of 42 queries; a lock of status_2 is NOT this address.')).toEqual([
    'lock',
    'queri',
    'lock',
    'status_2',
    'address',
  ]);
});

test('names of one system are one term, which remembers how it was written', () => {
  expect(extractTerms('Postgres, postgresql and PG')).toEqual([
    { key: 'postgresql', written: 'postgres' },
    { key: 'postgresql', written: 'postgresql' },
    { key: 'postgresql', written: 'pg' },
  ]);
});

test('what every postmortem speaks of is left out, and so are ids and times', () => {
  expect(keys('On March 3 customers were impacted by an outage, 018edf27 at 2018-07-31T06:00:00Z.')).toEqual(
    [],
  );
});
