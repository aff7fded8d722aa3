import { expect, test } from 'vitest';
import { extractTerms } from '../../../src/knowledge/similar/terms.ts';

const keys = (text: string) => extractTerms(text).map(({ key }) => key);

test('returns the stems of significant words, with repetitions', () => {
  expect(keys('The locks of 42 queries; a lock of status_2 is NOT this address.')).toEqual([
    'lock',
    'queri',
    'lock',
    'status_2',
    'address',
  ]);
});

test('returns one key for all names of a system, with the written form', () => {
  expect(extractTerms('Postgres, postgresql and PG')).toEqual([
    { key: 'postgresql', written: 'postgres' },
    { key: 'postgresql', written: 'postgresql' },
    { key: 'postgresql', written: 'pg' },
  ]);
});

test('omits words of every postmortem, ids and times', () => {
  expect(keys('On March 3 customers were impacted by an outage, 018edf27 at 2018-07-31T06:00:00Z.')).toEqual(
    [],
  );
});
