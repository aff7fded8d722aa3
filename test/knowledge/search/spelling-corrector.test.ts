import { expect, test } from 'vitest';
import { Aliases } from '../../../src/knowledge/search/aliases.ts';
import { GLOSSARY } from '../../../src/knowledge/search/glossary.ts';
import { SpellingCorrector } from '../../../src/knowledge/search/spelling-corrector.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';

const GLOSSARY_ALIASES = new Aliases(GLOSSARY.map((group) => ({ ...group, misspellings: [] })));

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
  GLOSSARY_ALIASES,
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
  expect(new SpellingCorrector(words, GLOSSARY_ALIASES).correct('silverware')?.word).toBe('silverwore');
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

function correct(typed: string, words: Record<string, number>): string | undefined {
  const frequencies = new WordFrequencies(new Map(Object.entries(words)), 100);
  return new SpellingCorrector(frequencies, new Aliases([])).correct(typed)?.word;
}

test('corrects one typo in a word of four to seven letters, and two in a longer one', () => {
  expect(correct('lok', { lock: 9 })).toBeUndefined();
  expect(correct('lokc', { lock: 9 })).toBe('lock');
  expect(correct('loks', { los: 9 })).toBe('los');
  expect(correct('replyka', { replica: 9 })).toBeUndefined();
  expect(correct('replykas', { replicas: 9 })).toBe('replicas');
});

test('corrects to words of letters only', () => {
  expect(correct('loks', { lok5: 9 })).toBeUndefined();
  expect(correct('lok5', { loks: 9 })).toBeUndefined();
  expect(correct('5loks', { loks: 9 })).toBeUndefined();
});

test('finds words that are up to two letters longer or shorter', () => {
  expect(correct('replicat', { replicated: 9 })).toBe('replicated');
  expect(correct('replicated', { replicat: 9 })).toBe('replicat');
});

test('prefers the first of equally near and equally frequent words', () => {
  expect(correct('servet', { server: 3, serves: 3 })).toBe('server');
});

test('prefers fewer typos to more pages', () => {
  expect(correct('replicatad', { replicated: 1, replicatexx: 90 })).toBe('replicated');
});

test('splits into halves of at least three letters, of which short ones are on two pages', () => {
  const split = (word: string, words: Record<string, number>) =>
    new SpellingCorrector(new WordFrequencies(new Map(Object.entries(words)), 100), new Aliases([])).split(
      word,
    );
  // "writ" is only the stem of "write".
  expect(split('writable', { write: 9, able: 9 })).toBeUndefined();
  expect(split('logdisk', { log: 2, disk: 2 })).toEqual(['log', 'disk']);
  expect(split('disklog', { log: 2, disk: 2 })).toEqual(['disk', 'log']);
  expect(split('diskxy', { disk: 2, xy: 9 })).toBeUndefined();
  expect(split('xydisk', { disk: 2, xy: 9 })).toBeUndefined();
  expect(split('diskqueue', { disk: 1, queue: 1 })).toBeUndefined();
  expect(split('cachequeue', { cache: 1, queue: 1 })).toEqual(['cache', 'queue']);
  expect(split('afterqueue', { after: 9, queue: 9 })).toBeUndefined();
  expect(split('cachequeue', { cache: 0, queue: 9 })).toBeUndefined();
});

test('splits into the pair whose rarer word is the most frequent', () => {
  const words = { redis: 3, cover: 9, redisc: 9, over: 2 };
  const corrector = new SpellingCorrector(
    new WordFrequencies(new Map(Object.entries(words)), 100),
    new Aliases([]),
  );
  expect(corrector.split('rediscover')).toEqual(['redis', 'cover']);
});
