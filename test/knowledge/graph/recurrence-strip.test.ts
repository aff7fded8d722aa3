import { expect, test } from 'vitest';
import { findRecurrence } from '../../../src/knowledge/graph/recurrence.ts';
import { createStrip } from '../../../src/knowledge/graph/recurrence-strip.ts';
import { createKnowledge, type Story } from '../small-knowledge.ts';

const TAG = 'stale-lock';
const strip = (started: readonly string[], until?: string) => {
  const stories = started.map((time, index): Story => ({ id: `p${index}`, started: time, tags: [TAG] }));
  return createStrip(findRecurrence(createKnowledge(...stories), TAG), until);
};
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

test('cases stand where their dates are, a month as wide as a month', () => {
  const { marks } = strip(['2020-01-01', '2021-01', '2024-12-31']) ?? { marks: [] };
  expect(marks.map(({ start, end, date }) => [rounded(start), rounded(end), date])).toEqual([
    [0, 0.001, '1 January 2020'],
    [0.2, 0.217, 'January 2021'],
    [0.999, 1, '31 December 2024'],
  ]);
});

test('gaps lie between cases, with their length in words', () => {
  const { gaps } = strip(['2020-01-01', '2022-01-01', '2024-12-31']) ?? { gaps: [] };
  expect(gaps.map(({ start, end, words }) => [rounded(start), rounded(end), words])).toEqual([
    [0.001, 0.4, 'about 2 years'],
    [0.401, 0.999, 'about 3 years'],
  ]);
});

test('years are marked, and thinned out where there are many', () => {
  expect(strip(['2020-06-01', '2023-02-01'])?.years.map(({ label }) => label)).toEqual([
    '2021',
    '2022',
    '2023',
  ]);
  expect(strip(['2001-01-02', '2031-01-02'])?.years.map(({ label }) => label)).toEqual([
    '2005',
    '2010',
    '2015',
    '2020',
    '2025',
    '2030',
  ]);
});

test('with a day to end at, the quiet time since the last case is seen, and one case is enough', () => {
  expect(strip(['2020-01-01'], '2029-12-31')?.marks.map(({ end }) => rounded(end))).toEqual([0]);
});

test('one case alone, or none with a year, has no strip', () => {
  expect(strip(['2020-01-01'])).toBeUndefined();
  expect(strip(['XXXX-01-01', 'XXXX-02-01'])).toBeUndefined();
  expect(strip([])).toBeUndefined();
});

test('cases without a year stand beside the strip', () => {
  expect(strip(['2020-01-01', '2022-01-01', 'XXXX-03-21'])?.undated.map(({ id }) => id)).toEqual(['p2']);
});
