/** Counts the actions that nobody has done yet, by the age of their incident: an action itself has no date of its own. */
import { isOpen } from '../schema/action-status.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import type { Time } from '../schema/time.ts';
import { type Basis, divideByBasis } from './basis.ts';
import type { Bar } from './count-values.ts';
import type { InsightRecord, OpenActions } from './insight-record.ts';

const DAY_MS = 86_400_000;

/** From this number of days on, the oldest first. */
const AGES = [
  { key: 'year', from: 365, label: 'A year or more' },
  { key: 'half-year', from: 183, label: 'Half a year to a year' },
  { key: 'quarter', from: 91, label: '3 months to half a year' },
  { key: 'month', from: 30, label: '1 to 3 months' },
  { key: 'recent', from: 0, label: 'Less than a month' },
] as const;

/**
 * Returns undefined if no action is open.
 *
 * @param today as `2026-11-28`
 */
export function countOpen(
  actions: PostmortemData['actions'],
  started: Time,
  today: string,
): OpenActions | undefined {
  const count = actions.filter(isOpen).length;
  if (count === 0) return undefined;
  const age = findAge(started, today);
  return { count, ...(age ? { age } : {}) };
}

/** Returns undefined unless every day that the date can mean has the same age. */
function findAge({ earliest, latest, approximate, yearKnown }: Time, today: string): string | undefined {
  if (!yearKnown || approximate) return undefined;
  const [oldest, youngest] = [earliest, latest].map((instant) => {
    const days = Math.floor((Date.parse(today) + DAY_MS - 1 - instant) / DAY_MS);
    return AGES.find(({ from }) => Math.max(0, days) >= from)?.key;
  });
  return oldest === youngest ? oldest : undefined;
}

export interface OpenActionsFigure {
  readonly basis: Basis;
  /** With the number of their open actions. */
  readonly bars: readonly (Bar & { readonly actions: number })[];
  readonly actions: number;
}

/** The oldest first, also ages without an action. */
export function countOpenActions(records: readonly InsightRecord[]): OpenActionsFigure {
  const { counted, basis } = divideByBasis(records, ({ open }) => {
    if (!open) return 'without an open action';
    return open.age === undefined ? 'whose date does not say for certain how old it is' : undefined;
  });
  const bars = AGES.map(({ key, label }) => {
    const group = counted.filter(({ open }) => open?.age === key);
    return { key, label, ids: group.map(({ id }) => id), actions: sumActions(group) };
  });
  return { basis, bars, actions: sumActions(counted) };
}

function sumActions(records: readonly InsightRecord[]): number {
  return records.reduce((sum, { open }) => sum + (open?.count ?? 0), 0);
}
