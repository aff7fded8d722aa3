import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeWordFrequencies,
  encodeWordFrequencies,
  WordFrequencies,
} from '../../../src/knowledge/search/word-frequencies.ts';

const vocabulary = new WordFrequencies(
  new Map([
    ['failover', 9],
    ['fail', 2],
    ['rebooted', 5],
    ['queue', 3],
  ]),
  20,
);

test('knows a word in all its forms, and no mere stems', () => {
  expect(['failover', 'rebooting', 'queues', 'reboot'].map((word) => vocabulary.has(word))).toEqual(
    Array(4).fill(true),
  );
  expect(['queu', 'over', 'failov'].map((word) => vocabulary.has(word))).toEqual([false, false, false]);
});

test('says how many pages hold a word', () => {
  expect(['failover', 'reboots', 'unheard'].map((word) => vocabulary.getFrequency(word))).toEqual([9, 5, 0]);
});

test('says how many pages hold words that begin so, and which is the likeliest that is not too common', () => {
  expect(['fail', 're', 'zz'].map((prefix) => vocabulary.getPrefixFrequency(prefix))).toEqual([11, 5, 0]);
  expect(vocabulary.findCompletion('fai', 20)).toBe('failover');
  expect(vocabulary.findCompletion('fai', 8)).toBe('fail');
  expect(vocabulary.findCompletion('fai', 1)).toBeUndefined();
});

test('knows how words begin', () => {
  expect(['failo', 'q', 'zz', ''].map((prefix) => vocabulary.hasPrefix(prefix))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

describe('written and read again', () => {
  test('frequencies come back as powers of two', () => {
    const again = decodeWordFrequencies(encodeWordFrequencies(vocabulary));
    expect(again.words).toEqual(['fail', 'failover', 'queue', 'rebooted']);
    expect(again.words.map((word) => again.getFrequency(word))).toEqual([2, 8, 2, 4]);
    expect([again.pages, again.complete]).toEqual([20, true]);
  });

  test('any words come back', () => {
    const word = fc.stringMatching(/^[a-z0-9_]{1,40}$/);
    fc.assert(
      fc.property(fc.dictionary(word, fc.integer({ min: 1, max: 100_000 })), (counts) => {
        const before = new WordFrequencies(new Map(Object.entries(counts)), 7, false);
        const after = decodeWordFrequencies(encodeWordFrequencies(before));
        expect([after.words, after.pages, after.complete]).toEqual([before.words, 7, false]);
      }),
    );
  });

  test('a word shares its beginning with the one before', () => {
    expect(encodeWordFrequencies(vocabulary)).toBe("20 complete\n#fail\n'over\n#queue\n#rebooted\n\n$&$%");
  });

  test.each(['', 'not a vocabulary', '3 complete\n#word\n\n##'])('%j is refused', (text) => {
    expect(() => decodeWordFrequencies(text)).toThrow('The vocabulary of the search is not readable');
  });
});
