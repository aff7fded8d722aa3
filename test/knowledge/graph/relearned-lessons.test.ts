import { expect, test } from 'vitest';
import { type ActionItem, checkWasOpen } from '../../../src/knowledge/graph/relearned-lessons.ts';
import { parseTime, type Time } from '../../../src/knowledge/schema/time.ts';

const start = parseTime('2018-03-10') as Time;
const open = (status: ActionItem['status'], closed?: string) => checkWasOpen({ status, closed }, start);

test('an action that is open now was open then', () => {
  expect([open('open'), open('in-progress')]).toEqual(['yes', 'yes']);
});

test('an action that was done or dropped later was open then', () => {
  expect([open('done', '2018-03-11'), open('dropped', '2019')]).toEqual(['yes', 'yes']);
});

test('an action that was closed before was not open', () => {
  expect([open('done', '2018-03-09'), open('unknown', '2017')]).toEqual([undefined, undefined]);
});

test('an action that was closed on the same day, or in the same year, does not count as open', () => {
  expect([open('done', '2018-03-10'), open('done', '2018')]).toEqual([undefined, undefined]);
});

test('without a date, done and dropped are closed, and unknown is unknown', () => {
  expect([open('done'), open('dropped'), open('unknown')]).toEqual([undefined, undefined, 'unknown']);
});
