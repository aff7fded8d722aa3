/** Reads times as people type them, and returns them in EDTF. */

import { parseTime } from '../schema/time.ts';
import { parseWrittenTime, toFullHour } from '../schema/written-time.ts';
import { quote } from '../source/problem.ts';

export interface TypedTimeContext {
  /** When the incident started, if known; a clock time without a day is the first one after that. */
  readonly started?: string | undefined;
  /** Returns the author's offset from UTC at a local time: `+01:00` for `2026-11-20T14:30`. */
  offsetAt(localTime: string): string;
}

const CLOCK_ONLY = /^(\d{1,2}):(\d{2})$/;
const PLAIN_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T|\s+)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads EDTF, `2026-11-20 14:30 +01:00`, and dates in words. Any other text is returned as it is; the check reports
 * what is wrong with it.
 */
export function parseTypedTime(
  typed: string,
  context: TypedTimeContext,
): { readonly time: string } | { readonly rejection: string } {
  const text = typed.trim();
  const clock = CLOCK_ONLY.exec(text);
  if (clock) {
    const time = findNextTime(context.started, `${clock[1]?.padStart(2, '0')}:${clock[2]}`);
    return time ? { time } : { rejection: describeMissingDay(text) };
  }
  const [, day, at, zone] = PLAIN_TIME.exec(text) ?? [];
  if (day && at) {
    const local = `${day}T${at.padStart(at.indexOf(':') === 1 ? at.length + 1 : at.length, '0')}`;
    if (zone === undefined) return { rejection: describeMissingOffset(text, `${day} ${at}`, local, context) };
    return { time: `${local}${normalizeOffset(zone)}` };
  }
  const written = parseWrittenTime(text)?.edtf;
  const lost = written && /^\d{4}-\d{2}-\d{2}$/.test(written) ? findClock(text) : undefined;
  // A day instead of a time would lose what you typed.
  if (lost)
    return { rejection: describeMissingOffset(text, `${written} ${lost}`, `${written}T${lost}`, context) };
  return { time: written ?? text };
}

/** Returns the clock time in a text, with 24 hours; undefined if it is midnight, which stands for the day. */
function findClock(text: string): string | undefined {
  const [, hour = '', minute = '00', half] =
    /(?<![\d:+\-−])(\d{1,2})(?:[:h](\d{2})(?!\d)(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\b)?|\s*([ap]\.?m\b))/i.exec(
      text,
    ) ?? [];
  if (hour === '') return undefined;
  const mark = half ?? /[ap]\.?m\b/i.exec(text)?.[0];
  const hours = mark ? toFullHour(hour, mark) : hour;
  return hours && `${hours.padStart(2, '0')}:${minute}`;
}

function normalizeOffset(zone: string): string {
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
}

/** Returns the first moment after the start when a clock there shows this time, on the next day if necessary. */
function findNextTime(started: string | undefined, clock: string): string | undefined {
  const [, day, offset] = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.exec(started ?? '') ?? [];
  const start = started === undefined ? undefined : parseTime(started);
  if (!day || !offset || !start) return undefined;
  const sameDay = parseTime(`${day}T${clock}${offset}`);
  if (!sameDay) return undefined;
  if (sameDay.latest >= start.earliest) return sameDay.source;
  const next = new Date(Date.parse(`${day}T00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
  return `${next}T${clock}${offset}`;
}

function describeMissingDay(text: string): string {
  return `Unexpected ${quote(text)} without a day, expected a time such as \`2026-11-20 14:30 +01:00\``;
}

/** A clock time without an offset is not a time; the suggestion uses the author's offset. */
function describeMissingOffset(
  text: string,
  plain: string,
  local: string,
  { offsetAt }: TypedTimeContext,
): string {
  const isTime = parseTime(`${local}Z`) !== undefined;
  const suggestion = isTime ? ` Here that would be \`${plain} ${offsetAt(local)}\`.` : '';
  return `Unexpected ${quote(text)} without its offset from UTC, expected an offset such as \`+01:00\` after it, or only the day.${suggestion}`;
}
