/** The clock of the shells: the knowledge core is told the day, it never asks. */

/**
 * Today as `2026-11-21`, in UTC. `SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org) sets
 * it, so that a build can be repeated byte by byte.
 */
export function getToday(): string {
  const fixed = process.env.SOURCE_DATE_EPOCH;
  const date = fixed ? new Date(Number(fixed) * 1_000) : new Date();
  return date.toISOString().slice(0, 10);
}

/** The offset from UTC of this computer's clock at a local time: `2026-11-20T14:30` to `+01:00`. */
export function getUtcOffset(localTime: string): string {
  const minutes = -new Date(localTime).getTimezoneOffset();
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
