/** How long an incident took, and where the events of its timeline stand when it is drawn to scale. */
import { describeDuration, describeSeconds, parseDuration } from '../schema/duration.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import { parseTime } from '../schema/time.ts';

export interface IncidentDuration {
  readonly words: string;
  /** Stated by the author, or computed from two times with a clock. */
  readonly from: 'stated' | 'computed';
}

/** How long it lasted: as stated, else from start to end where both have a clock time. */
export function getIncidentDuration(
  data: Pick<PostmortemData, 'started' | 'resolved' | 'duration'>,
): IncidentDuration | undefined {
  const stated = data.duration ? parseDuration(data.duration) : undefined;
  if (stated) return { words: describeDuration(stated), from: 'stated' };
  const words = describeTimeBetween(data.started, data.resolved);
  return words ? { words, from: 'computed' } : undefined;
}

/** The time between two clock times, in words; undefined where one of them is less precise. */
export function describeTimeBetween(from: string | undefined, to: string | undefined): string | undefined {
  const [start, end] = [from && parseTime(from), to && parseTime(to)];
  if (!start || !end || start.precision !== 'time' || end.precision !== 'time') return undefined;
  const seconds = (end.earliest - start.earliest) / 1_000;
  return seconds >= 0 ? describeSeconds(seconds) : undefined;
}

export interface TimelineMark {
  /** Where it begins and ends on the scale, from 0 to 1. A moment begins where it ends. */
  readonly start: number;
  readonly end: number;
  /** `uncertain`: it happened somewhere within. `lasting`: it went on from start to end. */
  readonly kind: 'moment' | 'lasting' | 'uncertain';
}

export interface TimelineScale {
  /** `clock`: by the calendar. `sequence`: one after the other, as long as each is known to have lasted. */
  readonly by: 'clock' | 'sequence';
  /** What the whole width stands for, in words. */
  readonly width: string;
  /** One for each event, in their order. */
  readonly marks: readonly TimelineMark[];
}

type TimelineEvent = Pick<PostmortemData['timeline'][number], 'at' | 'lasted'>;

/**
 * Where each event stands. By the calendar where the times tell events apart; else one after the other,
 * where durations are known; undefined where neither would be true to scale.
 */
export function createScale(timeline: readonly TimelineEvent[]): TimelineScale | undefined {
  if (timeline.length < 2) return undefined;
  return createClockScale(timeline) ?? createSequenceScale(timeline);
}

function createClockScale(timeline: readonly TimelineEvent[]): TimelineScale | undefined {
  const stretches: { start: number; end: number; kind: TimelineMark['kind'] }[] = [];
  for (const { at, lasted } of timeline) {
    const time = parseTime(at);
    if (!time?.yearKnown) return undefined;
    const seconds = lasted ? parseDuration(lasted)?.seconds : undefined;
    if (time.precision !== 'time')
      stretches.push({ start: time.earliest, end: time.latest + 1, kind: 'uncertain' });
    else if (seconds)
      stretches.push({ start: time.earliest, end: time.earliest + seconds * 1_000, kind: 'lasting' });
    else stretches.push({ start: time.earliest, end: time.earliest, kind: 'moment' });
  }
  const first = Math.min(...stretches.map(({ start }) => start));
  const last = Math.max(...stretches.map(({ end }) => end));
  const isToldApart = new Set(stretches.map(({ start }) => start)).size > 1;
  if (!isToldApart || last === first) return undefined;
  const place = (instant: number) => (instant - first) / (last - first);
  return {
    by: 'clock',
    width: describeSeconds((last - first) / 1_000),
    marks: stretches.map(({ start, end, kind }) => ({ start: place(start), end: place(end), kind })),
  };
}

function createSequenceScale(timeline: readonly TimelineEvent[]): TimelineScale | undefined {
  const lengths = timeline.map(({ lasted }) => (lasted ? parseDuration(lasted) : undefined)?.seconds ?? 0);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (lengths.filter((length) => length > 0).length < 2) return undefined;
  let at = 0;
  const marks = lengths.map((length): TimelineMark => {
    const start = at / whole;
    at += length;
    return { start, end: at / whole, kind: length > 0 ? 'lasting' : 'moment' };
  });
  return { by: 'sequence', width: describeSeconds(whole), marks };
}
