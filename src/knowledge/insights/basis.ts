/** The basis of a figure: the number of postmortems that it counts, and of those left out for lack of data. */
import { formatCount } from '../schema/labels.ts';
import type { InsightRecord } from './insight-record.ts';

interface LeftOut {
  /** Follows the number: "3 without a known year". */
  readonly reason: string;
  readonly count: number;
}

export interface Basis {
  readonly counted: number;
  readonly leftOut: readonly LeftOut[];
}

/** Divides records into those that a figure counts and those that it leaves out. */
export function divideByBasis<R extends InsightRecord>(
  records: readonly R[],
  findReason: (record: R) => string | undefined,
): { readonly counted: readonly R[]; readonly basis: Basis } {
  const groups = Map.groupBy(records, (record) => findReason(record) ?? '');
  const counted = groups.get('') ?? [];
  groups.delete('');
  const leftOut = [...groups].map(([reason, group]) => ({ reason, count: group.length }));
  leftOut.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  return { counted, basis: { counted: counted.length, leftOut } };
}

/** Returns "From 12 of 15 postmortems. Left out: 2 without a known year, 1 drill." */
export function describeBasis({ counted, leftOut }: Basis): string {
  const all = leftOut.reduce((sum, { count }) => sum + count, counted);
  if (all === 0) return 'There are no postmortems.';
  if (leftOut.length === 0) return `From ${all === 1 ? 'the only postmortem' : `all ${all} postmortems`}.`;
  const reasons = leftOut.map(({ reason, count }) => `${count} ${reason}`).join(', ');
  return `From ${counted} of ${formatCount(all, 'postmortem')}. Left out: ${reasons}.`;
}
