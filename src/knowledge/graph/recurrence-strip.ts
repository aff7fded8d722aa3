/** Where the cases of a recurring issue stand on a strip that is drawn to scale. */
import { describeTime, parseTime } from '../schema/time.ts';
import type { PostmortemEntry } from './entries.ts';
import { getStartTime } from './knowledge.ts';
import { describeInterval, type Interval, type Recurrence } from './recurrence.ts';

export interface StripMark {
  readonly postmortem: PostmortemEntry;
  /** Where it begins and ends, from 0 to 1: a date that is only known to the month covers the month. */
  readonly start: number;
  readonly end: number;
  readonly date: string;
}

export interface StripGap extends Interval {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface RecurrenceStrip {
  readonly marks: readonly StripMark[];
  readonly gaps: readonly StripGap[];
  /** The beginnings of years, as many as can be told apart. */
  readonly years: readonly { readonly label: string; readonly at: number }[];
  /** Cases whose year nobody recorded; they stand beside the strip. */
  readonly undated: readonly PostmortemEntry[];
}

const MAX_YEARS = 8;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

/**
 * @param until the day at which the strip ends, as `2026-11-21`; left out, it ends with the last case
 * @returns undefined where there is no stretch of time to draw
 */
export function createStrip({ cases, intervals }: Recurrence, until?: string): RecurrenceStrip | undefined {
  const dated = cases.filter((postmortem) => getStartTime(postmortem).yearKnown);
  const times = dated.map(getStartTime);
  const ends = [...times, ...(until ? [parseTime(until)] : [])].flatMap((time) =>
    time ? [time.latest] : [],
  );
  const first = Math.min(...times.map(({ earliest }) => earliest));
  const last = Math.max(...ends);
  if (times.length === 0 || (times.length === 1 && !until) || last <= first) return undefined;
  const place = (instant: number) => Math.min(1, (instant - first) / (last - first));
  const marks = dated.map((postmortem) => {
    const time = getStartTime(postmortem);
    return { postmortem, start: place(time.earliest), end: place(time.latest), date: describeTime(time) };
  });
  const gaps = intervals.map((interval) => ({
    ...interval,
    start: place(getStartTime(interval.from).latest),
    end: place(getStartTime(interval.to).earliest),
    words: describeInterval(interval),
  }));
  const undated = cases.filter((postmortem) => !getStartTime(postmortem).yearKnown);
  return { marks, gaps, years: listYears(first, last, place), undated };
}

function listYears(
  first: number,
  last: number,
  place: (instant: number) => number,
): RecurrenceStrip['years'] {
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const step = YEAR_STEPS.find((size) => (to - from) / size < MAX_YEARS) ?? 1_000;
  const years: { label: string; at: number }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    years.push({ label: String(year), at: place(Date.UTC(year, 0, 1)) });
  }
  return years;
}
