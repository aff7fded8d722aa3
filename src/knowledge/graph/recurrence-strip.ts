/** Places the cases of a recurring issue on a strip that is drawn to scale. */
import { describeTime, parseTime, type Time } from '../schema/time.ts';
import type { PostmortemEntry } from './entries.ts';
import { getStartTime } from './knowledge.ts';
import { describeInterval, type Interval, type Recurrence } from './recurrence.ts';

interface StripMark {
  /** The newest one, if the mark stands for several. */
  readonly postmortem: PostmortemEntry;
  readonly cases: number;
  /** From 0 to 1. A date that is only known to the month covers the month. */
  readonly start: number;
  readonly end: number;
  readonly date: string;
}

interface StripGap extends Interval {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface RecurrenceStrip {
  /** Oldest first. If there are many cases, those close to each other share a mark. */
  readonly marks: readonly StripMark[];
  readonly gaps: readonly StripGap[];
  /** The first days of years, or of every 2, 5, 10 … years if there are many. */
  readonly years: readonly { readonly label: string; readonly at: number }[];
  /** Cases whose year is not known. They are not on the strip. */
  readonly undated: readonly PostmortemEntry[];
}

/** Marks are wide enough to be clicked, so that more than these would cover each other. */
const MAX_MARKS = 40;
const MAX_YEARS = 8;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

/**
 * @param until the day at which the strip ends, as `2026-11-21`; the day of the last case if omitted
 * @param since the time at which the strip starts, for strips on the same scale; the first case if omitted or later
 * @returns undefined if the strip would have no length
 */
export function createStrip(
  { cases, intervals }: Recurrence,
  until?: string,
  since?: Time,
): RecurrenceStrip | undefined {
  const dated = cases.filter((postmortem) => getStartTime(postmortem).yearKnown);
  const times = dated.map(getStartTime);
  const ends = [...times, ...(until ? [parseTime(until)] : [])].flatMap((time) =>
    time ? [time.latest] : [],
  );
  const starts = [...times, ...(since ? [since] : [])];
  const first = Math.min(...starts.map(({ earliest }) => earliest));
  const last = Math.max(...ends);
  if (times.length === 0 || (times.length === 1 && !until) || last <= first) return undefined;
  const toPosition = (instant: number) => Math.min(1, (instant - first) / (last - first));
  const marks = dated.map((postmortem) => {
    const time = getStartTime(postmortem);
    return {
      postmortem,
      cases: 1,
      start: toPosition(time.earliest),
      end: toPosition(time.latest),
      date: describeTime(time),
    };
  });
  const gaps = intervals.map((interval) => ({
    ...interval,
    start: toPosition(getStartTime(interval.from).latest),
    end: toPosition(getStartTime(interval.to).earliest),
    words: describeInterval(interval),
  }));
  const undated = cases.filter((postmortem) => !getStartTime(postmortem).yearKnown);
  return { marks: mergeMarks(marks), gaps, years: listYears(first, last, toPosition), undated };
}

/** Merges the marks that start in the same part of the strip. */
function mergeMarks(marks: readonly StripMark[]): StripMark[] {
  if (marks.length <= MAX_MARKS) return [...marks];
  const groups = Map.groupBy(marks, ({ start }) => Math.min(MAX_MARKS - 1, Math.floor(start * MAX_MARKS)));
  return [...groups.values()].map((group) => {
    const [first, last] = [group[0], group.at(-1)] as [StripMark, StripMark];
    const date = first.date === last.date ? last.date : `${first.date} to ${last.date}`;
    return { ...last, cases: group.length, start: first.start, date };
  });
}

function listYears(
  first: number,
  last: number,
  toPosition: (instant: number) => number,
): RecurrenceStrip['years'] {
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const step = YEAR_STEPS.find((size) => (to - from) / size < MAX_YEARS) ?? 1_000;
  const years: { label: string; at: number }[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    years.push({ label: String(year), at: toPosition(Date.UTC(year, 0, 1)) });
  }
  return years;
}
