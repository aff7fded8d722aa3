import { expect, test } from 'vitest';
import { formatUnixTime, parseWrittenTime } from '../../../src/knowledge/schema/written-time.ts';

test.each([
  ['2018-07-31T09:30:00Z', '2018-07-31T09:30:00Z'],
  ['2026-05-04T17:43:44.472681Z', '2026-05-04T17:43:44.472681Z'],
  ['2018-07-31', '2018-07-31'],
  ['2018-03', '2018-03'],
  ['1994', '1994'],
  ['2018-03-10~', '2018-03-10~'],
  ['2015-03-09 19:30:00 -0500', '2015-03-09T19:30:00-05:00'],
  ['2015-03-09 19:30:00 UTC', '2015-03-09T19:30:00Z'],
  ['2018-03-10 9:05 +01:00', '2018-03-10T09:05+01:00'],
  ['Sun, 13 Dec 2009 13:48:20 -0500', '2009-12-13T13:48:20-05:00'],
  ['Sun, 13 Dec 2009 13:48:20 +0000 (UTC)', '2009-12-13T13:48:20Z'.replace('Z', '+00:00')],
  ['Saturday, March 10, 2018', '2018-03-10'],
  ['10 March 2018', '2018-03-10'],
  ['March 10th, 2018 at 09:30 UTC', '2018-03-10T09:30Z'],
  ['March 2018', '2018-03'],
  ['2018/3/1', '2018-03-01'],
])('%s is the time %s', (written, edtf) => {
  expect(parseWrittenTime(written)?.edtf).toBe(edtf);
});

test.each([
  ['midnight, which is how tools write a day', '2018-07-31T00:00:00Z', '2018-07-31'],
  ['midnight with parts of a second', '2018-07-31T00:00:00.000+02:00', '2018-07-31'],
  ['the last second of a day', '1994-12-31T23:59:59Z', '1994-12-31'],
  ['a clock time without its offset', '2015-03-09 19:30:00', '2015-03-09'],
  ['a clock time in a zone whose name stands for several', '2015-03-09 19:30:00 CST', '2015-03-09'],
])('no more than the day is taken from %s', (_, written, edtf) => {
  expect(parseWrittenTime(written)).toEqual({ edtf, isVerbatim: false });
});

test.each(['10/3/2018', '31 April 2018', '2018-02-29', 'last Saturday', '', '12', 'May', 'Party 10, 2018'])(
  '%s is no time',
  (written) => {
    expect(parseWrittenTime(written)).toBeUndefined();
  },
);

test('reads seconds since 1970 as a UTC time, and 0 as no time', () => {
  expect(formatUnixTime('1312984800')).toBe('2011-08-10T14:00:00Z');
  expect(formatUnixTime('0')).toBeUndefined();
  expect(formatUnixTime('soon')).toBeUndefined();
});
