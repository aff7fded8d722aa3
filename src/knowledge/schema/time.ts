/**
 * Times in EDTF (ISO 8601-2, the Library of Congress's Extended Date/Time Format), with the precision
 * that the author gave. Nothing here ever adds precision: a day stays a day, an unknown year unknown.
 */
import edtf from 'edtf';

type Precision = 'year' | 'month' | 'day' | 'time';

/** A time as written, with what follows from it. */
export interface Time {
  /** The author's notation. */
  readonly source: string;
  readonly precision: Precision;
  /** The first and last instant it may mean, in milliseconds since 1970 (UTC). */
  readonly earliest: number;
  readonly latest: number;
  /** Marked `~`, `?` or `%` in the source. */
  readonly approximate: boolean;
  /** False if the year is (partly) `X`: its order among other times is unknown. */
  readonly yearKnown: boolean;
}

const DATE_PATTERN = /^(\d{4})-(\d{2})(?:-(\d{2}))?([~?%])?$/;
const OFFSET_TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads one EDTF date, month, year or time with its offset. Intervals, sets, seasons and times without
 * an offset are refused: the schema has two fields for a stretch, and a time without its offset is ambiguous.
 *
 * @returns undefined where the text is none of these.
 */
export function parseTime(source: string): Time | undefined {
  if (source.length > MAX_CACHED_LENGTH) return parseUncachedTime(source);
  if (timesBySource.has(source)) return timesBySource.get(source);
  const time = parseUncachedTime(source);
  if (timesBySource.size >= MAX_CACHED_TIMES) timesBySource.clear();
  timesBySource.set(source, time);
  return time;
}

/** Caches parsed times. A timeline repeats its dates, several rules ask for each, and the library is slow. */
const timesBySource = new Map<string, Time | undefined>();
const MAX_CACHED_TIMES = 10_000;
const MAX_CACHED_LENGTH = 40;

function parseUncachedTime(source: string): Time | undefined {
  // The library takes 29 February 2018 for 1 March, so what this can judge never gets there.
  if (DATE_PATTERN.test(source)) return parsePlainDate(source);
  return parseOffsetTime(source) ?? parseWithLibrary(source);
}

/** Whole days and months, by far the commonest: the grammar of the library takes 0.35 ms for one. */
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

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. `month` counts from 1. */
function utcDate(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function parseOffsetTime(source: string): Time | undefined {
  if (!OFFSET_TIME_PATTERN.test(source)) return undefined;
  const instant = Date.parse(source);
  // Date.parse rolls 31 April over into May; a date that does not exist is invalid.
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
 * Limits the text that the grammar parses to the characters of a single date, so that its cost is bounded; digits that are
 * not known come last; and no day of a month that is not known, which could neither be placed nor read.
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
 * Compares two times. A day and a clock time are compared by the calendar that the clock
 * time was written in: which instants a day covers depends on a place that nobody wrote down.
 *
 * @returns a negative number, 0 (the same day or instant) or a positive one; undefined if the order is unknown,
 * because the stretches overlap, one is approximate and the other next to it, or a year is not known.
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
 * "About" a day may be the day before or after it, about a month the month before or after. (EDTF does not say how
 * far an approximate date reaches; one of its own length on either side is the least that it can mean.)
 */
function getEarliest({ earliest, latest, approximate }: Time): number {
  return approximate ? earliest - (latest - earliest + 1) : earliest;
}

function getLatest({ earliest, latest, approximate }: Time): number {
  return approximate ? latest + (latest - earliest + 1) : latest;
}

/** The day of a clock time, by the calendar that it was written in; any other time as it is. */
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

/** The time in words, no more precise than its notation: "about 12 December 2009", "21 March, year unknown". */
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

function describeClock(clock: string): string {
  const [, time = '', offset = ''] = /^([\d:.]+)(Z|[+-].*)$/.exec(clock) ?? [];
  return offset === 'Z' || offset === '+00:00' ? `${time} UTC` : `${time} UTC${offset.replace('-', '−')}`;
}

/**
 * `describeTime` for a time that the check has let pass.
 *
 * @throws if it is not a valid time
 */
export function describeTimeSource(source: string): string {
  const time = parseTime(source);
  if (!time) throw new Error(`\`${source}\` was shown before it passed the check`);
  return describeTime(time);
}

/** The year as shown in lists and filters, or undefined where it is not known. */
export function getYear(time: Time): string | undefined {
  return time.yearKnown ? time.source.slice(0, 4) : undefined;
}
