import { describe, expect, test } from 'vitest';
import { chooseConcepts, estimateFrequency, isTyped } from '../../../src/knowledge/search/choose-concepts.ts';
import type { Concept, SearchTerm, Via } from '../../../src/knowledge/search/concepts.ts';
import { LIMITS, WEIGHTS } from '../../../src/knowledge/search/weights.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';

const PAGES = 100;

/** In how many of a hundred pages each word is. */
function count(frequencies: Readonly<Record<string, number>>): WordFrequencies {
  return new WordFrequencies(new Map(Object.entries(frequencies)), PAGES);
}

function term(text: string, via: Via = 'typed', fields: Partial<SearchTerm> = {}): SearchTerm {
  return { text, via, match: 'word', weight: 1, ...fields };
}

function concept(source: string, weight = 1, terms: readonly SearchTerm[] = [term(source)]): Concept {
  return { source, weight, terms };
}

const sourcesOf = (concepts: readonly Concept[]) => concepts.map(({ source }) => source);

describe('everyday words', () => {
  const frequencies = count({ a: 50, b: 50, c: 50, d: 50, slow: 1 });
  const slow = concept('slow', WEIGHTS.everydayWord);
  const others = (...names: string[]) => names.map((name) => concept(name));

  test('are dropped next to four other concepts', () => {
    expect(sourcesOf(chooseConcepts([slow, ...others('a', 'b', 'c', 'd')], frequencies, false))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  test('are kept next to three', () => {
    expect(sourcesOf(chooseConcepts([slow, ...others('a', 'b', 'c')], frequencies, false))).toEqual([
      'slow',
      'a',
      'b',
      'c',
    ]);
  });
});

describe('the concepts of a query', () => {
  test('are chosen by weight and rarity, in the order of the query, until they carry enough information', () => {
    const frequencies = count({ common: 50, rare: 1, known: 10 });
    // log(1 + 100 / 50), log(1 + 100 / 1) and log(1 + 100 / 10): 1.1, 4.6 and 2.4 of 8.1.
    expect(LIMITS.informationShare).toBe(0.85);
    expect(
      sourcesOf(chooseConcepts([concept('common'), concept('rare'), concept('known')], frequencies, false)),
    ).toEqual(['rare', 'known']);
    expect(
      sourcesOf(
        chooseConcepts([concept('common', 2), concept('rare'), concept('known')], frequencies, false),
      ),
    ).toEqual(['common', 'rare', 'known']);
  });

  test('are at most twelve', () => {
    const names = Array.from({ length: 20 }, (_, at) => `word${at}`);
    const frequencies = count(Object.fromEntries(names.map((name) => [name, 1])));
    const chosen = chooseConcepts(
      names.map((name) => concept(name)),
      frequencies,
      false,
    );
    expect(sourcesOf(chosen)).toEqual(names.slice(0, 12));
  });

  test('are as rare as the most frequent of their terms', () => {
    const frequencies = count({ rare: 1, frequent: 95, known: 1 });
    const both = concept('rare', 1, [term('rare'), term('frequent', 'service')]);
    expect(sourcesOf(chooseConcepts([both, concept('known')], frequencies, false))).toEqual(['known']);
  });
});

describe('another name of what was typed', () => {
  function namesOf(typed: number, other: number, via: Via, isLog = false) {
    const frequencies = count({ typed, other });
    const concepts = [concept('typed', 1, [term('typed'), term('other', via)])];
    return chooseConcepts(concepts, frequencies, isLog).flatMap(({ terms }) => terms.map(({ text }) => text));
  }

  test('is dropped if it is in more than eight times fewer pages', () => {
    expect(namesOf(16, 2, 'service')).toEqual(['typed', 'other']);
    expect(namesOf(17, 2, 'service')).toEqual(['typed']);
    expect(namesOf(17, 2, 'service', true)).toEqual(['typed']);
  });

  test.each<Via>(['related', 'signature', 'tag', 'activity'])(
    'by a loose relation (%s) is dropped if it is in more than a quarter of the pages',
    (via) => {
      expect(namesOf(1, 25, via)).toEqual(['typed', 'other']);
      expect(namesOf(1, 26, via)).toEqual(['typed']);
    },
  );

  test.each<Via>(['service', 'acronym', 'product', 'short-form'])(
    'by a close relation (%s) is kept however many pages have it',
    (via) => {
      expect(namesOf(1, 90, via)).toEqual(['typed', 'other']);
    },
  );

  test('is kept if there is nothing else', () => {
    const concepts = [concept('redis', 1, [term('store', 'related')])];
    expect(chooseConcepts(concepts, count({ store: 90 }), false)[0]?.terms).toEqual([
      term('store', 'related'),
    ]);
  });
});

describe('a name of several words', () => {
  const namesOf = (wordWeight: number, nameWeight: number, isLog = false) =>
    chooseConcepts(
      [
        concept('redis', 1, [
          term('redis', 'typed', { weight: wordWeight }),
          term('redis server', 'service', { match: 'all', weight: nameWeight }),
          term('redis cache', 'service', { match: 'phrase', weight: nameWeight }),
        ]),
      ],
      count({ redis: 5, server: 5, cache: 5 }),
      isLog,
    ).flatMap(({ terms }) => terms.map(({ text }) => text));

  test('is dropped next to one of its words that counts as much, unless it is a phrase', () => {
    expect(namesOf(0.9, 0.9)).toEqual(['redis', 'redis cache']);
  });

  test('is kept if its word counts less, and in a log', () => {
    expect(namesOf(0.8, 0.9)).toEqual(['redis', 'redis server', 'redis cache']);
    expect(namesOf(0.9, 0.9, true)).toEqual(['redis', 'redis server', 'redis cache']);
  });
});

test('the frequency of several words is that of the rarest', () => {
  expect(estimateFrequency('redis server', count({ redis: 5, server: 40 }))).toBe(5);
  expect(estimateFrequency('redis unheard', count({ redis: 5 }))).toBe(0);
});

test('parts and corrections count as typed, other names do not', () => {
  const vias: Via[] = ['typed', 'part', 'joined', 'prefix', 'correction', 'service', 'related', 'signature'];
  expect(vias.filter((via) => isTyped(term('a', via)))).toEqual([
    'typed',
    'part',
    'joined',
    'prefix',
    'correction',
  ]);
});
