/** Computes how long an incident took, and places the events of its timeline on a scale. */
import { describeDuration, describeSeconds, parseDuration } from '../schema/duration.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import { parseTime } from '../schema/time.ts';

export interface IncidentDuration {
  readonly words: string;
  /** Stated by the author, or computed from two times with a clock. */
  readonly from: 'stated' | 'computed';
}

/** Returns the stated duration, or else the time between start and end if both have a clock time. */
export function getIncidentDuration(
  data: Pick<PostmortemData, 'started' | 'resolved' | 'duration'>,
): IncidentDuration | undefined {
  const stated = data.duration ? parseDuration(data.duration) : undefined;
  if (stated) return { words: describeDuration(stated), from: 'stated' };
  const words = describeTimeBetween(data.started, data.resolved);
  return words ? { words, from: 'computed' } : undefined;
}

/** Describes the time between two clock times. Returns undefined if one of them is less precise. */
export function describeTimeBetween(from: string | undefined, to: string | undefined): string | undefined {
  const [start, end] = [from && parseTime(from), to && parseTime(to)];
  if (!start || !end || start.precision !== 'time' || end.precision !== 'time') return undefined;
  const seconds = (end.earliest - start.earliest) / 1_000;
  return seconds >= 0 ? describeSeconds(seconds) : undefined;
}

interface TimelineMark {
  /** From 0 to 1. A moment starts and ends at the same place. */
  readonly start: number;
  readonly end: number;
  /** `uncertain`: it happened at some time between start and end. `lasting`: it lasted from start to end. */
  readonly kind: 'moment' | 'lasting' | 'uncertain';
}

export interface TimelineScale {
  /** `clock`: by date and time. `sequence`: in order, each as long as it lasted. */
  readonly by: 'clock' | 'sequence';
  /** The time that the whole width represents, in words. */
  readonly width: string;
  /** One for each event, in order. */
  readonly marks: readonly TimelineMark[];
}

type TimelineEvent = Pick<PostmortemData['timeline'][number], 'at' | 'lasted'>;

/**
 * Places events by their times if they are precise enough, or else in order by their durations. Returns
 * undefined if neither would be true to scale.
 */
export function createScale(timeline: readonly TimelineEvent[]): TimelineScale | undefined {
  if (timeline.length < 2) return undefined;
  return createClockScale(timeline) ?? createSequenceScale(timeline);
}

function createClockScale(timeline: readonly TimelineEvent[]): TimelineScale | undefined {
  const spans: { start: number; end: number; kind: TimelineMark['kind'] }[] = [];
  for (const { at, lasted } of timeline) {
    const time = parseTime(at);
    if (!time?.yearKnown) return undefined;
    const seconds = lasted ? parseDuration(lasted)?.seconds : undefined;
    if (time.precision !== 'time')
      spans.push({ start: time.earliest, end: time.latest + 1, kind: 'uncertain' });
    else if (seconds)
      spans.push({ start: time.earliest, end: time.earliest + seconds * 1_000, kind: 'lasting' });
    else spans.push({ start: time.earliest, end: time.earliest, kind: 'moment' });
  }
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  const areDistinct = new Set(spans.map(({ start }) => start)).size > 1;
  if (!areDistinct || last === first) return undefined;
  const toPosition = (instant: number) => (instant - first) / (last - first);
  return {
    by: 'clock',
    width: describeSeconds((last - first) / 1_000),
    marks: spans.map(({ start, end, kind }) => ({ start: toPosition(start), end: toPosition(end), kind })),
  };
}

function createSequenceScale(timeline: readonly TimelineEvent[]): TimelineScale | undefined {
  const lengths = timeline.map(({ lasted }) => (lasted ? parseDuration(lasted) : undefined)?.seconds ?? 0);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (lengths.filter((length) => length > 0).length < 2) return undefined;
  let at = 0;
  const marks = lengths.map((length): TimelineMark => {
    const start = at / total;
    at += length;
    return { start, end: at / total, kind: length > 0 ? 'lasting' : 'moment' };
  });
  return { by: 'sequence', width: describeSeconds(total), marks };
}
