import { describe, expect, test } from 'vitest';
import { stem } from '../../../src/knowledge/search/stem.ts';
import { Thesaurus } from '../../../src/knowledge/search/thesaurus.ts';
import { THESAURUS_ENTRIES } from '../../../src/knowledge/search/thesaurus-entries.ts';
import { tokenize } from '../../../src/knowledge/search/tokens.ts';

const thesaurus = new Thesaurus(THESAURUS_ENTRIES);
const findNames = (text: string) => thesaurus.findLongestAt(tokenize(text), 0);

describe('knows everyday words', () => {
  test.each([
    ['froze', 'unresponsive'],
    ['hung', 'stuck'],
    ['wedged', 'deadlock'],
    ['kicked out', 'disconnected'],
    ['blank page', 'rendering'],
    ['spinning', 'timeout'],
    ['vanished', 'lost'],
    ['crawling', 'slow'],
    ['choked', 'overload'],
    ['ran dry', 'exhausted'],
    ['went backwards', 'clock'],
    ['got mixed up', 'corruption'],
  ])('%s', (expression, name) => {
    expect(findNames(expression)?.groups.flatMap(({ names }) => names)).toContain(name);
  });
});

test('finds other forms of a word, and contractions without an apostrophe', () => {
  expect(findNames('crawls')).toEqual(findNames('crawling'));
  expect(findNames('wont load')?.groups).toEqual(findNames("won't load")?.groups);
});

test('finds the longest expression', () => {
  expect(findNames('out of room for more')?.length).toBe(3);
  expect(findNames('server')).toBeUndefined();
});

test('has at least 300 expressions, each once and with words of postmortems', () => {
  const lines = THESAURUS_ENTRIES.split('\n').map((line) => line.split(' = '));
  const keys = lines.flatMap(([expressions = '']) =>
    expressions.split(', ').map((expression) =>
      tokenize(expression)
        .flatMap(({ parts }) => parts)
        .map(stem)
        .join(' '),
    ),
  );
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(lines.filter(([, names = '']) => !/^[a-z0-9][\w '-]*(?:, [a-z0-9][\w '-]*)*$/.test(names))).toEqual(
    [],
  );
});
