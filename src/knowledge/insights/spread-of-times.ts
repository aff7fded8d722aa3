/**
 * Measures the times of incidents: each as it is, quartiles from ten on, and never a mean. They are so skewed
 * that a mean states nothing (Davidovič, Incident Metrics in SRE, 2021; The VOID Report, 2022).
 */
import { quantileSorted } from 'd3-array';
import { type Basis, divideByBasis } from './basis.ts';
import type { InsightRecord, Measure } from './insight-record.ts';

export interface MeasuredIncident {
  readonly id: string;
  readonly seconds: number;
  readonly approximate: boolean;
}

/** In seconds. Quantiles between two values are interpolated (type 7 of Hyndman and Fan, 1996). */
interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface SpreadOfTimes {
  readonly measure: Measure;
  readonly basis: Basis;
  /** The newest first. */
  readonly incidents: readonly MeasuredIncident[];
  /** Absent if there are fewer than `MIN_FOR_QUARTILES`. */
  readonly quartiles?: Quartiles;
  readonly approximate: number;
}

export const MIN_FOR_QUARTILES = 10;

export function measureSpread(records: readonly InsightRecord[], measure: Measure): SpreadOfTimes {
  const { counted, basis } = divideByBasis(records, ({ kind, times }) => {
    if (kind !== 'incident') return 'not about an incident';
    const time = times[measure];
    if (time === 'not given') return 'without the times';
    return time === 'imprecise' ? 'with times less precise than a minute' : undefined;
  });
  const incidents = counted.flatMap(({ id, times }): MeasuredIncident[] => {
    const time = times[measure];
    return typeof time === 'string' ? [] : [{ id, ...time }];
  });
  const sorted = incidents.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const quartiles = findQuartiles(sorted);
  return {
    measure,
    basis,
    incidents,
    ...(quartiles ? { quartiles } : {}),
    approximate: incidents.filter(({ approximate }) => approximate).length,
  };
}

function findQuartiles(sorted: number[]): Quartiles | undefined {
  if (sorted.length < MIN_FOR_QUARTILES) return undefined;
  const at = (share: number) => quantileSorted(sorted, share) ?? Number.NaN;
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
