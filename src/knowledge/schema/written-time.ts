/** Times as other tools write them, in EDTF, and never more precise than what they wrote. */
import { parseTime } from './time.ts';

export interface WrittenTime {
  readonly edtf: string;
  /** True if the notation has the same meaning, letter for letter. */
  readonly isVerbatim: boolean;
}

const CLOCK = String.raw`(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(\.\d+)?)?)?\s*([ap]\.?m\.?)?`;
/** A letter code, an offset, or both: `UTC+2`, `CEST (UTC+02:00)`, `(GMT-5)`. */
const OFFSET = String.raw`[+\-−]\d{1,2}(?::?\d{2})?`;
const ZONE = String.raw`\(?(Z|[A-Z]{2,5}\s*\(?(?:UTC|GMT)?\s*${OFFSET}\)?|[A-Z]{2,5}|${OFFSET})\)?`;
const TRAILING_CLOCK = String.raw`(?:,?\s+(?:at\s+|um\s+|à\s+|a las\s+|às\s+)?${CLOCK}(?:\s*(?:Uhr|hrs?|h)\b)?(?:\s*${ZONE})?(?:\s*\([^)]*\))?)?$`;
const ISO = new RegExp(
  String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\s*(?:at\s+)?${CLOCK}(?:\s*${ZONE})?)?$`,
  'i',
);
/** In the languages of the months. */
const WEEKDAY = String.raw`(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|s[áa]bado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?)\.?,?\s+)?`;
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})${TRAILING_CLOCK}`,
  'iu',
);
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TRAILING_CLOCK}`,
  'iu',
);
/** With dots, the day always comes first. */
const DOTTED = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${TRAILING_CLOCK}`, 'iu');
const JAPANESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*[（(]?\p{L}?[)）]?)$/u;
const MONTH_AND_YEAR = /^(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/iu;

/**
 * Reads ISO 8601, dates in words ("Saturday, March 10, 2018", "14 de mayo de 2024"), and the dates of mail (RFC 5322).
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
  const iso = ISO.exec(text) ?? JAPANESE.exec(text);
  if (iso) return formatTime([iso[1], iso[2], iso[3]], iso.slice(4), text);
  const dotted = DOTTED.exec(text);
  if (dotted) return formatTime([dotted[3], dotted[2], dotted[1]], dotted.slice(4), text);
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
  [written, minutes, second, fraction, half, zone]: TimeParts,
  text: string,
): string | undefined {
  const [year, month, day] = date;
  if (!year || !month || !day) return undefined;
  const calendar = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const offset = parseOffset(zone);
  const hour = half ? toFullHour(written, half) : written;
  const minute = minutes ?? (half ? '00' : undefined);
  if (!hour || !minute || !offset) return calendar;
  const clock = `${hour.padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
  if (/^00:00(?::00)?$/.test(clock) && !/[1-9]/.test(fraction ?? '')) return calendar;
  if (clock === '23:59:59') return calendar;
  // A time that is already EDTF stays as it is, including fractions of a second.
  if (parseTime(text)) return text;
  return `${calendar}T${clock}${fraction ?? ''}${offset}`;
}

/** Returns the hour of a clock with twelve hours: 12 AM is midnight. */
export function toFullHour(hour: string | undefined, half: string): string | undefined {
  const number = Number(hour);
  if (!(number >= 1 && number <= 12)) return undefined;
  return String((number % 12) + (/^p/i.test(half) ? 12 : 0));
}

/**
 * Returns the offset that a zone names: `Z`, `+02:00` of `UTC+2` or of `CEST (UTC+2)`; undefined for a name alone,
 * because names such as CST have several meanings.
 */
export function parseOffset(zone: string | undefined): string | undefined {
  if (!zone) return undefined;
  const [, sign, hours = '', minutes = '00'] = /([+\-−])(\d{1,2}?)(?::?(\d{2}))?\)*$/.exec(zone) ?? [];
  if (sign) return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  return /^\(?(?:Z|UTC|GMT|UT)\)?$/i.test(zone) ? 'Z' : undefined;
}

/** The names of the months in English, German, French, Spanish and Portuguese, as patterns. */
const MONTHS = [
  /^(?:jan(?:uary|uar|vier)?|janv|jänner|ene(?:ro)?|janeiro)$/,
  /^(?:feb(?:ruary|ruar|rero)?|févr(?:ier)?|fev(?:ereiro)?)$/,
  /^(?:mar(?:ch|zo|ço|s)?|märz|mrz)$/,
  /^(?:apr(?:il)?|avr(?:il)?|abr(?:il)?)$/,
  /^(?:may|mai|mayo|maio)$/,
  /^(?:jun[ei]?|juin|jun(?:io|ho))$/,
  /^(?:jul[yi]?|juil(?:let)?|jul(?:io|ho))$/,
  /^(?:aug(?:ust)?|août|ago(?:sto)?)$/,
  /^(?:sept?(?:ember|embre|iembre)?|set(?:embro|iembre)?)$/,
  /^(?:oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?)$/,
  /^(?:nov(?:ember|embre|iembre|embro)?)$/,
  /^(?:dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre)?)$/,
];

function parseMonth(name: string | undefined): string | undefined {
  if (name && /^\d{1,2}$/.test(name)) return name.padStart(2, '0');
  const index = name ? MONTHS.findIndex((pattern) => pattern.test(name.toLowerCase())) : -1;
  return index < 0 ? undefined : String(index + 1).padStart(2, '0');
}
