/** Counts how many of the lessons that each year learned were learned again. */
import { type Basis, divideByBasis } from './basis.ts';
import type { InsightRecord } from './insight-record.ts';
import { choosePeriods } from './periods.ts';

interface RelearnedYear {
  readonly year: string;
  /** The lessons learned, once for each postmortem that learned them. */
  readonly learned: number;
  /** Those that an earlier postmortem of the same organization had taught. */
  readonly relearned: number;
  /** The postmortems that learned one again. */
  readonly ids: readonly string[];
}

export interface RelearnedOverTime {
  readonly basis: Basis;
  /** Those in which a lesson was learned, oldest first. */
  readonly years: readonly RelearnedYear[];
}

export function countRelearnedOverTime(
  records: readonly InsightRecord[],
  all: readonly InsightRecord[],
): RelearnedOverTime {
  const teaches = ({ learned }: InsightRecord) => learned.length > 0;
  const dated = new Set(choosePeriods(records.filter(teaches), all).counted);
  const { counted, basis } = divideByBasis(records, (record) => {
    if (!teaches(record)) return 'without a lesson learned';
    return dated.has(record) ? undefined : 'without a known year';
  });
  const byYear = Map.groupBy(counted, ({ year }) => String(year));
  const years = [...byYear]
    .map(([year, group]) => ({
      year,
      learned: group.reduce((sum, { learned }) => sum + learned.length, 0),
      relearned: group.reduce((sum, { relearned }) => sum + relearned, 0),
      ids: group.filter(({ relearned }) => relearned > 0).map(({ id }) => id),
    }))
    .sort((a, b) => Number(a.year) - Number(b.year));
  return { basis, years };
}
