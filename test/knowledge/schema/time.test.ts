import { describe, expect, test } from 'vitest';
import {
  compareTimes,
  describeTime,
  getYear,
  parseTime,
  type Time,
} from '../../../src/knowledge/schema/time.ts';

function time(source: string): Time {
  const parsed = parseTime(source);
  if (!parsed) throw new Error(`${source} is no time`);
  return parsed;
}

describe('parseTime', () => {
  const table: [source: string, precision: string, earliest: string, latest: string][] = [
    ['2018', 'year', '2018-01-01T00:00:00.000Z', '2018-12-31T23:59:59.999Z'],
    ['2015-03', 'month', '2015-03-01T00:00:00.000Z', '2015-03-31T23:59:59.999Z'],
    ['2016-02', 'month', '2016-02-01T00:00:00.000Z', '2016-02-29T23:59:59.999Z'],
    ['2018-12', 'month', '2018-12-01T00:00:00.000Z', '2018-12-31T23:59:59.999Z'],
    ['2018-03-10', 'day', '2018-03-10T00:00:00.000Z', '2018-03-10T23:59:59.999Z'],
    ['2016-02-29', 'day', '2016-02-29T00:00:00.000Z', '2016-02-29T23:59:59.999Z'],
    ['0099-02-01', 'day', '0099-02-01T00:00:00.000Z', '0099-02-01T23:59:59.999Z'],
    ['2018-03-10T09:30Z', 'time', '2018-03-10T09:30:00.000Z', '2018-03-10T09:30:59.999Z'],
    ['2018-03-10T09:30:00-05:00', 'time', '2018-03-10T14:30:00.000Z', '2018-03-10T14:30:00.999Z'],
    ['2018-03-10T00:10+02:00', 'time', '2018-03-09T22:10:00.000Z', '2018-03-09T22:10:59.999Z'],
    ['2018-XX', 'year', '2018-01-01T00:00:00.000Z', '2018-12-31T23:59:59.999Z'],
    ['2018-03-XX', 'month', '2018-03-01T00:00:00.000Z', '2018-03-31T23:59:59.999Z'],
    ['201X', 'year', '2010-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
  ];
  test.each(table)('reads %s as a %s', (source, precision, earliest, latest) => {
    const { precision: found, earliest: first, latest: last } = time(source);
    expect([found, new Date(first).toISOString(), new Date(last).toISOString()]).toEqual([
      precision,
      earliest,
      latest,
    ]);
  });

  test('reads `~`, `?` and `%` as approximate', () => {
    const approximate = ['2018', '2018~', '2018-03?', '2018-03-10%', '2018-03-10'];
    expect(approximate.map((source) => time(source).approximate)).toEqual([false, true, true, true, false]);
  });

  test('reads a year with an X as unknown', () => {
    const sources = ['2018', '2018-03-XX', '201X', 'XXXX', 'XXXX-03-21'];
    expect(sources.map((source) => time(source).yearKnown)).toEqual([true, true, false, false, false]);
  });
});

describe('parseTime refuses other notations, and clock times without an offset:', () => {
  test.each([
    '',
    'yesterday',
    '2018-3-10',
    '10/3/2018',
    '2018-13',
    '2018-00',
    '2018-03-00',
    '2018-03-32',
    '2018-02-29',
    '2018-02-29~',
    '2018-02-29T09:30Z',
    '2018-03-10~T09:30Z',
    'XXXX-02-30',
    '2018-21',
    '2018-21~',
    '2018/2019',
    '[2018,2019]',
    '2018-03-10T09:30',
    '2018-03-10 09:30Z',
    '2018-03-10T09Z',
    '2018-03-10T25:00Z',
    '2018-03-10T09:60Z',
    '2018-03-10T09:30+25:00',
    '2018-02-30T09:30Z',
    ' 2018-03-10',
    '2018-03-10\n',
    'Y170000002',
  ])('%j', (source) => {
    expect(parseTime(source)).toBeUndefined();
  });

  // The part of a date that is not known comes last, but for the year.
  test.each(['2018-XX-10', 'XXXX-XX-10', '2018-0X-10', 'X018', '20X8', '2018-X2', '2018-03-X1'])(
    '%s',
    (source) => {
      expect(parseTime(source)).toBeUndefined();
    },
  );
});

describe('compareTimes', () => {
  const table: [a: string, b: string, order: number | undefined][] = [
    ['2018-03-10', '2018-03-11', -1],
    ['2018-03-11', '2018-03-10', 1],
    ['2018-03-10', '2018-03-10', 0],
    ['2009-12', '2015-03', -1],
    ['2018', '2017-12-31', 1],
    ['2018-03', '2018-03-10', undefined],
    ['2018', '2018-03', undefined],
    ['XXXX-03-21', '2018-03-10', undefined],
    ['2018-03-10', 'XXXX-03-21', undefined],
    ['XXXX-03-21', 'XXXX-03-21', undefined],
    ['201X', '2025', undefined],
    ['2018-03-10T09:30Z', '2018-03-10T09:31Z', -1],
    ['2018-03-10T09:30:00-05:00', '2018-03-10T14:30:00Z', 0],
    ['2018-03-10T09:30Z', '2018-03-10T09:30:30Z', undefined],
  ];
  test.each(table)('compares %s with %s', (a, b, order) => {
    expect(compareTimes(time(a), time(b))).toBe(order);
  });

  test.each([
    ['2009-12-12~', '2009-12-13', undefined],
    ['2009-12-12', '2009-12-13~', undefined],
    ['2009-12-12~', '2009-12-14~', undefined],
    ['2009-12-12~', '2009-12-14', -1],
    ['2009-12-14T09:00Z', '2009-12-12~', 1],
    ['2009-12-13T09:00Z', '2009-12-12~', undefined],
    ['2009-11~', '2009-12-24', undefined],
    ['2009-11~', '2010-01-01', -1],
  ])('compares %s with %s, one of them approximate', (a, b, order) => {
    expect(compareTimes(time(a), time(b))).toBe(order);
  });

  test('compares a clock time with a day by its own date, in any time zone', () => {
    expect(compareTimes(time('2018-03-10'), time('2018-03-10T23:30-05:00'))).toBe(0);
    expect(compareTimes(time('2018-03-10T23:30-05:00'), time('2018-03-11'))).toBe(-1);
    expect(compareTimes(time('2018-03-11T00:30+09:00'), time('2018-03-10'))).toBe(1);
  });
});

describe('describeTime', () => {
  const table: [source: string, words: string][] = [
    ['2018', '2018'],
    ['2015-03', 'March 2015'],
    ['2018-03-10', '10 March 2018'],
    ['2009-12-12~', 'about 12 December 2009'],
    ['2009-12?', 'December 2009 (uncertain)'],
    ['2009%', 'about 2009 (uncertain)'],
    ['XXXX-03-21', '21 March, year unknown'],
    ['XXXX-03', 'March, year unknown'],
    ['XXXX', 'year unknown'],
    ['XXXX-XX-XX', 'year unknown'],
    ['201X', 'some year from 2010 to 2019'],
    ['2018-XX-XX', '2018'],
    ['2018-03-1X', 'March 2018'],
    ['2018-03-10T09:30Z', '10 March 2018, 09:30 UTC'],
    ['2018-03-10T09:30:05+00:00', '10 March 2018, 09:30:05 UTC'],
    ['2018-03-10T09:30-05:00', '10 March 2018, 09:30 UTC−05:00'],
    ['2018-03-10T09:30+05:30', '10 March 2018, 09:30 UTC+05:30'],
  ];
  test.each(table)('%s', (source, words) => {
    expect(describeTime(time(source))).toBe(words);
  });

  test('getYear returns undefined if the year is unknown', () => {
    expect(['2018-03-10', '2009-12~', 'XXXX-03-21', '201X'].map((source) => getYear(time(source)))).toEqual([
      '2018',
      '2009',
      undefined,
      undefined,
    ]);
  });
});
