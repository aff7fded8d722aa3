/** Counts postmortems by the value of a field. */
import { describeValue } from '../schema/labels.ts';
import { type Basis, divideByBasis } from './basis.ts';
import type { InsightRecord } from './insight-record.ts';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** The postmortems that it counts. */
  readonly ids: readonly string[];
}

export interface BarFigure {
  readonly basis: Basis;
  readonly bars: readonly Bar[];
}

const UNKNOWN = 'unknown';

export function countTriggers(records: readonly InsightRecord[]): BarFigure {
  const { counted, basis } = divideByBasis(records, ({ trigger }) =>
    trigger === UNKNOWN ? 'without a known trigger' : undefined,
  );
  return { basis, bars: countBars(counted, ({ trigger }) => [trigger]) };
}

export interface FactorFigure extends BarFigure {
  /** The number of factors with a category. */
  readonly factors: number;
}

/** Counts each postmortem once for each category that its factors have. */
export function countFactors(records: readonly InsightRecord[]): FactorFigure {
  const listKnown = ({ factors }: InsightRecord) => factors.filter((category) => category !== UNKNOWN);
  const { counted, basis } = divideByBasis(records, (record) =>
    listKnown(record).length === 0 ? 'without factors of a known category' : undefined,
  );
  const factors = counted.reduce((sum, record) => sum + listKnown(record).length, 0);
  return { basis, factors, bars: countBars(counted, listKnown) };
}

const CUSTOMER_REPORT = 'customer-report';

export interface DetectionFigure extends BarFigure {
  /** The number of those that a customer reported first. */
  readonly customersFirst: number;
}

/** Drills are left out: nobody has to notice them. */
export function countDetections(records: readonly InsightRecord[]): DetectionFigure {
  const { counted, basis } = divideByBasis(records, ({ kind, detection }) => {
    if (kind === 'drill') return 'about a drill';
    return detection === UNKNOWN ? 'without a known detection method' : undefined;
  });
  const customersFirst = counted.filter(({ detection }) => detection === CUSTOMER_REPORT).length;
  return { basis, customersFirst, bars: countBars(counted, ({ detection }) => [detection]) };
}

/** Returns the most frequent values first. */
function countBars(
  records: readonly InsightRecord[],
  getValues: (record: InsightRecord) => readonly string[],
): Bar[] {
  const ids = new Map<string, string[]>();
  for (const record of records) {
    for (const value of new Set(getValues(record))) {
      const group = ids.get(value);
      if (group) group.push(record.id);
      else ids.set(value, [record.id]);
    }
  }
  return [...ids]
    .map(([key, group]) => ({ key, label: describeValue(key), ids: group }))
    .sort((a, b) => b.ids.length - a.ids.length || (a.key < b.key ? -1 : 1));
}

const BAND = 10;

/** Returns ten bands of completeness in percent, the lowest first, also those without a postmortem. */
export function countCompleteness(records: readonly InsightRecord[]): BarFigure {
  const bands = Map.groupBy(records, ({ completeness }) => Math.min(9, Math.floor(completeness / BAND)));
  const bars = Array.from({ length: 10 }, (_, index): Bar => {
    const from = index * BAND;
    const to = index === 9 ? 100 : from + BAND - 1;
    const ids = (bands.get(index) ?? []).map(({ id }) => id);
    return { key: `${from}-to-${to}`, label: `${from} to ${to} %`, ids };
  });
  return { basis: divideByBasis(records, () => undefined).basis, bars };
}
