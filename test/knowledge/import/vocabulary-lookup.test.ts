import { expect, test } from 'vitest';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const lookup = createVocabularyLookup(SMALL_CONTENT);

test.each([
  ['postgresql', 'service', 'postgresql'],
  ['POSTGRES', 'service', 'postgresql'],
  ['postgress', 'service', 'postgresql'],
  ['Stale_Lock', 'tag', 'stale-lock'],
  ['lock-file', 'tag', 'stale-lock'],
  ['elastic old', 'service', 'elasticsearch'],
])('%s is found as the %s %s', (name, kind, id) => {
  expect(lookup.find(name)).toEqual({ kind, id });
});

test('a name that stands for two entries is left to a person', () => {
  expect(lookup.find('search cluster')).toBeUndefined();
  expect(lookup.find('search cluster', ['service'])).toEqual({ kind: 'service', id: 'elasticsearch' });
});

test('a name that is not known has the nearest one beside it, unless it is too short to be near to anything', () => {
  expect(lookup.find('postgresqll')).toBeUndefined();
  expect(lookup.findNearest('postgresqll')).toBe('postgresql');
  expect(lookup.findNearest('us')).toBeUndefined();
});

test('services are found in a text as whole words, short names only as they are written', () => {
  expect(lookup.findServicesIn('The postgres primary, then ES. Yes, it restarts: pg_dump.')).toEqual([
    'postgresql',
    'elasticsearch',
  ]);
  expect(lookup.findServicesIn('es gibt nichts, processes')).toEqual([]);
});
