import { describe, expect, test } from 'vitest';
import { parseTypedTime } from '../../../src/knowledge/new/typed-time.ts';

const context = (started?: string) => ({ started, offsetAt: () => '+01:00' });
const typed = (text: string, started?: string) => parseTypedTime(text, context(started));

describe('a time as it is typed', () => {
  test.each([
    ['2026-11-20 14:30 +01:00', '2026-11-20T14:30+01:00'],
    ['2026-11-20 9:05:30 +0100', '2026-11-20T09:05:30+01:00'],
    ['2026-11-20T14:30Z', '2026-11-20T14:30Z'],
    ['2026-11-20 14:30 utc', '2026-11-20T14:30Z'],
    ['2026-11-20 00:00 +01:00', '2026-11-20T00:00+01:00'],
    [' 2026-11-20 ', '2026-11-20'],
    ['2015-03', '2015-03'],
    ['2018-03-10~', '2018-03-10~'],
    ['XXXX-03-21', 'XXXX-03-21'],
    ['Saturday, March 10, 2018', '2018-03-10'],
  ])('%s is %s', (text, time) => {
    expect(typed(text)).toEqual({ time });
  });

  test('what is no time stays as it is, for the check to refuse', () => {
    expect(typed('10/3/2018')).toEqual({ time: '10/3/2018' });
  });

  test('a clock time needs its offset, and the nearest right one is said', () => {
    expect(typed('2026-11-20 14:30')).toEqual({
      refused:
        'Unexpected `2026-11-20 14:30` without its offset from UTC, expected `+01:00` or the like behind it, or only the day. Here that would be `2026-11-20 14:30 +01:00`.',
    });
    expect(typed('2026-11-31 14:30')).toEqual({
      refused:
        'Unexpected `2026-11-31 14:30` without its offset from UTC, expected `+01:00` or the like behind it, or only the day.',
    });
  });

  test.each([
    ['15:10', '2026-11-20T14:30+01:00', '2026-11-20T15:10+01:00'],
    ['9:05', '2026-11-20T08:30Z', '2026-11-20T09:05Z'],
    ['00:40', '2026-12-31T23:50-05:00', '2027-01-01T00:40-05:00'],
    ['14:30', '2026-11-20T14:30:20+01:00', '2026-11-20T14:30+01:00'],
  ])('%s alone is the first one after %s', (clock, started, time) => {
    expect(typed(clock, started)).toEqual({ time });
  });

  test('a clock time alone is none where no clock time says when it began', () => {
    const refused = 'Unexpected `15:10` without a day, expected a time such as `2026-11-20 14:30 +01:00`';
    expect(typed('15:10')).toEqual({ refused });
    expect(typed('15:10', '2026-11-20')).toEqual({ refused });
  });
});
