/** The clock. `src/knowledge/` gets the day as a parameter and never reads the clock. */

/**
 * Returns today's date in UTC, as `2026-11-21`. `SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org)
 * replaces it, so that a build can be repeated byte for byte.
 */
export function getToday(): string {
  const fixed = process.env.SOURCE_DATE_EPOCH;
  const date = fixed ? new Date(Number(fixed) * 1_000) : new Date();
  return date.toISOString().slice(0, 10);
}

/** Returns the offset from UTC of this computer at a local time: `+01:00` for `2026-11-20T14:30`. */
export function getUtcOffset(localTime: string): string {
  const minutes = -new Date(localTime).getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
