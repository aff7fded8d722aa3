/** Tests the ranking with an engine that returns fixed hits. */
import { describe, expect, test } from 'vitest';
import type { Concept, SearchTerm } from '../../../src/knowledge/search/concepts.ts';
import { type RankOptions, rankPages } from '../../../src/knowledge/search/rank.ts';
import type { Hit, SearchEngine } from '../../../src/knowledge/search/search-engine.ts';
import type { QueryUnderstanding } from '../../../src/knowledge/search/understand-query.ts';
import { LIMITS, WEIGHTS } from '../../../src/knowledge/search/weights.ts';
import { NO_UNDERSTANDING } from './no-understanding.ts';

type Answer = Partial<Pick<Hit, 'score' | 'fields' | 'locations'>>;

/** The pages that contain each word. */
type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

function createEngine(answers: Answers): SearchEngine {
  return {
    lookUp: async ({ text }) =>
      Object.entries(answers[text] ?? {}).map(([key, answer]) => createHit(key, answer)),
    listPages: async () => [],
    loadPagesByValue: async () => new Map(),
  };
}

function createHit(key: string, { score = 1, fields = [], locations = [] }: Answer): Hit {
  const page = {
    kind: 'note',
    id: key,
    address: `/notes/${key}/`,
    title: '',
    aliases: [],
    signals: [],
    words: ['disk', 'full', ...Array.from({ length: 29 }, () => 'and'), 'full'],
    anchors: [],
    evidence: 0,
  } as const;
  return { key, score, fields, locations, load: async () => page };
}

function createTerm(text: string, weight = 1): SearchTerm {
  return { text, match: 'word', via: 'typed', weight };
}

function createConcept(text: string, ...others: readonly SearchTerm[]): Concept {
  return { source: text, weight: 1, terms: [createTerm(text), ...others] };
}

async function rank(
  concepts: readonly Concept[],
  answers: Answers,
  options: Partial<RankOptions> = {},
  unknown: readonly string[] = [],
) {
  const unknownWeight = unknown.length;
  const understanding: QueryUnderstanding = { ...NO_UNDERSTANDING, unknown, unknownWeight, concepts };
  return rankPages(createEngine(answers), understanding, { pages: 10, ...options });
}

/** The weight of a concept that is in two of ten pages. */
const IN_TWO_PAGES = Math.log(1 + 10 / 2);
const LOCK_FILE = [createConcept('lock'), createConcept('file')];

describe('the places of two words that follow each other in the query', () => {
  const scoreAt = async (lock: number, file: number) => {
    const near = { locations: [lock] };
    const { results } = await rank(LOCK_FILE, {
      lock: { page: near, other: {} },
      file: { page: { locations: [file] }, other: {} },
    });
    return results.find(({ key }) => key === 'page')?.score;
  };
  const apart = 2 * IN_TWO_PAGES;
  const near = (2 + WEIGHTS.nearby) * IN_TWO_PAGES;

  test.each([
    [5, 6, near],
    [5, 8, near],
    [5, 9, apart],
    [8, 5, near],
    [9, 5, apart],
    // One word that is both is not two neighbours.
    [5, 5, apart],
  ])('at %d and %d count as neighbours up to a distance of 3', async (lock, file, score) => {
    expect(await scoreAt(lock, file)).toBeCloseTo(score, 10);
  });

  test('count by the concept that weighs less', async () => {
    const answers = { lock: { page: { locations: [5] } }, file: { page: { locations: [6] }, other: {} } };
    const { results } = await rank(LOCK_FILE, answers);
    const inOnePage = Math.log(1 + 10 / 1);
    expect(results[0]?.score).toBeCloseTo(inOnePage + (1 + WEIGHTS.nearby) * IN_TWO_PAGES, 10);
  });

  test('are compared in the first 60 pages only', async () => {
    const pagesAt = (place: number) =>
      Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`page-${100 + at}`, { locations: [place] }]));
    const { results } = await rank(LOCK_FILE, { lock: pagesAt(1), file: pagesAt(2) }, { limit: 61 });
    const scores = results.map(({ score }) => score);
    expect(new Set(scores.slice(0, 60)).size).toBe(1);
    expect(scores[60]).toBeLessThan(scores[59] ?? 0);
  });
});

describe('of several terms for one concept', () => {
  const other = (weight: number) => [createConcept('lock', createTerm('mutex', weight))];

  test('the best one counts whole, and the other one a share of itself', async () => {
    const { results } = await rank(other(0.5), { lock: { page: {}, b: {} }, mutex: { page: {} } });
    expect(results[0]?.score).toBeCloseTo((1 + WEIGHTS.furtherTerms * 0.5) * IN_TWO_PAGES, 10);
    expect(results[0]?.reasons[0]?.term.text).toBe('lock');
  });

  test('the others together count no more than a share of the best one', async () => {
    const concepts = [createConcept('lock', ...['a', 'b', 'c'].map((text) => createTerm(text, 0.9)))];
    const found = { page: {} };
    const { results } = await rank(concepts, { lock: { page: {}, b: {} }, a: found, b: found, c: found });
    expect(results[0]?.score).toBeCloseTo((1 + WEIGHTS.furtherTerms) * IN_TWO_PAGES, 10);
  });

  test('the first one wins if both are as good', async () => {
    const { results } = await rank(other(1), { lock: { page: {} }, mutex: { page: {} } });
    expect(results[0]?.reasons[0]?.term.text).toBe('lock');
  });

  test('the later one wins if it is better, and the places of both are known', async () => {
    const { results } = await rank(other(1), {
      lock: { page: { locations: [9, 3] } },
      mutex: { page: { fields: ['title'], locations: [7] } },
    });
    expect(results[0]?.reasons[0]?.term.text).toBe('mutex');
    expect(results[0]?.reasons[0]?.fields).toEqual(['title']);
    expect(results[0]?.locations).toEqual([3, 7, 9]);
  });

  test('one with less weight matches a smaller share of the query', async () => {
    const { results } = await rank(other(0.6), { mutex: { page: {} } });
    expect(results[0]?.share).toBeCloseTo(0.6, 10);
  });
});

describe('a page', () => {
  test('scores by its place in the answer of the engine', async () => {
    const { results } = await rank([createConcept('lock')], { lock: { a: { score: 8 }, b: { score: 2 } } });
    expect(results.map(({ key, score }) => [key, score / IN_TWO_PAGES])).toEqual([
      ['a', 1],
      ['b', 1 - WEIGHTS.position + WEIGHTS.position / 4],
    ]);
  });

  test('scores by the best of its fields', async () => {
    const { results } = await rank([createConcept('lock')], {
      lock: { a: { fields: ['title', 'signals'] }, b: { fields: ['title'] } },
    });
    expect(results.map(({ score }) => score / IN_TWO_PAGES)).toEqual([
      WEIGHTS.field.signals,
      WEIGHTS.field.title,
    ]);
  });

  test('that matches half of the query scores three quarters of its sum', async () => {
    const { results } = await rank(LOCK_FILE, { lock: { a: {}, b: {} }, file: { c: {}, d: {} } });
    expect(results.map(({ key, share }) => [key, share])).toEqual([
      ['a', 0.5],
      ['b', 0.5],
      ['c', 0.5],
      ['d', 0.5],
    ]);
    expect(results[0]?.score).toBeCloseTo(0.75 * IN_TWO_PAGES, 10);
  });

  test('scores less for a word that more pages have', async () => {
    const { results } = await rank(LOCK_FILE, { lock: { a: {}, b: {}, c: {} }, file: { d: {} } });
    expect(results.map(({ key }) => key)).toEqual(['d', 'a', 'b', 'c']);
  });

  test('is only a close result if it matches too little of the query', async () => {
    const isClosest = async (weight: number) =>
      (await rank([createConcept('lock', createTerm('mutex', weight))], { mutex: { page: {} } })).isClosest;
    expect([await isClosest(LIMITS.closest - 0.01), await isClosest(LIMITS.closest)]).toEqual([true, false]);
  });
});

describe('the ranking', () => {
  const answers = { lock: { a: {}, b: {}, c: {} } };
  const lock = [createConcept('lock')];

  test('returns up to `limit` results, and the keys of all pages', async () => {
    const { results, keys } = await rank(lock, answers, { limit: 2 });
    expect(results.map(({ key }) => key)).toEqual(['a', 'b']);
    expect([...keys]).toEqual(['a', 'b', 'c']);
  });

  test('names what the first result does not contain', async () => {
    const { missing } = await rank(LOCK_FILE, answers, {}, ['kafka']);
    expect(missing).toEqual(['kafka', 'file']);
    expect((await rank(LOCK_FILE, {}, {}, ['kafka'])).missing).toEqual([]);
  });

  test('counts an error less in pages that are not about the program that reports it', async () => {
    const essential = { isEssential: true } as const;
    const error = { ...createConcept('refused'), ...essential };
    const system = { ...createConcept('redis'), ...essential, isSystem: true as const };
    const found = await rank([error, system], {
      refused: { a: {}, b: {} },
      redis: { a: { fields: ['title'] }, b: {} },
    });
    const findScore = (id: string) =>
      found.results.find(({ key }) => key === id)?.reasons.find(({ concept }) => concept === 'refused')
        ?.score;
    expect((findScore('b') ?? 0) / (findScore('a') ?? 1)).toBeCloseTo(WEIGHTS.error.otherSystem);
  });

  test('counts a name less whose words are in different places of a page', async () => {
    const name: Concept = {
      source: 'disk full',
      weight: 1,
      terms: [{ text: 'disk full', match: 'all', via: 'typed', weight: 1 }],
    };
    const near = await rank([name], { 'disk full': { a: { locations: [0, 1] } } });
    const far = await rank([name], { 'disk full': { a: { locations: [0, 31] } } });
    expect([near.results[0]?.share, far.results[0]?.share]).toEqual([1, WEIGHTS.scattered]);
    expect(far.results[0]?.score).toBeLessThan((near.results[0]?.score ?? 0) * WEIGHTS.scattered);
  });

  test('counts a word that no page contains as part of the query', async () => {
    const { results } = await rank(lock, { lock: { a: {} } }, {}, ['kafka']);
    expect(results[0]?.share).toBe(0.5);
  });

  test('reports a word as unknown that was looked up as typed and not found, unless filters are set', async () => {
    const kafka: Concept = {
      source: 'kafka',
      weight: 1,
      terms: [{ text: 'kafka', match: 'phrase', via: 'typed', weight: 1 }],
    };
    expect((await rank([kafka], {})).unknown).toEqual(['kafka']);
    expect((await rank([kafka], { kafka: { a: {} } })).unknown).toEqual([]);
    expect((await rank([createConcept('kafka')], {})).unknown).toEqual([]);
    expect((await rank([kafka], {}, { filters: { kind: [] } })).unknown).toEqual(['kafka']);
    expect((await rank([kafka], {}, { filters: { kind: ['note'] } })).unknown).toEqual([]);
  });
});
