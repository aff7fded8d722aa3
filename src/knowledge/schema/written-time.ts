/** Times as other tools write them, in EDTF, and never more precise than what they wrote. */
import { parseTime } from './time.ts';

export interface WrittenTime {
  readonly edtf: string;
  /** True if the notation has the same meaning, letter for letter. */
  readonly isVerbatim: boolean;
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?`;
const ZONE = String.raw`(Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2})`;
const ISO = new RegExp(
  String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\s*${CLOCK}(?:\s*${ZONE})?)?$`,
  'i',
);
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`;
const TRAILING_CLOCK = String.raw`(?:,?\s+(?:at\s+)?${CLOCK}(?:\s*\(?${ZONE}\)?)?(?:\s*\([^)]*\))?)?$`;
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})${TRAILING_CLOCK}`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TRAILING_CLOCK}`,
  'i',
);
const MONTH_AND_YEAR = /^([a-z]+)\.?,?\s+(\d{4})$/i;

/**
 * Reads ISO 8601, dates in words ("Saturday, March 10, 2018") and the dates of mail (RFC 5322).
 *
 * A clock time without its offset is ambiguous, so only its day is used; names such as CST have several meanings.
 * Midnight and the last second of a day
 * are how tools write a day, so they are taken as one: less precise is never wrong. `10/3/2018` is not
 * read, since nobody can tell the day from the month.
 *
 * @returns undefined where it is none of these
 */
export function parseWrittenTime(written: string): WrittenTime | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  const edtf = normalizeTime(text) ?? (parseTime(text) ? text : undefined);
  return edtf && parseTime(edtf) ? { edtf, isVerbatim: edtf === written } : undefined;
}

/** Seconds since 1970, as databases keep them; 0 means that nobody entered a time. */
export function formatUnixTime(seconds: string): string | undefined {
  const number = /^\d{1,11}$/.test(seconds) ? Number(seconds) : 0;
  return number > 0 ? new Date(number * 1_000).toISOString().replace('.000Z', 'Z') : undefined;
}

function normalizeTime(text: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) return formatTime([iso[1], iso[2], iso[3]], iso.slice(4), text);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst)
    return formatTime([dayFirst[3], parseMonth(dayFirst[2]), dayFirst[1]], dayFirst.slice(4), text);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst)
    return formatTime([monthFirst[3], parseMonth(monthFirst[1]), monthFirst[2]], monthFirst.slice(4), text);
  const [, month, year] = MONTH_AND_YEAR.exec(text) ?? [];
  const number = parseMonth(month);
  return number ? `${year}-${number}` : undefined;
}

type TimeParts = readonly (string | undefined)[];

function formatTime(
  date: TimeParts,
  [hour, minute, second, fraction, zone]: TimeParts,
  text: string,
): string | undefined {
  const [year, month, day] = date;
  if (!year || !month || !day) return undefined;
  const calendar = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const offset = parseOffset(zone);
  if (!hour || !minute || !offset) return calendar;
  const clock = `${hour.padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
  if (/^00:00(?::00)?$/.test(clock) && !/[1-9]/.test(fraction ?? '')) return calendar;
  if (clock === '23:59:59') return calendar;
  // A time that is already EDTF stays as it is, including fractions of a second.
  if (parseTime(text)) return text;
  return `${calendar}T${clock}${fraction ?? ''}${offset}`;
}

function parseOffset(zone: string | undefined): string | undefined {
  if (!zone) return undefined;
  const name = zone.toUpperCase();
  if (['Z', 'UTC', 'GMT', 'UT'].includes(name)) return 'Z';
  return /^[+-]/.test(name) ? `${name.slice(0, 3)}:${name.slice(-2)}` : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function parseMonth(name: string | undefined): string | undefined {
  if (!name || !MONTH_NAME.test(name)) return undefined;
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
}
