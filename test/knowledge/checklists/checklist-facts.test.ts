import { describe, expect, test } from 'vitest';
import {
  combineOwners,
  findEarliestReview,
  findNewestEvidenceDate,
  generateChecklist,
  isTooShort,
} from '../../../src/knowledge/checklists/generate-checklist.ts';
import { PLAIN } from './full-list.ts';
import { createSource } from './small-source.ts';

const createDate = (lastDay: string, words = `the day ${lastDay}`) => ({ words, lastDay });

describe('the date of the newest evidence', () => {
  const [old, middle, young] = ['2009-12-12', '2015-03-31', '2018-03-10'].map((day) => createDate(day));

  test.each([
    ['first', [young, old, middle]],
    ['in the middle', [old, young, middle]],
    ['last', [middle, old, young]],
  ])('is found if it is %s', (_, dates) => {
    const evidence = dates.map((date) => (date ? { date } : {}));
    expect(findNewestEvidenceDate(evidence)).toEqual({ revised: 'the day 2018-03-10' });
  });

  test('is the first one of several that end on the same day', () => {
    const evidence = ['March 2015', '31 March 2015'].map((words) => ({
      date: createDate('2015-03-31', words),
    }));
    expect(findNewestEvidenceDate(evidence)).toEqual({ revised: 'March 2015' });
    expect(findNewestEvidenceDate(evidence.toReversed())).toEqual({ revised: '31 March 2015' });
  });

  test('ignores evidence without a date', () => {
    expect(findNewestEvidenceDate([{}, { date: createDate('2015-03-31') }, {}])).toEqual({
      revised: 'the day 2015-03-31',
    });
  });

  test('is absent if no evidence has one', () => {
    expect(findNewestEvidenceDate([])).toEqual({});
    expect(findNewestEvidenceDate([{}])).toEqual({});
  });
});

describe('the owner', () => {
  test('is each owner of a part once, by name', () => {
    expect(combineOwners(['web', undefined, 'data', 'web'], 'site')).toEqual({ owner: 'data, web' });
  });

  test('is the fallback only if no part has an owner', () => {
    expect(combineOwners([], 'site')).toEqual({ owner: 'site' });
    expect(combineOwners([undefined], 'site')).toEqual({ owner: 'site' });
    expect(combineOwners(['web'], 'site')).toEqual({ owner: 'web' });
  });

  test('is absent if nobody is known', () => {
    expect(combineOwners([undefined], undefined)).toEqual({});
    expect(combineOwners([], '')).toEqual({});
  });
});

describe('the review date', () => {
  const [early, middle, late] = ['2026-05-31', '2026-08-31', '2027-06-30'].map((day) => createDate(day));

  test.each([
    ['first', [early, late, middle]],
    ['in the middle', [late, early, middle]],
    ['last', [middle, late, undefined, early]],
  ])('is the earliest one if it is %s', (_, dates) => {
    expect(findEarliestReview(dates, '2026-01-01')).toEqual({
      reviewBy: { date: 'the day 2026-05-31', overdue: false },
    });
  });

  test('is the first one of several that end on the same day', () => {
    const dates = ['May 2026', '31 May 2026'].map((words) => createDate('2026-05-31', words));
    expect(findEarliestReview(dates, '2026-01-01').reviewBy?.date).toBe('May 2026');
    expect(findEarliestReview(dates.toReversed(), '2026-01-01').reviewBy?.date).toBe('31 May 2026');
  });

  test.each([
    ['2026-05-30', false],
    ['2026-05-31', false],
    ['2026-06-01', true],
  ])('on %s, is overdue: %s', (today, overdue) => {
    expect(findEarliestReview([early], today).reviewBy?.overdue).toBe(overdue);
  });

  test('is absent if no part has one', () => {
    expect(findEarliestReview([], '2026-01-01')).toEqual({});
    expect(findEarliestReview([undefined], '2026-01-01')).toEqual({});
  });
});

describe('a list with three items', () => {
  const item = { id: 'i', text: 'Read it', code: [], evidence: [], lessons: [] };
  const createList = (count: number) => ({
    blocks: PLAIN.blocks.map((block) => ({ ...block, items: Array.from({ length: count }, () => item) })),
  });

  test.each([
    ['one service', { services: ['redis'], tags: [] }, true],
    ['one recurring issue', { services: [], tags: ['stale-lock'] }, true],
    ['two services', { services: ['redis', 'nginx'], tags: [] }, false],
    ['a service and an issue', { services: ['redis'], tags: ['stale-lock'] }, false],
    ['everything', { services: [], tags: [] }, false],
    ['an activity and a service', { activity: 'deploy', services: ['redis'], tags: [] }, false],
  ])('for %s is too short for a page: %s', (_, choice, expected) => {
    expect(isTooShort(choice, createList(3))).toBe(expected);
    expect(isTooShort(choice, createList(4))).toBe(false);
  });
});

describe('a generated list', () => {
  const generate = (
    checks: readonly string[],
    choice: Partial<Parameters<typeof generateChecklist>[1]> = { activity: 'deploy' },
    settings: Parameters<typeof createSource>[1] = {},
  ) =>
    generateChecklist(
      createSource({ a: { checks } }, settings),
      { services: [], tags: [], ...choice },
      '2026-11-21',
    );

  test('without items has no blocks, no explanation and the mode DO-CONFIRM', () => {
    const list = generate([]);
    expect(list).toMatchObject({
      blocks: [],
      explanation: [],
      mode: 'do-confirm',
      omitted: [],
      sources: [],
      signals: [],
      tried: [],
    });
    expect(list).not.toHaveProperty('organization');
  });

  test('with items explains their order first', () => {
    expect(generate(['deploy before: Read it → yes']).explanation).toEqual([
      {
        kind: 'order',
        sentence:
          'Within a pause point, items are in the order of doing, as the activity lists them. Those that it does not list come last.',
        lessons: [],
      },
    ]);
  });

  test('has the mode of its blocks if they are all the same', () => {
    expect(generate(['emergency now: Read it → yes'], { activity: 'emergency' }).mode).toBe('read-do');
    expect(generate(['deploy before: Read it → yes', 'deploy after: Read it → yes']).mode).toBe('do-confirm');
  });

  test('includes others only if you choose that', () => {
    const checks = ['deploy before: Read it → yes'];
    expect(generate(checks).includesOthers).toBe(false);
    expect(generate(checks, { activity: 'deploy', others: true }, { home: 'oma' }).includesOthers).toBe(true);
  });

  test('for services names the procedures for one of them, and for another activity none', () => {
    const listProcedures = (choice: Parameters<typeof generate>[1]) =>
      generate([], choice).procedures.map(({ id }) => id);
    expect(listProcedures({ services: ['nginx', 'redis'] })).toEqual(['oma#restart']);
    expect(listProcedures({ services: ['nginx'] })).toEqual([]);
    expect(listProcedures({ activity: 'emergency' })).toEqual([]);
    expect(listProcedures({})).toEqual([]);
  });

  test('has the general practice of an activity only if that is chosen', () => {
    const opening = [{ text: 'Say it', source: { title: 'Book', url: 'https://example.org/' } }];
    const checks = ['emergency now: Read it → yes (redis)'];
    const countBlocks = (choice: Parameters<typeof generate>[1]) =>
      generate(checks, choice, { opening }).blocks.length;
    expect(countBlocks({ activity: 'emergency' })).toBe(2);
    expect(countBlocks({ services: ['redis'] })).toBe(1);
  });
});
