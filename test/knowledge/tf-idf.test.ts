import { expect, test } from 'vitest';
import { termsOf } from '../../src/knowledge/terms.ts';
import { TfIdf } from '../../src/knowledge/tf-idf.ts';

test('terms are words that say something, plurals folded, as often as they stand there', () => {
  expect(termsOf('The locks of 42 queries; a lock of status_2 is NOT this address.')).toEqual([
    'lock',
    'query',
    'lock',
    'status_2',
    'address',
  ]);
});

test('the same words are wholly alike, other words not at all', () => {
  const index = new TfIdf(['stale lock file', 'lock file stale', 'mail deferred']);
  const [same, ...others] = index.alike(0, 0);
  expect(same?.index).toBe(1);
  expect(same?.cosine).toBeCloseTo(1);
  expect(others).toEqual([]);
});

test('a rare word weighs more than one that stands everywhere', () => {
  const index = new TfIdf(['server sentinel', 'server mail', 'sentinel backup', 'server disk', 'server fan']);
  expect(index.alike(0, 0).map((likeness) => likeness.index)).toEqual([2, 1, 3, 4]);
});

test('likeness goes both ways, shows what is shared, and stops at the threshold', () => {
  const index = new TfIdf(['mail queue deferred', 'mail queue stuck', 'mail sent']);
  const [there] = index.alike(0, 0.3);
  const [back] = index.alike(1, 0.3);
  expect(there?.shared).toEqual(['queue', 'mail']);
  expect(there?.cosine).toBeCloseTo(back?.cosine ?? 0);
  expect(index.alike(0, 0.3)).toHaveLength(1);
});
