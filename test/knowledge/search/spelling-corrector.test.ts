import { expect, test } from 'vitest';
import { Aliases } from '../../../src/knowledge/search/aliases.ts';
import { SpellingCorrector } from '../../../src/knowledge/search/spelling-corrector.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';

const counts = {
  replication: 12,
  replica: 5,
  server: 40,
  serves: 2,
  timeout: 9,
  lock: 7,
  file: 20,
  state: 6,
  data: 30,
  loss: 8,
  men: 1,
};
const spelling = new SpellingCorrector(
  new WordFrequencies(new Map(Object.entries(counts)), 100),
  Aliases.withGlossary([]),
);

test.each([
  ['replcation', 'replication', 'a missing letter'],
  ['repliccation', 'replication', 'a doubled letter'],
  ['relpication', 'replication', 'two swapped letters'],
  ['replixatoin', 'replication', 'two typos in a long word'],
  ['timeotu', 'timeout', 'a swap at the end'],
  ['prometeus', 'prometheus', 'a name that no page contains'],
])('corrects %s to %s: %s', (typed, meant) => {
  expect(spelling.correct(typed)?.word).toBe(meant);
});

test('prefers the most frequent of equally near words', () => {
  expect(spelling.correct('servet')?.word).toBe('server');
});

test('prefers a word with the same first letter', () => {
  const words = new WordFrequencies(
    new Map([
      ['xilverware', 90],
      ['silverwore', 1],
    ]),
    100,
  );
  expect(new SpellingCorrector(words, Aliases.withGlossary([])).correct('silverware')?.word).toBe(
    'silverwore',
  );
});

test.each(['lok', 'xyzzyplugh', 'tmeut', 'h12'])(
  'does not correct %s, which is too short or not near any word',
  (typed) => {
    expect(spelling.correct(typed)).toBeUndefined();
  },
);

test('splits two words typed as one, but not an ending', () => {
  expect(spelling.split('lockfile')).toEqual(['lock', 'file']);
  expect(spelling.split('dataloss')).toEqual(['data', 'loss']);
  expect(spelling.split('statemen')).toBeUndefined();
});
