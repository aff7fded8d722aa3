/** Puts times of incidents into words. */
import { describeSeconds } from '../schema/duration.ts';
import { formatCount } from '../schema/labels.ts';
import type { Measure } from './insight-record.ts';
import { type MeasuredIncident, MIN_FOR_QUARTILES, type SpreadOfTimes } from './spread-of-times.ts';

export const MEASURE_TITLES: Readonly<Record<Measure, string>> = {
  detect: 'Time to detect',
  mitigate: 'Time to mitigate',
  resolve: 'Time to resolve',
  duration: 'Duration',
};

/** The start and the end of each measure. */
export const MEASURE_MEANINGS: Readonly<Record<Measure, string>> = {
  detect: 'from its start to its detection',
  mitigate: 'from its start to the end of the impact on users',
  resolve: 'from its start until it was over',
  duration: 'as its author states it, or else from its start until it was over',
};

export function describeMeasuredTime({
  seconds,
  approximate,
}: Pick<MeasuredIncident, 'seconds' | 'approximate'>): string {
  const words = seconds === 0 ? 'less than 1 minute' : describeSeconds(seconds);
  return approximate ? `about ${words}` : words;
}

/** Returns "12 incidents: median 25 minutes, the middle half from 10 minutes to 2 hours.", or why there is none. */
export function describeQuartiles({ quartiles, incidents, approximate }: SpreadOfTimes): string {
  const about = approximate > 0 ? `, ${approximate} of them approximate` : '';
  const count = `${formatCount(incidents.length, 'incident')}${about}`;
  if (!quartiles) return `${count}: no median from fewer than ${MIN_FOR_QUARTILES}.`;
  const describe = (seconds: number) =>
    describeMeasuredTime({ seconds: roundQuantile(seconds), approximate: false });
  return `${count}: median ${describe(quartiles.median)}, the middle half from ${describe(quartiles.lower)} to ${describe(quartiles.upper)}.`;
}

/** A value between two incidents is no more precise than a minute, or an hour if it is more than two days. */
function roundQuantile(seconds: number): number {
  const unit = seconds >= 172_800 ? 3_600 : seconds >= 60 ? 60 : 1;
  return Math.round(seconds / unit) * unit;
}
