/** Computes how long an incident took. */
import { describeDuration, describeSeconds, parseDuration } from '../schema/duration.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import { parseTime } from '../schema/time.ts';

export interface IncidentDuration {
  readonly words: string;
  readonly seconds: number;
  /** Stated by the author, or computed from two times with a clock. */
  readonly from: 'stated' | 'computed';
}

/** Returns the stated duration, or else the time between start and end if both have a clock time. */
export function getIncidentDuration(
  data: Pick<PostmortemData, 'started' | 'resolved' | 'duration'>,
): IncidentDuration | undefined {
  const stated = data.duration ? parseDuration(data.duration) : undefined;
  if (stated) return { words: describeDuration(stated), seconds: stated.seconds, from: 'stated' };
  const seconds = measureTimeBetween(data.started, data.resolved);
  return seconds === undefined ? undefined : { words: describeSeconds(seconds), seconds, from: 'computed' };
}

/** Describes the time between two clock times. Returns undefined if one of them is less precise. */
export function describeTimeBetween(from: string | undefined, to: string | undefined): string | undefined {
  const seconds = measureTimeBetween(from, to);
  return seconds === undefined ? undefined : describeSeconds(seconds);
}

function measureTimeBetween(from: string | undefined, to: string | undefined): number | undefined {
  const [start, end] = [from && parseTime(from), to && parseTime(to)];
  if (!start || !end || start.precision !== 'time' || end.precision !== 'time') return undefined;
  const seconds = (end.earliest - start.earliest) / 1_000;
  return seconds >= 0 ? seconds : undefined;
}
