/** Reads the time at the start of an event, with the day and the zone that other places of the page name. */
import { parseTime } from '../schema/time.ts';
import { parseOffset, parseWrittenTime, toFullHour } from '../schema/written-time.ts';
import { readSlashedDate } from './slashed-dates.ts';

/** Contains what a page says about the times in it. */
export interface TimeContext {
  /** The day of the events that name none. */
  day: string | undefined;
  /** The offset of the times that name none. */
  offset: string | undefined;
  /** The offsets of abbreviations that the page explains: `CEST` → `+02:00`. */
  readonly zones: Map<string, string>;
  /** The year of dates that name none, if no day is known. */
  year?: string | undefined;
  /** True if the day comes first in dates with slashes; undefined if nothing on the page shows it. */
  dayFirst?: boolean | undefined;
  /** The clock time of the event before, in minutes. */
  lastMinutes: number | undefined;
}

export interface EventTime {
  readonly at: string | undefined;
  /** The text after the time. */
  readonly rest: string;
  /** Whether `at` says all that the words before `rest` say. */
  readonly isComplete: boolean;
  readonly hasClock: boolean;
  /** The offset that follows the time. */
  readonly offset?: string | undefined;
}

export function createTimeContext(day?: string, offset?: string): TimeContext {
  return { day, offset, zones: new Map(), lastMinutes: undefined };
}

const MONTH_WORD = String.raw`\p{L}{3,10}\.?`;
const DATE = [
  String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`,
  String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
  String.raw`\d{1,2}/\d{1,2}/\d{4}`,
  String.raw`\d{1,2}[-/]\p{L}{3}[-/]\d{4}`,
  String.raw`\d{1,2}\.\s?\d{1,2}\.\s?\d{4}`,
  String.raw`(?:\p{L}{2,10}\.?,?\s+)?\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?${MONTH_WORD},?\s+(?:de\s+)?\d{4}`,
  String.raw`(?:\p{L}{2,10}\.?,?\s+)?${MONTH_WORD}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`,
].join('|');
/** The names of months in English, German, French, Spanish and Portuguese start like this. */
const MONTH_NAME = String.raw`(?:jan|jän|ene|feb|f[ée]v|mar|mär|mrz|a[pvb]r|ma[iy]|ju[inl]|a[ug]|ao[uû]|sep|set|o[cku]t|nov|d[eé][cz]|dic)\p{L}*\.?`;
const DATE_WITHOUT_YEAR = [
  String.raw`(?:\p{L}{2,10}\.?,?\s+)?\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?${MONTH_NAME}(?![\p{L}\d])`,
  String.raw`(?:\p{L}{2,10}\.?,?\s+)?${MONTH_NAME}\s+\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\d]|:\d)`,
  String.raw`\d{1,2}月\d{1,2}日`,
].join('|');
const CLOCK = String.raw`\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?`;
/** Names of zones in reports. Any other word in capitals is a part of the event. */
const ZONE_NAME =
  'UTC|GMT|UT|Z|CET|CEST|MEZ|MESZ|WET|WEST|EET|EEST|BST|IST|MSK|PST|PDT|PT|MST|MDT|MT|CST|CDT|CT|EST|EDT|ET|AKST|AKDT|HST|JST|KST|SGT|HKT|AEST|AEDT|ACST|AWST|NZST|NZDT|BRT|ART|SAST';
const OFFSET = String.raw`[+\-−]\d{1,2}(?::?\d{2})?`;
const ZONE = String.raw`(?:${ZONE_NAME})?\s*\(?(?:UTC|GMT)?\s*${OFFSET}\)?(?!\d)|\(?(?:${ZONE_NAME})\)?(?![\p{L}\d])`;
const EVENT_START = new RegExp(
  String.raw`^[\s[(*~≈]*(?:(?:at|about|around|approx\.?|ca\.?|circa|um|à|a las|às)\s+)?(${DATE}|${DATE_WITHOUT_YEAR})?(?:[\s,T:;–—|-]*?(?:at\s+|um\s+|à\s+)?(?<![\d:])(${CLOCK}))?(?:\s*(?:Uhr|hrs)\b)?(?:\s*(${ZONE}))?`,
  'iu',
);
const RANGE_END = new RegExp(
  String.raw`^\s*(?:-|–|—|to|until|bis)\s*(?:${DATE}|${DATE_WITHOUT_YEAR})?[\sT]*(?:${CLOCK})(?:\s*(?:${ZONE}))?`,
  'iu',
);

/** Returns the time at the start of a text; undefined if it starts with none. */
export function readEventTime(text: string, context: TimeContext): EventTime | undefined {
  const start = matchStart(text);
  if (!start) return undefined;
  const { date, clock, zone, rest } = start;
  const day = date ? readDate(date, context) : context.day;
  if (date && !day) return undefined;
  const [separator = ''] = /^[\s\])*]*(?:[-–—|:：,;→=>]+)?[\s\])*]*/.exec(rest) ?? [];
  const at = clock ? joinTime(day, clock, zone, context, date !== undefined) : day;
  const isComplete = start.isExact && (clock ? at?.includes('T') === true : zone === undefined);
  return {
    at,
    rest: rest.slice(separator.length),
    isComplete,
    hasClock: clock !== undefined,
    offset: zone && readZone(zone, context),
  };
}

/** Returns the parts of the time at the start of a text, and the text after it. */
function matchStart(text: string) {
  const [whole = '', date, clock, zone] = EVENT_START.exec(text) ?? [];
  if (!date && !clock) return undefined;
  const afterStart = text.slice(whole.length);
  const [range = ''] = clock ? (RANGE_END.exec(afterStart) ?? []) : [];
  const rest = afterStart.slice(range.length);
  // A word or a number that goes on is not a time: "2024-05-14-restart", "09:17ms".
  if (/^(?:[\p{L}\d_]|[-/.][\p{L}\d]|:\d)/u.test(rest) && !/\s$/.test(whole)) return undefined;
  return { date, clock, zone, rest, isExact: range === '' && !APPROXIMATE_START.test(whole) };
}

function readZone(zone: string, context: TimeContext): string | undefined {
  return parseOffset(zone.trim()) ?? findNamedOffset(zone, context);
}

function readDate(date: string, context: TimeContext): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/](\p{L}+)[-/](\d{4})$/u.exec(date) ?? [];
  const written = day ? `${day} ${month} ${year}` : date;
  return readSlashedDate(date, context.dayFirst) ?? parseWrittenTime(written)?.edtf ?? addYear(date, context);
}

/**
 * Returns the day of a date without its year: the one nearest to the day that the page names, so that a page about
 * 31 December also names 1 January; or that of the only year on the page.
 */
function addYear(date: string, { day, year }: TimeContext): string | undefined {
  const known = day?.slice(0, 4) ?? year;
  if (known === undefined) return undefined;
  const near = day === undefined ? [0] : [0, -1, 1];
  const days = near.flatMap((years) => readDayOf(date, Number(known) + years) ?? []);
  const wanted = Date.parse(day ?? '');
  if (Number.isNaN(wanted)) return days[0];
  return days.toSorted((a, b) => Math.abs(Date.parse(a) - wanted) - Math.abs(Date.parse(b) - wanted))[0];
}

function readDayOf(date: string, year: number): string | undefined {
  const [, eastern] = /^(\d{1,2}月\d{1,2}日)$/.exec(date) ?? [];
  const written = eastern ? `${year}年${eastern}` : `${date.replace(/\.$/, '')} ${year}`;
  const edtf = parseWrittenTime(written)?.edtf;
  return edtf && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : undefined;
}

/** Returns the only year that a text names: "Incident review, March 2024". */
export function findOnlyYear(text: string): string | undefined {
  const years = new Set(
    [...text.matchAll(/(?<![\d.,:/#-])(?:19|20)\d{2}(?![\d.,:]\d|\d)/g)].map(([year]) => year),
  );
  const [year, ...others] = years;
  return others.length === 0 ? year : undefined;
}

const APPROXIMATE_START = /^[\s[(*]*(?:~|≈|about|around|approx|ca\.?\s|circa)/i;

/** Returns a time with its offset, or the day alone if nothing names the offset. */
function joinTime(
  day: string | undefined,
  clock: string,
  zone: string | undefined,
  context: TimeContext,
  hasOwnDay: boolean,
): string | undefined {
  const [, hour, minute = '00', second, half] =
    /^(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([ap]\.?m\.?)?$/i.exec(clock.trim()) ?? [];
  const hours = half ? toFullHour(hour, half) : hour;
  if (hours === undefined || Number(hours) > 23 || Number(minute) > 59) return undefined;
  const minutes = Number(hours) * 60 + Number(minute);
  const actualDay = hasOwnDay ? day : findDay(day, minutes, context);
  context.lastMinutes = minutes;
  context.day = actualDay;
  const offset = zone ? readZone(zone, context) : context.offset;
  if (!actualDay || !/^\d{4}-\d{2}-\d{2}$/.test(actualDay)) return undefined;
  if (!offset) return actualDay;
  const time = `${actualDay}T${hours.padStart(2, '0')}:${minute}${second ? `:${second}` : ''}${offset}`;
  return parseTime(time) ? time : undefined;
}

const EVENING = 18 * 60;
const MORNING = 6 * 60;

/** After midnight, it is the next day. A clock that goes back at any other time leaves the day unknown. */
function findDay(day: string | undefined, minutes: number, { lastMinutes }: TimeContext): string | undefined {
  if (day === undefined || lastMinutes === undefined || minutes >= lastMinutes) return day;
  if (lastMinutes < EVENING || minutes > MORNING) return undefined;
  const next = new Date(`${day}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function findNamedOffset(zone: string, { zones }: TimeContext): string | undefined {
  return zones.get(zone.replace(/[^A-Za-z]/g, '').toUpperCase());
}

const TIME_WORDS =
  /\b(?:times?|timestamps?|time ?zones?|clock|dates|zeit(?:en|zone|angaben)?|uhrzeit(?:en)?|heures?|fuseau(?: horaire)?|horas?|horários?|husos?)\b|[時时][刻間间]/i;
const ZONE_STATEMENT = new RegExp(String.raw`(?<![\p{L}\d])(${ZONE})(?![\p{L}\d])`, 'gu');

/**
 * Reads sentences such as "All times in UTC", "Times are in CEST (UTC+2)" and the heads of columns ("Time (UTC)"), and
 * the explanations of abbreviations in them.
 *
 * @returns the offset that the text gives to all of its times
 */
export function readZoneStatement(text: string, context: TimeContext): string | undefined {
  let found: string | undefined;
  for (const line of text.split(/\n|(?<=[.!?])\s/)) {
    if (line.length > MAX_STATEMENT_LENGTH || !TIME_WORDS.test(line)) continue;
    for (const [, zone = ''] of line.matchAll(ZONE_STATEMENT)) {
      const offset = parseOffset(zone.trim());
      const [name] = /^[A-Z]{3,5}(?=\s*\()/.exec(zone) ?? [];
      if (name && offset && /[+\-−]\d/.test(zone)) context.zones.set(name, offset);
      // A clock time of an event names only its own zone.
      const isOfAll = !/\d{1,2}:\d{2}/.test(line.replace(zone, ''));
      if (isOfAll) found ??= offset ?? findNamedOffset(zone, context);
    }
  }
  return found;
}

const MAX_STATEMENT_LENGTH = 200;

/** Returns the offset that a heading gives to its times: "Timeline (all times UTC)", "Timeline (UTC+2)". */
export function readHeadingZone(heading: string, context: TimeContext): string | undefined {
  const [, inner = ''] = /[([（]([^)\]）]*)[)\]）]/.exec(heading) ?? [];
  for (const [, zone = ''] of inner.matchAll(ZONE_STATEMENT)) {
    const offset = readZone(zone, context);
    if (offset) return offset;
  }
  return undefined;
}

/** Returns the only day that a text names: "Queue stuck on 3 March 2024". */
export function findOnlyDay(text: string): string | undefined {
  const days = new Set<string>();
  for (const { index } of text.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    const time = readEventTime(text.slice(index), createTimeContext());
    if (time?.at && /^\d{4}-\d{2}-\d{2}$/.test(time.at.slice(0, 10))) days.add(time.at.slice(0, 10));
  }
  const [day, ...others] = days;
  // "3–5 March 2024" is a period.
  const isPeriod = /\d\s*(?:-|–|—|to|and|&|bis)\s*\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,}/u.test(text);
  return others.length === 0 && !isPeriod ? day : undefined;
}
