/** Counts the cases of recurring issues in each period. */
import { type Basis, divideByBasis } from './basis.ts';
import { groupIds } from './count-over-time.ts';
import type { InsightRecord } from './insight-record.ts';
import { choosePeriods, type Periods } from './periods.ts';

interface IssueCell {
  readonly ids: readonly string[];
  /** A case in it had certainly happened before. */
  readonly again: boolean;
}

export interface IssueRow {
  /** The id of the issue. */
  readonly issue: string;
  readonly cases: number;
  /** By the key of the period. Those without a case are absent. */
  readonly cells: ReadonlyMap<string, IssueCell>;
}

export interface IssuesOverTime {
  readonly periods: Periods;
  readonly basis: Basis;
  /** The issues with at least two cases, the most cases first. */
  readonly rows: readonly IssueRow[];
  /** The number of others with at least two. */
  readonly cut: number;
  /** The number of those with a single case. */
  readonly single: number;
}

/** About as many as fit on a screen. */
const MAX_ISSUES = 20;

export function countIssuesOverTime(
  records: readonly InsightRecord[],
  all: readonly InsightRecord[],
): IssuesOverTime {
  const { counted: withIssues } = divideByBasis(records, findMissing);
  const periods = choosePeriods(withIssues, all);
  const dated = new Set(periods.counted);
  const { basis } = divideByBasis(
    records,
    (record) => findMissing(record) ?? (dated.has(record) ? undefined : 'without a known year'),
  );
  const byIssue = new Map<string, InsightRecord[]>();
  for (const record of periods.counted) {
    for (const { id } of record.issues) {
      const cases = byIssue.get(id);
      if (cases) cases.push(record);
      else byIssue.set(id, [record]);
    }
  }
  const recurring = [...byIssue].filter(([, cases]) => cases.length > 1);
  const rows = recurring
    .sort(([a, casesA], [b, casesB]) => casesB.length - casesA.length || (a < b ? -1 : 1))
    .map(([issue, cases]): IssueRow => {
      const isAgain = new Set(
        cases
          .filter(({ issues }) => issues.some(({ id, again }) => id === issue && again))
          .map(({ id }) => id),
      );
      const cells = [...groupIds(cases, periods.find)].map(
        ([key, ids]) => [key, { ids, again: ids.some((id) => isAgain.has(id)) }] as const,
      );
      return { issue, cases: cases.length, cells: new Map(cells) };
    });
  return {
    periods,
    basis,
    rows: rows.slice(0, MAX_ISSUES),
    cut: Math.max(0, rows.length - MAX_ISSUES),
    single: byIssue.size - recurring.length,
  };
}

function findMissing({ issues }: InsightRecord): string | undefined {
  return issues.length === 0 ? 'without a recurring issue' : undefined;
}
