import { describe, expect, test } from 'vitest';
import { describeInterval, findRecurrence } from '../../../src/knowledge/graph/recurrence.ts';
import { createKnowledge } from '../small-knowledge.ts';

function recurrence(...starts: string[]) {
  const stories = starts.map((started, index) => ({ id: `case-${index + 1}`, started, tags: ['a'] }));
  const { cases, recurring, intervals } = findRecurrence(createKnowledge(...stories), 'a');
  return {
    cases: cases.map(({ id }) => id),
    recurring,
    intervals: intervals.map(
      (interval) => `${interval.from.id} to ${interval.to.id}: ${describeInterval(interval)}`,
    ),
  };
}

test('does not count one case as recurring', () => {
  expect(recurrence('2018')).toEqual({ cases: ['case-1'], recurring: false, intervals: [] });
  expect(recurrence()).toEqual({ cases: [], recurring: false, intervals: [] });
});

test('returns cases oldest first, with the intervals between them', () => {
  expect(recurrence('2018-03-10', '2009-12-12', '2015-03')).toEqual({
    cases: ['case-2', 'case-3', 'case-1'],
    recurring: true,
    intervals: ['case-2 to case-3: about 5 years', 'case-3 to case-1: about 3 years'],
  });
});

test('puts a case of an unknown year at the end, without an interval', () => {
  expect(recurrence('XXXX-03-21', '2018-03-10', '2018-03-22')).toEqual({
    cases: ['case-2', 'case-3', 'case-1'],
    recurring: true,
    intervals: ['case-2 to case-3: 12 days'],
  });
});

test('returns no interval if the order is uncertain', () => {
  expect(recurrence('2018-03', '2018-03-10').intervals).toEqual([]);
  expect(recurrence('2018-03-10', '2018-03-10').intervals).toEqual([]);
});

test('the order does not depend on the order of the files', () => {
  const stories = ['2018-03-10T23:30-05:00', '2018-03-10', '2018-03-10T08:00Z', '2018-03', '2018-03-11'].map(
    (started, index) => ({ id: `case-${index}`, started, tags: ['a'] }),
  );
  const order = (list: typeof stories) =>
    findRecurrence(createKnowledge(...list), 'a').cases.map(({ id }) => id);
  const expected = order(stories);
  for (let shift = 1; shift < stories.length; shift++) {
    expect(order([...stories.slice(shift), ...stories.slice(0, shift)])).toEqual(expected);
  }
  expect(order([...stories].reverse())).toEqual(expected);
});

describe('an interval is no more precise than its dates', () => {
  const table: [from: string, to: string, words: string][] = [
    ['2018-03-10', '2018-03-11', '1 day'],
    ['2018-03-10', '2018-03-22', '12 days'],
    ['2018-03-10~', '2018-03-22', 'about 12 days'],
    ['2018-03-10T23:00-05:00', '2018-03-12T01:00Z', '2 days'],
    ['2018-03', '2018-04-10', '10 to 40 days'],
    ['2018-03-10', '2018-06-10', 'about 3 months'],
    ['2018-03', '2018-06-10', '2 to 3 months'],
    ['2009', '2018', '8 to 10 years'],
    ['2009-12-12', '2018-03-10', 'about 8 years'],
    ['2015-03', '2018-03-10', 'about 3 years'],
  ];
  test.each(table)('%s to %s', (from, to, words) => {
    expect(recurrence(from, to).intervals).toEqual([`case-1 to case-2: ${words}`]);
  });

  test.each([
    [0, 1, '0 to 1 day'],
    // Days up to two months, months up to two years.
    [60, 60, '60 days'],
    [60, 61, '60 to 61 days'],
    [61, 61, 'about 2 months'],
    [729, 729, 'about 24 months'],
    [730, 730, 'about 2 years'],
    [700, 760, 'about 2 years'],
    [700, 759, '23 to 25 months'],
    [1_000, 1_400, '3 to 4 years'],
  ])('%d to %d days are %s', (leastDays, mostDays, words) => {
    expect(describeInterval({ leastDays, mostDays, approximate: false })).toBe(words);
  });
});
