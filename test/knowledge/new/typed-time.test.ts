import { describe, expect, test } from 'vitest';
import { parseTypedTime } from '../../../src/knowledge/new/typed-time.ts';

const context = (started?: string) => ({ started, offsetAt: () => '+01:00' });
const parse = (text: string, started?: string) => parseTypedTime(text, context(started));

describe('parseTypedTime', () => {
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
  ])('reads %s as %s', (text, time) => {
    expect(parse(text)).toEqual({ time });
  });

  test('returns other texts as they are, for the check to refuse', () => {
    expect(parse('10/3/2018')).toEqual({ time: '10/3/2018' });
  });

  test('refuses a clock time without an offset, and suggests the local one', () => {
    expect(parse('2026-11-20 14:30')).toEqual({
      rejection:
        'Unexpected `2026-11-20 14:30` without its offset from UTC, expected an offset such as `+01:00` after it, or only the day. Here that would be `2026-11-20 14:30 +01:00`.',
    });
    expect(parse('2026-11-31 14:30')).toEqual({
      rejection:
        'Unexpected `2026-11-31 14:30` without its offset from UTC, expected an offset such as `+01:00` after it, or only the day.',
    });
  });

  test.each([
    ['12 Nov 2026 9:14 CET', '2026-11-12 09:14'],
    ['12 Nov 2026 9:14', '2026-11-12 09:14'],
    ['November 12, 2026 at 9:14 PM', '2026-11-12 21:14'],
    ['2026-11-12 9 pm', '2026-11-12 21:00'],
    ['2026/11/12 9:14:20', '2026-11-12 09:14'],
    ['2026-11-12 09:14 CET', '2026-11-12 09:14'],
  ])('refuses %j instead of losing its clock time', (text, local) => {
    expect(parse(text)).toEqual({
      rejection: `Unexpected \`${text}\` without its offset from UTC, expected an offset such as \`+01:00\` after it, or only the day. Here that would be \`${local} +01:00\`.`,
    });
  });

  test.each([
    ['12 Nov 2026 9:14 UTC', '2026-11-12T09:14Z'],
    ['12 Nov 2026 9:14 CET (UTC+1)', '2026-11-12T09:14+01:00'],
    ['November 12, 2026 9:14 PM UTC-5', '2026-11-12T21:14-05:00'],
  ])('keeps the clock time of %j', (text, time) => {
    expect(parse(text)).toEqual({ time });
  });

  test.each([
    ['15:10', '2026-11-20T14:30+01:00', '2026-11-20T15:10+01:00'],
    ['9:05', '2026-11-20T08:30Z', '2026-11-20T09:05Z'],
    ['00:40', '2026-12-31T23:50-05:00', '2027-01-01T00:40-05:00'],
    ['14:30', '2026-11-20T14:30:20+01:00', '2026-11-20T14:30+01:00'],
  ])('reads %s alone as the first one after %s', (clock, started, time) => {
    expect(parse(clock, started)).toEqual({ time });
  });

  test('refuses a clock time alone if the start has no clock time', () => {
    const rejection = 'Unexpected `15:10` without a day, expected a time such as `2026-11-20 14:30 +01:00`';
    expect(parse('15:10')).toEqual({ rejection });
    expect(parse('15:10', '2026-11-20')).toEqual({ rejection });
  });
});
