/** Divides time into quarters, or into years if the dates do not say more. */
import { type Basis, divideByBasis } from './basis.ts';
import type { InsightRecord } from './insight-record.ts';

export interface Period {
  /** `2019` or `2019-q3`. */
  readonly key: string;
  /** "2019" or "Q3 2019". */
  readonly label: string;
  readonly year: number;
  /** The first quarter of its year, or a year. */
  readonly startsYear: boolean;
}

export interface Periods {
  readonly unit: 'quarter' | 'year';
  /** The reason why it is not by quarter, as a sentence. */
  readonly why?: string;
  /** All from the first to the last, also those in which nothing happened. */
  readonly list: readonly Period[];
  /** Those in a period of the list. */
  readonly counted: readonly InsightRecord[];
  readonly basis: Basis;
  /** The number of the counted ones with an approximate date. */
  readonly approximate: number;
  find(record: InsightRecord): string;
}

/** With more, no period has the room for a number. */
const MAX_QUARTERS = 24;
const MAX_YEARS = 30;

/**
 * @param all the records from which these were selected by a filter: they decide the unit, and where the time starts and
 * ends, so that figures can be compared
 */
export function choosePeriods(
  records: readonly InsightRecord[],
  all: readonly InsightRecord[] = records,
): Periods {
  const last = all.reduce((latest, { year }) => Math.max(latest, year ?? latest), Number.NEGATIVE_INFINITY);
  const findReason = ({ year }: InsightRecord) => {
    if (year === undefined) return 'without a known year';
    return last - year >= MAX_YEARS ? `from before ${last - MAX_YEARS + 1}` : undefined;
  };
  const { counted, basis } = divideByBasis(records, findReason);
  const dated = all.filter((record) => findReason(record) === undefined);
  const first = dated.reduce((earliest, { year }) => Math.min(earliest, year ?? earliest), last);
  const withoutQuarter = dated.filter(({ quarter }) => quarter === undefined).length;
  const isLong = (last - first + 1) * 4 > MAX_QUARTERS;
  const unit = withoutQuarter > 0 || isLong ? 'year' : 'quarter';
  const why = isLong
    ? `By year, because the dates span ${last - first + 1} years.`
    : withoutQuarter > 0
      ? `By year, because ${withoutQuarter} of the dates ${withoutQuarter === 1 ? 'does' : 'do'} not say the quarter for certain.`
      : undefined;
  const find = ({ year, quarter }: InsightRecord) => (unit === 'year' ? `${year}` : `${year}-q${quarter}`);
  return {
    unit,
    ...(why ? { why } : {}),
    list: dated.length > 0 ? listPeriods(first, last, unit) : [],
    counted,
    basis,
    approximate: counted.filter(({ approximate }) => approximate).length,
    find,
  };
}

function listPeriods(first: number, last: number, unit: Periods['unit']): Period[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (unit === 'year')
    return years.map((year) => ({ key: `${year}`, label: `${year}`, year, startsYear: true }));
  return years.flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => ({
      key: `${year}-q${quarter}`,
      label: `Q${quarter} ${year}`,
      year,
      startsYear: quarter === 1,
    })),
  );
}
