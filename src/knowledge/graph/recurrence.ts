/** Finds how often an issue recurred, and at which intervals. */
import { compareTimes, type Time, toDay } from '../schema/time.ts';
import type { PostmortemEntry } from './entries.ts';
import { compareNewestFirst, getStartTime, type Knowledge } from './knowledge.ts';

interface DayCount {
  /** The minimum and maximum number of days between them that their dates allow. */
  readonly leastDays: number;
  readonly mostDays: number;
  /** One of the dates is approximate. */
  readonly approximate: boolean;
}

export interface Interval extends DayCount {
  readonly from: PostmortemEntry;
  readonly to: PostmortemEntry;
}

export interface Recurrence {
  /** Oldest first, with those whose year is not known at the end. */
  readonly cases: readonly PostmortemEntry[];
  /** There are at least two cases. */
  readonly recurring: boolean;
  /** Between consecutive cases whose order is certain. */
  readonly intervals: readonly Interval[];
}

const DAY_MS = 86_400_000;

export function findRecurrence(knowledge: Knowledge, tag: string): Recurrence {
  const newestFirst = knowledge
    .findEntriesLinkingTo({ kind: 'tag', id: tag }, 'postmortem', ['case-of'])
    .sort(compareNewestFirst);
  const dated = newestFirst.filter((postmortem) => getStartTime(postmortem).yearKnown).reverse();
  const undated = newestFirst.filter((postmortem) => !getStartTime(postmortem).yearKnown);
  const intervals = dated.slice(1).flatMap((to, index) => {
    const from = dated[index];
    return from ? findInterval(from, to) : [];
  });
  return { cases: [...dated, ...undated], recurring: newestFirst.length > 1, intervals };
}

/** Returns the interval between two starts, or none if it is uncertain that `to` started later. */
export function findInterval(from: PostmortemEntry, to: PostmortemEntry): Interval[] {
  const days = measureDays(getStartTime(from), getStartTime(to));
  return days ? [{ from, to, ...days }] : [];
}

/** Returns the days between two times, or undefined if it is uncertain that the second is later. */
export function measureDays(start: Time, end: Time): DayCount | undefined {
  if ((compareTimes(start, end) ?? 0) >= 0) return undefined;
  return {
    leastDays: getFirstDay(end) - getLastDay(start),
    mostDays: getLastDay(end) - getFirstDay(start),
    approximate: start.approximate || end.approximate,
  };
}

/** Returns days since 1970 in the time zone of the time. */
function getFirstDay(time: Time): number {
  return Math.floor(toDay(time).earliest / DAY_MS);
}

function getLastDay(time: Time): number {
  return Math.floor(toDay(time).latest / DAY_MS);
}

/** Describes an interval as precisely as its dates allow: "12 days", "about 5 years", "8 to 9 years". */
export function describeInterval({ leastDays, mostDays, approximate }: DayCount): string {
  const middle = (leastDays + mostDays) / 2;
  const [unit, size] = middle >= 730 ? ['year', 365.2425] : middle >= 61 ? ['month', 30.436875] : ['day', 1];
  const [least, most] = [Math.round(leastDays / size), Math.round(mostDays / size)];
  const count = least === most ? `${most}` : `${least} to ${most}`;
  // Months and years are rounded.
  const about = approximate || (least === most && unit !== 'day') ? 'about ' : '';
  return `${about}${count} ${unit}${most === 1 ? '' : 's'}`;
}

const MAX_INTERVALS = 8;

/** Describes the intervals in order, or the range of many. Expects at least one. */
export function describeIntervals(intervals: readonly Interval[]): string {
  if (intervals.length <= MAX_INTERVALS) return intervals.map(describeInterval).join(', then ');
  const sorted = intervals.toSorted((a, b) => a.leastDays + a.mostDays - b.leastDays - b.mostDays);
  return `${describeInterval(sorted[0] as Interval)} to ${describeInterval(sorted.at(-1) as Interval)}`;
}
