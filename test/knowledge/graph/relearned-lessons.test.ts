import { expect, test } from 'vitest';
import { type ActionItem, checkWasOpen } from '../../../src/knowledge/graph/relearned-lessons.ts';
import { parseTime, type Time } from '../../../src/knowledge/schema/time.ts';

const start = parseTime('2018-03-10') as Time;
const open = (status: ActionItem['status'], closed?: string) => checkWasOpen({ status, closed }, start);

test('what is open now was open then', () => {
  expect([open('open'), open('in-progress')]).toEqual(['yes', 'yes']);
});

test('what was closed later was open then, done or dropped', () => {
  expect([open('done', '2018-03-11'), open('dropped', '2019')]).toEqual(['yes', 'yes']);
});

test('what was closed before was not', () => {
  expect([open('done', '2018-03-09'), open('unknown', '2017')]).toEqual([undefined, undefined]);
});

test('closed on the same day, or in a year that holds it, claims nothing', () => {
  expect([open('done', '2018-03-10'), open('done', '2018')]).toEqual([undefined, undefined]);
});

test('without a date, done and dropped count as closed, and unknown stays unknown', () => {
  expect([open('done'), open('dropped'), open('unknown')]).toEqual([undefined, undefined, 'unknown']);
});
