/**
 * Reads times in EDTF (ISO 8601-2, the Library of Congress's Extended Date/Time Format) with the precision of their
 * author. No function adds precision: a day stays a day, and an unknown year stays unknown.
 */
import edtf from 'edtf';

type Precision = 'year' | 'month' | 'day' | 'time';

/** A time as its author wrote it, with its meaning. */
export interface Time {
  /** The author's notation. */
  readonly source: string;
  readonly precision: Precision;
  /** The first and last instant that it can mean, in milliseconds since 1970 (UTC). */
  readonly earliest: number;
  readonly latest: number;
  /** Whether it is marked with `~`, `?` or `%`. */
  readonly approximate: boolean;
  /** False if the year contains `X`: then the time cannot be sorted among others. */
  readonly yearKnown: boolean;
}

const DATE_PATTERN = /^(\d{4})-(\d{2})(?:-(\d{2}))?([~?%])?$/;
const OFFSET_TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads one EDTF date, month, year, or time with its offset. Intervals, sets, seasons and times without an offset
 * are refused: the schema has two fields for an interval, and a time without an offset is ambiguous.
 *
 * @returns undefined for any other text
 */
export function parseTime(source: string): Time | undefined {
  if (source.length > MAX_CACHED_LENGTH) return parseUncachedTime(source);
  if (timesBySource.has(source)) return timesBySource.get(source);
  const time = parseUncachedTime(source);
  if (timesBySource.size >= MAX_CACHED_TIMES) timesBySource.clear();
  timesBySource.set(source, time);
  return time;
}

/** A cache: timelines repeat dates, several rules read each of them, and the library is slow. */
const timesBySource = new Map<string, Time | undefined>();
const MAX_CACHED_TIMES = 10_000;
const MAX_CACHED_LENGTH = 40;

function parseUncachedTime(source: string): Time | undefined {
  // The library reads 29 February 2018 as 1 March, so plain dates never get there.
  if (DATE_PATTERN.test(source)) return parsePlainDate(source);
  return parseOffsetTime(source) ?? parseWithLibrary(source);
}

/** Reads days and months, by far the most frequent times: the grammar of the library takes 0.35 ms for each. */
function parsePlainDate(source: string): Time | undefined {
  const match = DATE_PATTERN.exec(source);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : 0];
  const daysInMonth = utcDate(year, month + 1, 0).getUTCDate();
  if (month < 1 || month > 12 || day > daysInMonth || match[3] === '00') return undefined;
  return {
    source,
    precision: day ? 'day' : 'month',
    earliest: utcDate(year, month, day || 1).getTime(),
    latest: utcDate(year, month, (day || daysInMonth) + 1).getTime() - 1,
    approximate: match[4] !== undefined,
    yearKnown: true,
  };
}

/** Unlike `Date.UTC`, does not read the years 0 to 99 as 1900 to 1999. `month` counts from 1. */
function utcDate(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function parseOffsetTime(source: string): Time | undefined {
  if (!OFFSET_TIME_PATTERN.test(source)) return undefined;
  const instant = Date.parse(source);
  // Date.parse reads 31 April as 1 May.
  if (Number.isNaN(instant) || !parsePlainDate(source.slice(0, 10))) return undefined;
  const step = /T\d{2}:\d{2}:/.test(source) ? 1_000 : 60_000;
  return {
    source,
    precision: 'time',
    earliest: instant,
    latest: instant + step - 1,
    approximate: false,
    yearKnown: true,
  };
}

/**
 * The texts that the grammar reads: only single dates, so that its cost is limited. Unknown digits come last, and an
 * unknown month has no day, which could be neither sorted nor put into words.
 */
const SINGLE_DATE_PATTERN = /^\d{0,4}X{0,4}(?<=^.{4})(?:-XX(?:-XX)?|-\dX|-\d\d(?:-(?:XX|\dX|\d\d))?)?[~?%]?$/;

function parseWithLibrary(source: string): Time | undefined {
  if (!SINGLE_DATE_PATTERN.test(source)) return undefined;
  let date: ReturnType<typeof edtf>;
  try {
    date = edtf(source);
  } catch {
    return undefined;
  }
  if (date.type !== 'Date') return undefined;
  const [, month, day] = source.replace(/[~?%]$/, '').split('-');
  return {
    source,
    precision: isSpecified(day) ? 'day' : isSpecified(month) ? 'month' : 'year',
    earliest: Number(date.min),
    latest: Number(date.max),
    approximate: /[~?%]$/.test(source),
    yearKnown: !source.slice(0, 4).includes('X'),
  };
}

function isSpecified(part: string | undefined): boolean {
  return part !== undefined && !part.includes('X');
}

/**
 * Compares two times. A day and a clock time are compared in the time zone of the clock time, because the time zone
 * of the day is unknown.
 *
 * @returns a negative number, 0 (the same day or instant) or a positive one; undefined if the order is unknown,
 * because the periods overlap, one is approximate and the other next to it, or a year is unknown
 */
export function compareTimes(a: Time, b: Time): number | undefined {
  if (a.yearKnown && a.earliest === b.earliest && a.latest === b.latest) return 0;
  if (!a.yearKnown || !b.yearKnown) return undefined;
  if ((a.precision === 'time') !== (b.precision === 'time')) return compareTimes(toDay(a), toDay(b));
  if (getLatest(a) < getEarliest(b)) return -1;
  if (getEarliest(a) > getLatest(b)) return 1;
  return undefined;
}

/**
 * Returns the first instant that a time can mean, in milliseconds since 1970.
 *
 * An approximate day can be the day before or after it, an approximate month the month before or after it. (EDTF does
 * not define how far an approximate date extends; its own length on either side is the least that it can mean.)
 */
export function getEarliest({ earliest, latest, approximate }: Time): number {
  return approximate ? earliest - (latest - earliest + 1) : earliest;
}

/** Returns the last instant that a time can mean, in milliseconds since 1970. */
export function getLatest({ earliest, latest, approximate }: Time): number {
  return approximate ? latest + (latest - earliest + 1) : latest;
}

/** The end of the year 9999: no notation reaches further. */
const LAST_INSTANT = 253_402_300_799_999;

/**
 * Returns the last instant of the last day that a time can mean, in milliseconds since 1970, in its own time zone;
 * undefined if its year is not known.
 */
export function getLastInstant(time: Time): number | undefined {
  return time.yearKnown ? Math.min(getLatest(toDay(time)), LAST_INSTANT) : undefined;
}

/** Returns the day of `getLastInstant`, as `2026-11-30` for `2026-11`. */
export function getLastDay(time: Time): string | undefined {
  const instant = getLastInstant(time);
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 10);
}

/** Returns the day of a clock time, in its own time zone; any other time as it is. */
export function toDay(time: Time): Time {
  return (time.precision === 'time' && parsePlainDate(time.source.slice(0, 10))) || time;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Returns the time in words, no more precise than its notation: "about 12 December 2009", "21 March, year unknown". */
export function describeTime(time: Time): string {
  const [date = '', clock] = time.source.split('T');
  const qualifier = date.slice(-1);
  const [year = '', month, day] = date.replace(/[~?%]$/, '').split('-');
  const monthName = isSpecified(month) ? MONTHS[Number(month) - 1] : undefined;
  const dayNumber = isSpecified(day) ? String(Number(day)) : undefined;
  const yearText = describeYear(year);
  const dayMonth = [dayNumber, monthName].filter(Boolean).join(' ');
  const joined = dayMonth ? `${dayMonth}${year === 'XXXX' ? ', ' : ' '}${yearText}` : yearText;
  const words = clock ? `${joined}, ${describeClock(clock)}` : joined;
  if (qualifier === '~') return `about ${words}`;
  if (qualifier === '?') return `${words} (uncertain)`;
  if (qualifier === '%') return `about ${words} (uncertain)`;
  return words;
}

function describeYear(year: string): string {
  if (year === 'XXXX') return 'year unknown';
  if (!year.includes('X')) return year;
  return `some year from ${year.replaceAll('X', '0')} to ${year.replaceAll('X', '9')}`;
}

/** Returns the clock time of a time with one, with its offset or without: "09:15 UTC", "09:15". */
export function describeClockTime({ source }: Time, hasOffset: boolean): string {
  const words = describeClock(source.slice(source.indexOf('T') + 1));
  return hasOffset ? words : words.slice(0, words.indexOf(' '));
}

function describeClock(clock: string): string {
  const [, time = '', offset = ''] = /^([\d:.]+)(Z|[+-].*)$/.exec(clock) ?? [];
  return offset === 'Z' || offset === '+00:00' ? `${time} UTC` : `${time} UTC${offset.replace('-', '−')}`;
}

/**
 * Describes a time that has passed the check.
 *
 * @throws if the text is not a time
 */
export function describeTimeSource(source: string): string {
  const time = parseTime(source);
  if (!time) throw new Error(`\`${source}\` was shown before it passed the check`);
  return describeTime(time);
}

/** Returns the year for lists and filters, undefined if it is unknown. */
export function getYear(time: Time): string | undefined {
  return time.yearKnown ? time.source.slice(0, 4) : undefined;
}
