/** The clock of the shells: the knowledge core is told the day, it never asks. */

/**
 * Today as `2026-11-21`, in UTC. `SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org) sets
 * it, so that a build can be repeated byte by byte.
 */
export function today(): string {
  const fixed = process.env.SOURCE_DATE_EPOCH;
  const date = fixed ? new Date(Number(fixed) * 1_000) : new Date();
  return date.toISOString().slice(0, 10);
}
