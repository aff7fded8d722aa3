/** Counts the actions that nobody has done yet, by the age of their incident: an action itself has no date of its own. */
import { type Basis, divideByBasis } from './basis.ts';
import type { Bar } from './count-values.ts';
import type { InsightRecord } from './insight-record.ts';

/** From this number of days on, the oldest first. */
export const AGES = [
  { key: 'year', from: 365, label: 'A year or more' },
  { key: 'half-year', from: 183, label: 'Half a year to a year' },
  { key: 'quarter', from: 91, label: '3 months to half a year' },
  { key: 'month', from: 30, label: '1 to 3 months' },
  { key: 'recent', from: 0, label: 'Less than a month' },
] as const;

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
