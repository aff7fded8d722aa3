import { expect, test } from 'vitest';
import { TfIdfVectors } from '../../../src/knowledge/similar/tf-idf-vectors.ts';

function createVectors(...texts: string[]): TfIdfVectors {
  const counts = texts.map((text) => {
    const words = text.split(' ');
    return new Map(words.map((word) => [word, words.filter((other) => other === word).length]));
  });
  return new TfIdfVectors(counts, 1.5);
}

function sortBySimilarity(index: number, vectors: TfIdfVectors): number[] {
  return [...vectors.cosines(index).entries()]
    .filter(([other]) => other !== index)
    .sort(([, a], [, b]) => b - a)
    .map(([other]) => other);
}

test('the cosine is 1 for the same words and 0 for other words', () => {
  const cosines = createVectors('stale lock file', 'lock file stale', 'mail deferred').cosines(0);
  expect([...cosines].map((cosine) => Number(cosine.toFixed(9)))).toEqual([1, 1, 0]);
});

test('a rare word weighs more than a common one', () => {
  const vectors = createVectors(
    'server sentinel',
    'server mail',
    'sentinel backup',
    'server disk',
    'server fan',
  );
  expect(sortBySimilarity(0, vectors)[0]).toBe(2);
});

test('a word weighs less each time it is repeated', () => {
  const vectors = createVectors('mail mail mail queue', 'mail', 'queue', 'disk fan');
  const cosines = vectors.cosines(0);
  expect(cosines[1]).toBeGreaterThan(cosines[2] ?? 1);
  expect(cosines[1]).toBeLessThan(3 * (cosines[2] ?? 0));
});

test('similarity is symmetric, and shows shared features', () => {
  const vectors = createVectors('mail queue deferred', 'mail queue stuck', 'mail sent');
  expect(vectors.findSharedFeatures(0, 1)).toEqual(['queue', 'mail']);
  expect(vectors.cosines(0)[1]).toBeCloseTo(vectors.cosines(1)[0] ?? 0);
});
