import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import type { RankedPage } from '../../../src/knowledge/search/rank.ts';
import { createAnswer } from '../../../src/knowledge/search/search-answer.ts';
import type { Page } from '../../../src/knowledge/search/search-engine.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { DOCUMENTS } from './small-documents.ts';

function rank(id: string, page: Partial<Page>, facts: Partial<RankedPage> = {}): RankedPage {
  return {
    key: id,
    page: {
      kind: 'procedure',
      id,
      address: `/notes/note/#${id}`,
      title: id,
      aliases: [],
      signals: [],
      words: [],
      anchors: [],
      evidence: 0,
      ...page,
    },
    score: 1,
    share: 1,
    reasons: [],
    locations: [],
    signals: [],
    isClosest: false,
    ...facts,
  };
}

function answer(results: RankedPage[]) {
  const ranking = { results, keys: new Set(results.map(({ key }) => key)), unknown: [], missing: [] };
  const isClosest = results[0]?.isClosest ?? false;
  return createAnswer(understandQuery('restore', createLexicon(DOCUMENTS), {}), { ...ranking, isClosest });
}

test('the best match is the first result', () => {
  const { best, results } = answer([rank('a', {}), rank('b', {})]);
  expect([best?.id, results.map(({ id }) => id)]).toEqual(['a', ['a', 'b']]);
});

test('an outline is never the best match', () => {
  const { best, results } = answer([rank('a', { marks: ['outline'] }), rank('b', {})]);
  expect([best?.id, results.map(({ id }) => id)]).toEqual(['b', ['b', 'a']]);
  expect(answer([rank('a', { marks: ['outline'] })]).best).toBeUndefined();
});

test('a destructive procedure is the best match only if it matches nearly the whole query or a signal', () => {
  const destructive = (facts: Partial<RankedPage>) => rank('a', { marks: ['destructive'] }, facts);
  const findBest = (facts: Partial<RankedPage>) => answer([destructive(facts), rank('b', {})]).best?.id;
  expect(findBest({ share: 0.9 })).toBe('a');
  expect(findBest({ share: 0.89 })).toBe('b');
  expect(findBest({ share: 0.5, signals: ['OOM command not allowed'] })).toBe('a');
});

test('there is no best match if even the first result is only a close one', () => {
  expect(answer([rank('a', {}, { isClosest: true })]).best).toBeUndefined();
});
