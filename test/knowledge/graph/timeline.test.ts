import { describe, expect, test } from 'vitest';
import {
  createScale,
  describeTimeBetween,
  getIncidentDuration,
} from '../../../src/knowledge/graph/timeline.ts';

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
      from: 'stated',
    });
  });

  test('is the time between two clock times if none is stated', () => {
    expect(getIncidentDuration({ started: '2018-03-10T09:00-05:00', resolved: '2018-03-10T15:05Z' })).toEqual(
      {
        words: '1 hour 5 minutes',
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

/** Returns the marks as `start-end kind`. */
function scale(...events: [at: string, lasted?: string][]) {
  const found = createScale(events.map(([at, lasted]) => ({ at, lasted })));
  return (
    found && [
      `${found.by}, ${found.width}`,
      ...found.marks.map(({ start, end, kind }) => `${start}-${end} ${kind}`),
    ]
  );
}

describe('a timeline drawn to scale', () => {
  test('places clock times by time', () => {
    expect(scale(['2018-03-10T09:00Z'], ['2018-03-10T09:15Z'], ['2018-03-10T10:00Z'])).toEqual([
      'clock, 1 hour',
      '0-0 moment',
      '0.25-0.25 moment',
      '1-1 moment',
    ]);
  });

  test('shows how long an event lasted', () => {
    expect(scale(['2018-03-10T09:00Z', 'PT15M'], ['2018-03-10T09:15Z', 'PT45M'])).toEqual([
      'clock, 1 hour',
      '0-0.25 lasting',
      '0.25-1 lasting',
    ]);
  });

  test('shows a day as the span in which an event happened', () => {
    expect(scale(['2018-03-10'], ['2018-03-11'], ['2018-03-12', 'PT1H'], ['2018-03-13'])).toEqual([
      'clock, 4 days',
      '0-0.25 uncertain',
      '0.25-0.5 uncertain',
      '0.5-0.75 uncertain',
      '0.75-1 uncertain',
    ]);
  });

  test('places events by time, not by their order in the list', () => {
    expect(scale(['2018-03-10T10:00Z'], ['2018-03-10T09:00Z'])).toEqual([
      'clock, 1 hour',
      '1-1 moment',
      '0-0 moment',
    ]);
  });

  test('is a sequence if only the durations differ', () => {
    expect(scale(['2018-03-10', 'PT15M'], ['2018-03-10'], ['2018-03-10', 'PT45M'])).toEqual([
      'sequence, 1 hour',
      '0-0.25 lasting',
      '0.25-0.25 moment',
      '0.25-1 lasting',
    ]);
  });

  test('is a sequence if a year is not known', () => {
    expect(scale(['XXXX-03-21', 'PT30M'], ['XXXX-03-22', 'PT30M'])).toEqual([
      'sequence, 1 hour',
      '0-0.5 lasting',
      '0.5-1 lasting',
    ]);
  });

  test('is undefined if it would not be true to scale', () => {
    expect(scale()).toBeUndefined();
    expect(scale(['2018-03-10T09:00Z', 'PT1H'])).toBeUndefined();
    expect(scale(['2018-03-10'], ['2018-03-10'])).toBeUndefined();
    expect(scale(['2018-03-10', 'PT1H'], ['2018-03-10'])).toBeUndefined();
    expect(scale(['XXXX-03-21'], ['XXXX-03-22'])).toBeUndefined();
  });
});
