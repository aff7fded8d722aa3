import { describe, expect, test } from 'vitest';
import { describeDuration, describeSeconds, parseDuration } from '../../../src/knowledge/schema/duration.ts';

const DURATIONS: [source: string, seconds: number, words: string][] = [
  ['PT50M', 3_000, '50 minutes'],
  ['PT17H', 61_200, '17 hours'],
  ['PT90M', 5_400, '90 minutes'],
  ['PT1H30M', 5_400, '1 hour 30 minutes'],
  ['P1DT2H', 93_600, '1 day 2 hours'],
  ['P1W', 604_800, '1 week'],
  ['P3D', 259_200, '3 days'],
  ['PT1H~', 3_600, 'about 1 hour'],
  ['PT1.5H', 5_400, '1.5 hours'],
  ['PT1,5H', 5_400, '1.5 hours'],
  ['PT01H', 3_600, '1 hour'],
  ['PT36H', 129_600, '36 hours'],
  ['PT1S', 1, '1 second'],
];

describe('parseDuration keeps the units of its author:', () => {
  test.each(DURATIONS)('%s', (source, seconds, words) => {
    const duration = parseDuration(source);
    expect(duration).toEqual({ source, seconds, approximate: source.endsWith('~') });
    expect(duration && describeDuration(duration)).toBe(words);
  });
});

describe('parseDuration refuses texts without a fixed length:', () => {
  test.each([
    '',
    '1 hour',
    'P',
    'PT',
    'P1M',
    'P1Y',
    'P1Y2D',
    'PT0S',
    '-PT5M',
    '+PT5M',
    'pt50m',
    'PT1H~~',
    '~PT1H',
    'PT1H ',
    'P9999999999999D',
  ])('%j', (source) => {
    expect(parseDuration(source)).toBeUndefined();
  });
});

describe('describeSeconds has at most two units:', () => {
  const table: [seconds: number, words: string][] = [
    [0, '0 seconds'],
    [1, '1 second'],
    [59.6, '1 minute'],
    [3_900, '1 hour 5 minutes'],
    [259_200, '3 days'],
    [86_400 + 300, '1 day 5 minutes'],
    [90_061, '1 day 1 hour'],
  ];
  test.each(table)('%d', (seconds, words) => {
    expect(describeSeconds(seconds)).toBe(words);
  });
});
