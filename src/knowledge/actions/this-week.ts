/** Finds the incidents that started in a week of earlier years, and the reviews that are due by its end. */
import type { LessonEntry, NoteEntry, PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { getLastDay, parseTime, toDay } from '../schema/time.ts';

interface WeekReview {
  readonly entry: LessonEntry | NoteEntry;
  /** The date as its author wrote it. */
  readonly reviewBy: string;
  readonly isOverdue: boolean;
}

export interface Week {
  /** Its Monday and its Sunday, as `2026-11-23`. */
  readonly first: string;
  readonly last: string;
  /** Those that certainly started on one of its days in an earlier year, newest first. */
  readonly earlier: readonly PostmortemEntry[];
  /** Those whose review is due by the end of the week, the earliest first. */
  readonly reviews: readonly WeekReview[];
}

const DAY_MS = 86_400_000;

/** @param today as `2026-11-28` */
export function findWeek(knowledge: Knowledge, today: string): Week {
  const days = listDays(today);
  const [first = today] = days;
  const last = days.at(-1) ?? today;
  return {
    first,
    last,
    earlier: knowledge.all('postmortem').filter((postmortem) => isAnniversary(postmortem, days)),
    reviews: listReviews(knowledge, today, last),
  };
}

/** Returns the seven days of a week from Monday (ISO 8601). */
function listDays(today: string): string[] {
  const day = Date.parse(today);
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) =>
    new Date(day + (index - sinceMonday) * DAY_MS).toISOString().slice(0, 10),
  );
}

function isAnniversary(postmortem: PostmortemEntry, days: readonly string[]): boolean {
  const start = toDay(getStartTime(postmortem));
  if (start.precision !== 'day' || start.approximate || !start.yearKnown) return false;
  const [date, year] = [start.source.slice(5, 10), start.source.slice(0, 4)];
  return days.some((day) => isSameDate(day, date) && year < day.slice(0, 4));
}

/** In a year without it, 29 February belongs to the week of the 28th. */
function isSameDate(day: string, date: string): boolean {
  if (day.slice(5) === date) return true;
  const isLeapDay = date === '02-29' && day.slice(5) === '02-28';
  return isLeapDay && new Date(Date.parse(day) + DAY_MS).getUTCMonth() === 2;
}

function listReviews(knowledge: Knowledge, today: string, last: string): WeekReview[] {
  const entries = [
    ...knowledge.all('lesson').filter(({ data }) => !data.replacedBy),
    ...knowledge.all('note'),
  ];
  return entries
    .flatMap((entry) => {
      const { reviewBy } = entry.data;
      const time = reviewBy === undefined ? undefined : parseTime(reviewBy);
      const lastDay = time && getLastDay(time);
      if (reviewBy === undefined || lastDay === undefined || lastDay > last) return [];
      return [{ review: { entry, reviewBy, isOverdue: lastDay < today }, lastDay }];
    })
    .sort((a, b) => (a.lastDay === b.lastDay ? 0 : a.lastDay < b.lastDay ? -1 : 1))
    .map(({ review }) => review);
}
