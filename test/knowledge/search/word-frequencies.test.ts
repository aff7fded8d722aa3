import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeWordFrequencies,
  encodeWordFrequencies,
  WordFrequencies,
} from '../../../src/knowledge/search/word-frequencies.ts';

const wordFrequencies = new WordFrequencies(
  new Map([
    ['failover', 9],
    ['fail', 2],
    ['rebooted', 5],
    ['queue', 3],
  ]),
  20,
);

test('knows a word in all its forms, but not its stem', () => {
  expect(['failover', 'rebooting', 'queues', 'reboot'].map((word) => wordFrequencies.has(word))).toEqual(
    Array(4).fill(true),
  );
  expect(['queu', 'over', 'failov'].map((word) => wordFrequencies.has(word))).toEqual([false, false, false]);
});

test('returns how many pages contain a word', () => {
  expect(['failover', 'reboots', 'unheard'].map((word) => wordFrequencies.getFrequency(word))).toEqual([
    9, 5, 0,
  ]);
});

test('returns how many pages contain a prefix, and its likeliest completion that is not too common', () => {
  expect(['fail', 're', 'zz'].map((prefix) => wordFrequencies.getPrefixFrequency(prefix))).toEqual([
    11, 5, 0,
  ]);
  expect(wordFrequencies.findCompletion('fai', 20)).toBe('failover');
  expect(wordFrequencies.findCompletion('fai', 8)).toBe('fail');
  expect(wordFrequencies.findCompletion('fai', 1)).toBeUndefined();
});

test('knows the prefixes of its words', () => {
  expect(['failo', 'q', 'zz', ''].map((prefix) => wordFrequencies.hasPrefix(prefix))).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

describe('encoding and decoding', () => {
  test('rounds frequencies down to powers of two', () => {
    const decoded = decodeWordFrequencies(encodeWordFrequencies(wordFrequencies));
    expect(decoded.words).toEqual(['fail', 'failover', 'queue', 'rebooted']);
    expect(decoded.words.map((word) => decoded.getFrequency(word))).toEqual([2, 8, 2, 4]);
    expect([decoded.pages, decoded.complete]).toEqual([20, true]);
  });

  test('returns the same words for any words', () => {
    const word = fc.stringMatching(/^[a-z0-9_]{1,40}$/);
    fc.assert(
      fc.property(fc.dictionary(word, fc.integer({ min: 1, max: 100_000 })), (counts) => {
        const before = new WordFrequencies(new Map(Object.entries(counts)), 7, false);
        const after = decodeWordFrequencies(encodeWordFrequencies(before));
        expect([after.words, after.pages, after.complete]).toEqual([before.words, 7, false]);
      }),
    );
  });

  test('stores the prefix that a word shares with the previous one as a number', () => {
    expect(encodeWordFrequencies(wordFrequencies)).toBe(
      "20 complete\n#fail\n'over\n#queue\n#rebooted\n\n$&$%",
    );
  });

  test.each(['', 'not word frequencies', '3 complete\n#word\n\n##'])('rejects %j', (text) => {
    expect(() => decodeWordFrequencies(text)).toThrow('The words of the search index cannot be read');
  });
});
