import { describe, expect, test } from 'vitest';
import { findQuotedPhrases, isOnlyPhrases } from '../../../src/knowledge/search/quoted-phrases.ts';

describe('finds phrases in quotation marks', () => {
  test.each([
    ['"too many clients"', ['too many clients'], ''],
    ['redis "connection refused" twice', ['connection refused'], 'redis   twice'],
    ['"one two" "three four"', ['one two', 'three four'], ''],
    ['“one two” three', ['one two'], 'three'],
    ['„eins zwei“ drei', ['eins zwei'], 'drei'],
    ['« un deux » trois', ['un deux'], 'trois'],
    ['「接続 プール」 枯渇', ['接続 プール'], '枯渇'],
    ['"same" "same"', ['same'], ''],
  ])('%s', (text, phrases, rest) => {
    const found = findQuotedPhrases(text);
    expect(found.phrases).toEqual(phrases);
    expect(found.rest.trim()).toBe(rest);
  });
});

test.each(['too many "clients', 'lost “writes', '""', '" "', '5" disk', "it's the database's fault"])(
  'finds no phrase in %s',
  (text) => {
    expect(findQuotedPhrases(text).phrases).toEqual([]);
  },
);

test('a line with more than phrases is not only phrases', () => {
  expect(isOnlyPhrases('"FATAL: sorry, too many clients already"')).toBe(true);
  expect(isOnlyPhrases('"one" "two"')).toBe(true);
  expect(isOnlyPhrases('level=error msg="too many clients"')).toBe(false);
  expect(isOnlyPhrases('"one"\n"two"')).toBe(false);
  expect(isOnlyPhrases('plain')).toBe(false);
});
