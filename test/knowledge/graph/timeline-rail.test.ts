import { describe, expect, test } from 'vitest';
import { createRail } from '../../../src/knowledge/graph/timeline-rail.ts';

type Incident = Parameters<typeof createRail>[0];
type Event = Incident['timeline'][number];

const DAY = '2026-03-10';

/** Returns the points as `date clock: kind [milestones]`, with a gap before and red after them. */
function draw(events: readonly [at: string, kind?: Event['kind']][], milestones: Partial<Incident> = {}) {
  const timeline = events.map(([at, kind = 'action']): Event => ({ at, kind, text: '' }));
  const rail = createRail({ started: DAY, ...milestones, timeline });
  return rail?.points.map(
    ({ event, milestones: marks, date, clock, gap, isHarm }) =>
      `${gap ? `(${gap}) ` : ''}${[date, clock].filter(Boolean).join(' ')}: ${event?.kind ?? ''} [${marks.join()}]${isHarm ? ' red' : ''}`,
  );
}

describe('a timeline is drawn', () => {
  test('by clock times, with the day and the offset where they change, and gaps of an hour or more', () => {
    expect(
      draw([
        [`${DAY}T09:00Z`, 'trigger'],
        [`${DAY}T09:59Z`],
        [`${DAY}T11:00Z`],
        ['2026-03-11T12:00+01:00', 'recovery'],
      ]),
    ).toEqual([
      '10 March 2026 09:00 UTC: trigger []',
      '09:59: action []',
      '(1 hour 1 minute) 11:00: action []',
      '(1 day) 11 March 2026 12:00 UTC+01:00: recovery []',
    ]);
  });

  test('by days, with the gaps between them', () => {
    expect(draw([[DAY], [DAY], ['2026-03-13']])).toEqual([
      '10 March 2026: action []',
      ': action []',
      '(3 days) 13 March 2026: action []',
    ]);
    expect(draw([['2026-01'], ['2026-05']])?.[1]).toMatch(/^\(3 to 5 months\)|^\(about 4 months\)/);
  });

  test('only if the order of all events is certain', () => {
    expect(draw([])).toBeUndefined();
    expect(draw([[DAY], [DAY]])).toBeUndefined();
    expect(draw([['2026-03'], [DAY]])).toBeUndefined();
    expect(draw([[`${DAY}~`], ['2026-03-11']])).toBeUndefined();
    expect(draw([['XXXX-03-21'], ['XXXX-03-22']])).toBeUndefined();
    expect(draw([['2026-03-11'], [DAY]])).toBeUndefined();
  });
});

describe('a milestone', () => {
  const events: [string, Event['kind']][] = [
    [`${DAY}T09:00Z`, 'action'],
    [`${DAY}T09:00Z`, 'symptom'],
    [`${DAY}T10:00Z`, 'recovery'],
  ];

  test('is the event at its time, of the kind that fits', () => {
    expect(draw(events, { started: `${DAY}T10:00+01:00`, resolved: `${DAY}T10:00Z` })).toEqual([
      '10 March 2026 09:00 UTC: action [] red',
      '09:00: symptom [started] red',
      '(1 hour) 10:00: recovery [resolved]',
    ]);
  });

  test('is a point of its own at a time without an event', () => {
    expect(draw(events, { detected: `${DAY}T09:10Z`, mitigated: `${DAY}T12:00Z` })?.slice(2)).toEqual([
      '09:10:  [detected]',
      '10:00: recovery []',
      '(2 hours) 12:00:  [mitigated]',
    ]);
  });

  test('is left out without a clock time, or if its place among the events is not certain', () => {
    expect(draw(events, { detected: DAY, resolved: DAY })?.join()).not.toMatch(/detected|resolved/);
    expect(draw([[DAY], ['2026-03-11']], { detected: `${DAY}T09:10Z` })).toEqual([
      '10 March 2026: action []',
      '(1 day) 11 March 2026: action []',
    ]);
  });
});

describe('the red part of the line', () => {
  const events: [string][] = [[`${DAY}T08:00Z`], [`${DAY}T09:00Z`], [`${DAY}T10:00Z`], [`${DAY}T11:00Z`]];
  const isRed = (milestones: Partial<Incident>) =>
    draw(events, milestones)?.map((point) => point.endsWith('red'));

  test('goes from the start until users were no longer affected, or else until it was over', () => {
    const started = `${DAY}T09:00Z`;
    const resolved = `${DAY}T11:00Z`;
    expect(isRed({ started, resolved, mitigated: `${DAY}T10:00Z` })).toEqual([false, true, false, false]);
    expect(isRed({ started, resolved })).toEqual([false, true, true, false]);
  });

  test('is missing if either end has no clock time', () => {
    expect(isRed({ started: DAY, resolved: `${DAY}T11:00Z` })).not.toContain(true);
    expect(isRed({ started: `${DAY}T09:00Z`, resolved: DAY })).not.toContain(true);
    expect(isRed({ started: `${DAY}T09:00Z`, mitigated: DAY, resolved: `${DAY}T11:00Z` })).not.toContain(
      true,
    );
  });

  test('does not cover an event whose time of day is not known', () => {
    const drawn = draw([[`${DAY}T09:00Z`], ['2026-03-11'], ['2026-03-12T09:00Z']], {
      started: `${DAY}T09:00Z`,
      resolved: '2026-03-12T09:00Z',
    });
    expect(drawn?.join()).not.toContain('red');
  });
});
