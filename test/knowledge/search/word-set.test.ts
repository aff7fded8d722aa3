import { expect, test } from 'vitest';
import { decodeWordSet, encodeWordSet } from '../../../src/knowledge/search/word-set.ts';

const WORDS = Array.from({ length: 8000 }, (_, index) => `word${(index * 7919).toString(36)}`);
const OTHERS = Array.from({ length: 8000 }, (_, index) => `other${(index * 104729).toString(36)}`);

test('contains all words, and one of 64 others', () => {
  const set = decodeWordSet(encodeWordSet(WORDS));
  expect(WORDS.filter((word) => !set.has(word))).toEqual([]);
  const share = OTHERS.filter((word) => set.has(word)).length / OTHERS.length;
  expect(share).toBeLessThan(0.025);
});

test('contains the forms of its words', () => {
  const set = decodeWordSet(encodeWordSet(['vanish', 'crawling']));
  expect(['vanishes', 'vanished', 'crawl', 'crawls'].map((word) => set.has(word))).toEqual(
    Array(4).fill(true),
  );
});

test('takes about one byte per word', () => {
  expect(encodeWordSet(WORDS).length).toBeLessThan(8000 * 1.3);
});

test.each(['', 'x', '10 2', '640 10 AA=='])('rejects %s', (text) => {
  expect(() => decodeWordSet(text)).toThrow();
});

test('can be empty', () => {
  expect(decodeWordSet(encodeWordSet([])).has('word')).toBe(false);
});
