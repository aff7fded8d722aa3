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
    coversError: false,
    matchesQuestion: false,
    isAboutProgram: false,
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

test('the results have the order of the ranking, and an outline at the top is not the best match', () => {
  const { best, results } = answer([rank('a', { marks: ['outline'] }), rank('b', {})]);
  expect([best, results.map(({ id }) => id)]).toEqual([undefined, ['a', 'b']]);
});

test('there is no best match if even the first result is only a close one', () => {
  expect(answer([rank('a', {}, { isClosest: true })]).best).toBeUndefined();
});

test('a close result with the highest score stays first, although others match more of the query', () => {
  const { best, results } = answer([rank('a', {}, { isClosest: true }), rank('b', {})]);
  expect([best, results.map(({ id }) => id)]).toEqual([undefined, ['a', 'b']]);
});

test('a result has the facts of its page, and nothing for those that the page does not have', () => {
  const facts = {
    owner: 'Example',
    date: '10 March 2018',
    severity: 'sev2',
    worked: 'Started it.',
    worsened: 'Stopped it.',
    steps: ['Look.'],
    marks: ['destructive'],
    source: 'Other base',
  } as const;
  const [full, plain] = answer([rank('a', facts), rank('b', {})]).results;
  expect(full).toMatchObject(facts);
  expect(full).toMatchObject({
    kind: 'procedure',
    id: 'a',
    title: 'a',
    href: '/notes/note/#a',
    isClosest: false,
  });
  expect(Object.keys(plain ?? {})).toEqual([
    'kind',
    'id',
    'title',
    'href',
    'passage',
    'sections',
    'words',
    'steps',
    'isClosest',
  ]);
  expect(plain?.steps).toEqual([]);
});

test('a result is a close one if it is itself, or if even the first one is', () => {
  const areClosest = (...closest: boolean[]) =>
    answer(closest.map((isClosest, at) => rank(`${at}`, {}, { isClosest }))).results.map(
      (result) => result.isClosest,
    );
  expect(areClosest(false, true)).toEqual([false, true]);
  expect(areClosest(true, false)).toEqual([true, true]);
});

test('a result has the address of its checklist only if its page and its site are known', () => {
  const findChecklist = (page: Partial<Page>) => answer([rank('n#p', page)]).results[0]?.checklist;
  const address = '/kb/notes/n/#p';
  expect(findChecklist({ address, checklist: 'n-p' })).toBe('/kb/checklists/n-p/');
  expect(findChecklist({ address })).toBeUndefined();
  expect(findChecklist({ address: '/elsewhere/', checklist: 'n-p' })).toBeUndefined();
});

test('an answer has each unknown word once', () => {
  const understanding = understandQuery('kafka', createLexicon(DOCUMENTS), {});
  const ranking = {
    results: [],
    keys: new Set<string>(),
    unknown: ['kafka', 'consul'],
    missing: [],
    isClosest: false,
  };
  expect(createAnswer(understanding, ranking)).toMatchObject({
    unknown: ['kafka', 'consul'],
    total: 0,
    lines: [],
  });
});

test('a recognised error is not listed among the words that the first result lacks', () => {
  const understanding = understandQuery('oom', createLexicon(DOCUMENTS), {});
  const errors = [{ title: 'Out of memory', words: [] }] as unknown as typeof understanding.errors;
  const answered = createAnswer(
    { ...understanding, errors },
    {
      results: [rank('a', {})],
      keys: new Set(['a']),
      unknown: [],
      missing: ['Out of memory', 'now'],
      isClosest: false,
    },
  );
  expect(answered.missing).toEqual(['now']);
});
