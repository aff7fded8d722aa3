/** How often a recurring issue came back, and after how long. */
import { compareTimes, type Time, toDay } from '../schema/time.ts';
import type { PostmortemEntry } from './entries.ts';
import { compareNewestFirst, getStartTime, type Knowledge } from './knowledge.ts';

export interface Interval {
  readonly from: PostmortemEntry;
  readonly to: PostmortemEntry;
  /** The least and the most days from the one to the other, as far as their dates tell. */
  readonly leastDays: number;
  readonly mostDays: number;
  /** Where one of the dates is marked so. */
  readonly approximate: boolean;
}

export interface Recurrence {
  /** The postmortems that are cases of it, oldest first; those of an unknown year at the end. */
  readonly cases: readonly PostmortemEntry[];
  /** From two on it is called recurring. */
  readonly recurring: boolean;
  /** Between neighbours in time whose order is certain. */
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

/** From the start of one to the start of the other; none where it is not certain that `to` came later. */
export function findInterval(from: PostmortemEntry, to: PostmortemEntry): Interval[] {
  const [start, end] = [getStartTime(from), getStartTime(to)];
  if ((compareTimes(start, end) ?? 0) >= 0) return [];
  return [
    {
      from,
      to,
      leastDays: getFirstDay(end) - getLastDay(start),
      mostDays: getLastDay(end) - getFirstDay(start),
      approximate: start.approximate || end.approximate,
    },
  ];
}

/** Days since 1970, by the calendar that a time was written in. */
function getFirstDay(time: Time): number {
  return Math.floor(toDay(time).earliest / DAY_MS);
}

function getLastDay(time: Time): number {
  return Math.floor(toDay(time).latest / DAY_MS);
}

/** An interval in words, no more precise than its dates: "12 days", "about 5 years", "8 to 9 years". */
export function describeInterval({
  leastDays,
  mostDays,
  approximate,
}: Pick<Interval, 'leastDays' | 'mostDays' | 'approximate'>): string {
  const middle = (leastDays + mostDays) / 2;
  const [unit, size] = middle >= 730 ? ['year', 365.2425] : middle >= 61 ? ['month', 30.436875] : ['day', 1];
  const [least, most] = [Math.round(leastDays / size), Math.round(mostDays / size)];
  const count = least === most ? `${most}` : `${least} to ${most}`;
  // Months and years are rounded.
  const about = approximate || (least === most && unit !== 'day') ? 'about ' : '';
  return `${about}${count} ${unit}${most === 1 ? '' : 's'}`;
}
