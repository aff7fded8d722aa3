import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeWordFrequencies,
  encodeWordFrequencies,
  isWord,
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

test('the frequency of a form is that of the most frequent form', () => {
  const forms = new WordFrequencies(new Map(Object.entries({ reboots: 2, rebooted: 5, reboot: 3 })), 20);
  expect(['reboot', 'rebooting', 'rebooted'].map((word) => forms.getFrequency(word))).toEqual([5, 5, 5]);
});

test.each([
  ['ab', true],
  ['a', false],
  ['a'.repeat(32), true],
  ['a'.repeat(33), false],
  ['12345', true],
  ['123456', false],
  ['a123456', true],
  ['123456a', true],
  ['4b5', true],
  ['a1b2c3', false],
  ['1a2b3', false],
  ['1a2b', true],
  ['a1b2c', true],
  ['ipv4only6', true],
])('whether %s is a word: %s', (word, expected) => {
  expect(isWord(word)).toBe(expected);
  const [complete, partial] = [true, false].map(
    (isComplete) => new WordFrequencies(new Map(), 1, isComplete),
  );
  expect([complete?.isConclusive(word), partial?.isConclusive(word)]).toEqual([expected, false]);
});

test('reads incomplete words as incomplete', () => {
  expect(encodeWordFrequencies(new WordFrequencies(new Map(), 7, false))).toBe('7 partial\n\n');
  expect(decodeWordFrequencies('7 partial\n\n').complete).toBe(false);
  expect(new WordFrequencies(new Map(), 7).complete).toBe(true);
});

test.each(['x7 complete\n#word\n\n#', '7x complete\n#word\n\n#', '7 complete\n#word\n#'])(
  'rejects a damaged text: %j',
  (text) => {
    expect(() => decodeWordFrequencies(text)).toThrow('cannot be read');
  },
);

test('stores at most thirty shared letters', () => {
  const words = ['a'.repeat(32), `${'a'.repeat(32)}b`];
  const encoded = encodeWordFrequencies(new WordFrequencies(new Map(words.map((word) => [word, 1])), 2));
  expect(encoded).toBe(`2 complete\n#${'a'.repeat(32)}\nAaab\n\n##`);
  expect(decodeWordFrequencies(encoded).words).toEqual(words);
});
