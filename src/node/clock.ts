/** The clock. `src/knowledge/` gets the day as a parameter and never reads the clock. */

/**
 * Returns the time in UTC, as `2026-11-21T14:02:00.000Z`. `SOURCE_DATE_EPOCH` (seconds since 1970, see
 * reproducible-builds.org) replaces it, so that a build can be repeated byte for byte.
 */
export function getNow(): string {
  const fixed = process.env.SOURCE_DATE_EPOCH;
  return (fixed ? new Date(Number(fixed) * 1_000) : new Date()).toISOString();
}

/** Returns the day of `getNow`, as `2026-11-21`. */
export function getToday(): string {
  return getNow().slice(0, 10);
}

/** Returns the offset from UTC of this computer at a local time: `+01:00` for `2026-11-20T14:30`. */
export function getUtcOffset(localTime: string): string {
  const minutes = -new Date(localTime).getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
