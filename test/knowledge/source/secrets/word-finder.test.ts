import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordFinder } from '../../../../src/knowledge/source/secrets/word-finder.ts';

const text = fc.string({ unit: fc.constantFrom(...'ab-é½💥'), maxLength: 2_500 });
const word = fc.string({ unit: fc.constantFrom(...'ab-é½💥'), minLength: 1, maxLength: 8 });

test('finds the same words as a search of the text, in short and long texts', () => {
  fc.assert(
    fc.property(text, word, fc.nat(), (random, other, at) => {
      const start = at % (random.length + 1);
      const finder = new WordFinder(random);
      for (const sought of [other, random.slice(start, start + 5)]) {
        expect(finder.has(sought)).toBe(random.includes(sought));
      }
    }),
  );
});
