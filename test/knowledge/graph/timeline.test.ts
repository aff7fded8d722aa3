import { describe, expect, test } from 'vitest';
import { describeTimeBetween, getIncidentDuration } from '../../../src/knowledge/graph/timeline.ts';

describe('the duration of an incident', () => {
  test('is as stated by its author', () => {
    expect(
      getIncidentDuration({
        started: '2018-03-10T09:00Z',
        resolved: '2018-03-10T10:00Z',
        duration: 'PT50M~',
      }),
    ).toEqual({
      words: 'about 50 minutes',
      seconds: 3_000,
      from: 'stated',
    });
  });

  test('is the time between two clock times if none is stated', () => {
    expect(getIncidentDuration({ started: '2018-03-10T09:00-05:00', resolved: '2018-03-10T15:05Z' })).toEqual(
      {
        words: '1 hour 5 minutes',
        seconds: 3_900,
        from: 'computed',
      },
    );
  });

  test('is undefined without two clock times', () => {
    expect(getIncidentDuration({ started: '2018-03-10' })).toBeUndefined();
    expect(getIncidentDuration({ started: '2018-03-10', resolved: '2018-03-11' })).toBeUndefined();
    expect(getIncidentDuration({ started: '2018-03-10T09:00Z', resolved: '2018-03-11' })).toBeUndefined();
  });

  test('is undefined if the end is before the start', () => {
    expect(describeTimeBetween('2018-03-10T09:00Z', '2018-03-10T08:00Z')).toBeUndefined();
    expect(describeTimeBetween('2018-03-10T09:00Z', '2018-03-10T09:00Z')).toBe('0 seconds');
    expect(describeTimeBetween(undefined, '2018-03-10T09:00Z')).toBeUndefined();
  });
});
