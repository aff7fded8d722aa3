import { describe, expect, test } from 'vitest';
import { isConsistentDuration } from '../../../../src/knowledge/check/rules/consistent-duration.ts';
import { parseTime, type Time } from '../../../../src/knowledge/schema/time.ts';
import { POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

const isConsistent = (duration: string, from: string, to: string) =>
  isConsistentDuration(duration, parseTime(from) as Time, parseTime(to) as Time);

describe('an exact duration may have been rounded to its last unit', () => {
  const [from, to] = ['2018-03-10T09:00:00.000Z', '2018-03-11T09:00:00.000Z'];
  test.each([
    ['PT86398S', false],
    ['PT86399S', true],
    ['PT86401S', true],
    ['PT86403S', false],
    ['PT1438M', false],
    ['PT1439M', true],
    ['PT1441M', true],
    ['PT1442M', false],
    ['PT22H', false],
    ['PT23H', true],
    ['PT25H', true],
    ['PT26H', false],
    ['PT24H', true],
    ['P2D', true],
    ['P3D', false],
    ['P1W', true],
    ['P2W', false],
    // The last unit counts, not the largest.
    ['P1DT1H', true],
    ['P1DT2H', false],
    ['P1DT62M', false],
    ['PT23H59M', true],
    ['PT23H58M', false],
  ])('%s for a day: %s', (duration, expected) => {
    expect(isConsistent(duration, from, to)).toBe(expected);
  });
});

describe('an approximate duration may be off by a quarter', () => {
  test.each([
    ['PT19H~', false],
    ['PT20H~', true],
    ['PT32H~', true],
    ['PT33H~', false],
  ])('%s for a day: %s', (duration, expected) => {
    expect(isConsistent(duration, '2018-03-10T09:00:00Z', '2018-03-11T09:00:00Z')).toBe(expected);
  });
});

describe('the time between', () => {
  test.each([
    // From almost nothing to almost two days.
    ['a day and the next', '2018-03-10', '2018-03-11', ['PT1H', 'PT47H', 'P2D'], ['PT50H', 'P4D']],
    // A day without a time zone starts up to 14 hours earlier or later: from 31 to 83 hours.
    ['a day and a clock time', '2018-03-10', '2018-03-12T21:00Z', ['PT31H', 'PT84H'], ['PT30H', 'PT85H']],
    ['a clock time and a day', '2018-03-10T03:00Z', '2018-03-12', ['PT30H', 'PT83H'], ['PT29H', 'PT84H']],
    ['minutes', '2018-03-10T09:00Z', '2018-03-10T10:00Z', ['PT59M', 'PT61M'], ['PT58M', 'PT62M']],
  ])('%s has a shortest and a longest length', (_name, from, to, accepted, rejected) => {
    expect(accepted.filter((duration) => !isConsistent(duration, from, to))).toEqual([]);
    expect(rejected.filter((duration) => isConsistent(duration, from, to))).toEqual([]);
  });
});

test.each([
  ['the duration cannot be read', 'an hour', '2018-03-10', '2018-03-20'],
  ['the start is approximate', 'PT1H', '2018-03-10~', '2018-03-20'],
  ['the end is approximate', 'PT1H', '2018-03-10', '2018-03-20~'],
  ['the year of the start is unknown', 'PT1H', 'XXXX-03-10', '2018-03-20'],
  ['the year of the end is unknown', 'PT1H', '2018-03-10', 'XXXX-03-20'],
  ['the end is before the start', 'PT1H', '2018-03-20', '2018-03-10'],
])('any duration is accepted if %s', (_name, duration, from, to) => {
  expect(isConsistent(duration, from, to)).toBe(true);
});

test.each([
  ['2018-03-10T09:00Z', '2018-03-10T10:30Z', '1 hour 30 minutes'],
  ['2018-03-10', '2018-03-12', '1 day to 3 days'],
  ['2018-03-10', '2018-03-10', '0 seconds to 1 day'],
  ['2018-03-10T12:00Z', '2018-03-11', '0 seconds to 2 days 2 hours'],
  ['2018-03-10', '2018-03-11T12:00Z', '0 seconds to 2 days 2 hours'],
])('the message names the expected time from %s to %s', (from, to, words) => {
  const head = POSTMORTEM_HEAD.replace(
    'started: 2018-03-10\n',
    `started: ${from}\nresolved: ${to}\nduration: P90D\n`,
  );
  expect(runRule('consistent-duration', { 'postmortems/a.mdx': head }).map(({ message }) => message)).toEqual(
    [`Unexpected duration \`P90D\`, expected ${words}, the time from \`started\` to \`resolved\``],
  );
});
