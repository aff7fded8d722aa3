import { expect, test } from 'vitest';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const NAMES = ['service', 'tag'] as const;
const lookup = createVocabularyLookup(SMALL_CONTENT);

test.each([
  ['postgresql', 'service', 'postgresql'],
  ['POSTGRES', 'service', 'postgresql'],
  ['postgress', 'service', 'postgresql'],
  ['Stale_Lock', 'tag', 'stale-lock'],
  ['lock-file', 'tag', 'stale-lock'],
  ['elastic old', 'service', 'elasticsearch'],
])('%s is found as the %s %s', (name, kind, id) => {
  expect(lookup.find(name, NAMES)).toEqual({ kind, id });
});

test('leaves a name of two entries to a person', () => {
  expect(lookup.find('search cluster', NAMES)).toBeUndefined();
  expect(lookup.find('search cluster', ['service'])).toEqual({ kind: 'service', id: 'elasticsearch' });
});

test('offers the nearest name for an unknown one, unless it is too short to compare', () => {
  expect(lookup.find('postgresqll', NAMES)).toBeUndefined();
  expect(lookup.findNearest('postgresqll', NAMES)).toBe('postgresql');
  expect(lookup.findNearest('us', NAMES)).toBeUndefined();
});

test('finds services in a text as whole words, and short names only in their exact case', () => {
  expect(lookup.findServicesIn('The postgres primary, then ES. Yes, it restarts: pg_dump.')).toEqual([
    'postgresql',
    'elasticsearch',
  ]);
  expect(lookup.findServicesIn('es gibt nichts, processes')).toEqual([]);
});
