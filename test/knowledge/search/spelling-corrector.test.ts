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
  new Aliases([]),
);

test.each([
  ['replcation', 'replication', 'a letter left out'],
  ['repliccation', 'replication', 'a letter doubled'],
  ['relpication', 'replication', 'two letters swapped'],
  ['replixatoin', 'replication', 'two slips in a long word'],
  ['timeotu', 'timeout', 'a swap at the end'],
  ['prometeus', 'prometheus', 'a name that stands in no page'],
])('%s is meant to be %s: %s', (typed, meant) => {
  expect(spelling.correct(typed)?.word).toBe(meant);
});

test('of words equally near, the one that more pages hold', () => {
  expect(spelling.correct('servet')?.word).toBe('server');
});

test('a wrong first letter counts a little more', () => {
  const words = new WordFrequencies(
    new Map([
      ['xilverware', 90],
      ['silverwore', 1],
    ]),
    100,
  );
  expect(new SpellingCorrector(words, new Aliases([])).correct('silverware')?.word).toBe('silverwore');
});

test.each(['lok', 'xyzzyplugh', 'tmeut', 'h12'])(
  '%s has no correction: too short, or too far from all',
  (typed) => {
    expect(spelling.correct(typed)).toBeUndefined();
  },
);

test('two words written as one are taken apart, endings are not', () => {
  expect(spelling.split('lockfile')).toEqual(['lock', 'file']);
  expect(spelling.split('dataloss')).toEqual(['data', 'loss']);
  expect(spelling.split('statemen')).toBeUndefined();
});
