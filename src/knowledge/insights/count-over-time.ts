/** Counts postmortems in each period, by severity. */
import { SEVERITIES } from '../schema/labels.ts';
import type { InsightRecord } from './insight-record.ts';
import { choosePeriods, type Periods } from './periods.ts';

export interface SeverityRow {
  readonly severity: InsightRecord['severity'];
  readonly total: number;
  /** The ids of postmortems, by the key of the period. */
  readonly byPeriod: ReadonlyMap<string, readonly string[]>;
}

export interface OverTime {
  readonly periods: Periods;
  /** The severities that occur, the worst first. */
  readonly rows: readonly SeverityRow[];
}

export function countOverTime(records: readonly InsightRecord[], all: readonly InsightRecord[]): OverTime {
  const periods = choosePeriods(records, all);
  const bySeverity = Map.groupBy(periods.counted, ({ severity }) => severity);
  const rows = SEVERITIES.flatMap((severity): SeverityRow[] => {
    const group = bySeverity.get(severity) ?? [];
    return group.length > 0
      ? [{ severity, total: group.length, byPeriod: groupIds(group, periods.find) }]
      : [];
  });
  return { periods, rows };
}

/** Returns the ids of records in groups. */
export function groupIds(
  records: readonly InsightRecord[],
  getKey: (record: InsightRecord) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(records, getKey);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ id }) => id)]));
}
