import { expect, test } from 'vitest';
import { findRecurrence } from '../../../src/knowledge/graph/recurrence.ts';
import { createStrip } from '../../../src/knowledge/graph/recurrence-strip.ts';
import { parseTime } from '../../../src/knowledge/schema/time.ts';
import { createKnowledge, type Story } from '../small-knowledge.ts';

const TAG = 'stale-lock';
const create = (started: readonly string[], until?: string) => {
  const stories = started.map((time, index): Story => ({ id: `p${index}`, started: time, tags: [TAG] }));
  return createStrip(findRecurrence(createKnowledge(...stories), TAG), until);
};
const round = (value: number) => Math.round(value * 1_000) / 1_000;

test('places cases at their dates, and gives a month its width', () => {
  const { marks } = create(['2020-01-01', '2021-01', '2024-12-31']) ?? { marks: [] };
  expect(marks.map(({ start, end, date }) => [round(start), round(end), date])).toEqual([
    [0, 0.001, '1 January 2020'],
    [0.2, 0.217, 'January 2021'],
    [0.999, 1, '31 December 2024'],
  ]);
});

test('describes the gaps between cases', () => {
  const { gaps } = create(['2020-01-01', '2022-01-01', '2024-12-31']) ?? { gaps: [] };
  expect(gaps.map(({ start, end, words }) => [round(start), round(end), words])).toEqual([
    [0.001, 0.4, 'about 2 years'],
    [0.401, 0.999, 'about 3 years'],
  ]);
});

test('marks years, fewer of them if there are many', () => {
  expect(create(['2020-06-01', '2023-02-01'])?.years.map(({ label }) => label)).toEqual([
    '2021',
    '2022',
    '2023',
  ]);
  expect(create(['2001-01-02', '2031-01-02'])?.years.map(({ label }) => label)).toEqual([
    '2005',
    '2010',
    '2015',
    '2020',
    '2025',
    '2030',
  ]);
});

test('with an end, shows the time since the last case, even of a single one', () => {
  expect(create(['2020-01-01'], '2029-12-31')?.marks.map(({ end }) => round(end))).toEqual([0]);
});

test('returns undefined for one case or cases without a year', () => {
  expect(create(['2020-01-01'])).toBeUndefined();
  expect(create(['XXXX-01-01', 'XXXX-02-01'])).toBeUndefined();
  expect(create([])).toBeUndefined();
});

test('returns cases without a year separately', () => {
  expect(create(['2020-01-01', '2022-01-01', 'XXXX-03-21'])?.undated.map(({ id }) => id)).toEqual(['p2']);
});

test('starts at a given time, so that several strips have the same scale', () => {
  const stories = ['2021-01-01', '2024-12-31'].map((time, index): Story => ({
    id: `p${index}`,
    started: time,
    tags: [TAG],
  }));
  const recurrence = findRecurrence(createKnowledge(...stories), TAG);
  const positions = (since?: string) =>
    createStrip(recurrence, '2024-12-31', since === undefined ? undefined : parseTime(since))?.marks.map(
      ({ start }) => round(start),
    );
  expect(positions('2017-01-01')).toEqual([0.5, 1]);
  expect(positions('2023-01-01')).toEqual(positions());
});
