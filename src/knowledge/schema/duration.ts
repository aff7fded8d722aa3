/** Reads ISO 8601 durations, exact or approximate: with a trailing `~`, as in the dates of EDTF. */
import { Temporal } from 'temporal-polyfill';

export interface Duration {
  /** The author's notation. */
  readonly source: string;
  readonly seconds: number;
  readonly approximate: boolean;
}

/** Temporal also accepts signs and lower case; `describeDuration` has no words for these. */
const DURATION_PATTERN = /^P(?:[\d.,]+[WD])*(?:T(?:[\d.,]+[HMS])+)?$/;

/**
 * Reads `PT50M`, `P1DT2H`, `PT1H~`. Years and months are refused, because their length depends on the date.
 *
 * @returns undefined for any other text
 */
export function parseDuration(source: string): Duration | undefined {
  const approximate = source.endsWith('~');
  const notation = approximate ? source.slice(0, -1) : source;
  if (!DURATION_PATTERN.test(notation)) return undefined;
  let duration: Temporal.Duration;
  try {
    duration = Temporal.Duration.from(notation);
  } catch {
    return undefined;
  }
  if (duration.sign < 1) return undefined;
  const days = duration.weeks * 7 + duration.days;
  const seconds = duration.with({ weeks: 0, days: 0 }).total('seconds') + days * 86_400;
  return { source, seconds, approximate };
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Returns seconds in words, in the two largest units: "1 hour 5 minutes", "3 days". */
export function describeSeconds(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 seconds';
}

/** Returns a duration in words, in the units of its author: "17 hours", "90 minutes". */
export function describeDuration(duration: Duration): string {
  const words = [...duration.source.matchAll(/([\d.,]+)([WDHMS])/g)]
    .map(([, written = '', unit = '']) => {
      const name = { W: 'week', D: 'day', H: 'hour', M: 'minute', S: 'second' }[unit];
      const count = Number(written.replace(',', '.'));
      return `${count} ${name}${count === 1 ? '' : 's'}`;
    })
    .join(' ');
  return duration.approximate ? `about ${words}` : words;
}
