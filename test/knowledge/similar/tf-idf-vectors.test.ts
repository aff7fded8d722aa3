import { expect, test } from 'vitest';
import { TfIdfVectors } from '../../../src/knowledge/similar/tf-idf-vectors.ts';

function vectors(...texts: string[]): TfIdfVectors {
  const counts = texts.map((text) => {
    const words = text.split(' ');
    return new Map(words.map((word) => [word, words.filter((other) => other === word).length]));
  });
  return new TfIdfVectors(counts, 1.5);
}

function mostAlike(index: number, made: TfIdfVectors): number[] {
  return [...made.cosines(index).entries()]
    .filter(([other]) => other !== index)
    .sort(([, a], [, b]) => b - a)
    .map(([other]) => other);
}

test('the same words are wholly alike, other words not at all', () => {
  const cosines = vectors('stale lock file', 'lock file stale', 'mail deferred').cosines(0);
  expect([...cosines].map((cosine) => Number(cosine.toFixed(9)))).toEqual([1, 1, 0]);
});

test('a rare word weighs more than one that stands everywhere', () => {
  const made = vectors('server sentinel', 'server mail', 'sentinel backup', 'server disk', 'server fan');
  expect(mostAlike(0, made)[0]).toBe(2);
});

test('a word counts for less each time that it is said again', () => {
  const made = vectors('mail mail mail queue', 'mail', 'queue', 'disk fan');
  const cosines = made.cosines(0);
  expect(cosines[1]).toBeGreaterThan(cosines[2] ?? 1);
  expect(cosines[1]).toBeLessThan(3 * (cosines[2] ?? 0));
});

test('likeness goes both ways, and shows what is shared', () => {
  const made = vectors('mail queue deferred', 'mail queue stuck', 'mail sent');
  expect(made.findSharedFeatures(0, 1)).toEqual(['queue', 'mail']);
  expect(made.cosines(0)[1]).toBeCloseTo(made.cosines(1)[0] ?? 0);
});
