/** Places periods side by side, and labels as many of them as have room. */
import type { Element } from 'hast';
import type { Period } from '../knowledge/insights/periods.ts';
import { element, percent } from './chart-element.ts';

/** The least and the usual width of a chart in pixels: that of a phone of 320 px, and of a tablet. */
const NARROW = 270;
const WIDE = 600;
const LABEL_WIDTH = 38;
/** Hides what has no room on a phone. */
const WIDE_ONLY = 'wide-only';

export interface PeriodAxis {
  /** From 0 to 1. */
  getMiddle(index: number): number;
  /** The share of the width that a mark may take. */
  readonly width: number;
  drawLabels(y: number): Element[];
}

export function createPeriodAxis(periods: readonly Period[]): PeriodAxis {
  const slot = 1 / Math.max(1, periods.length);
  const getMiddle = (index: number) => (index + 0.5) * slot;
  const years = periods.flatMap((period, index) => (period.startsYear ? { ...period, index } : []));
  // The label of a year is under the middle of its periods.
  const perYear = periods.length / Math.max(1, years.length);
  const narrowStep = findStep(years.length, NARROW);
  const wideStep = findStep(years.length, WIDE);
  return {
    getMiddle,
    width: Math.min(slot * 0.84, 0.08),
    drawLabels: (y) =>
      years.flatMap(({ year, index }, at) => {
        if (at % wideStep !== 0) return [];
        const className = at % narrowStep === 0 ? 'axis' : `axis ${WIDE_ONLY}`;
        const x = percent((index + perYear / 2) * slot);
        return element('text', { class: className, x, y }, String(year));
      }),
  };
}

/** Steps divide each other, so that what is shown on a phone is shown everywhere. */
function findStep(years: number, width: number): number {
  const steps = [1, 2, 4, 8, 16, 32];
  return steps.find((step) => (years / step) * LABEL_WIDTH <= width) ?? 32;
}

/** Returns the class of a number in each period: none if all have room on a phone. */
export function getNumberClass(periods: number, most: number): string | undefined {
  const width = periods * (String(most).length * 7 + 3);
  if (width <= NARROW) return 'number middle';
  return width <= WIDE ? `number middle ${WIDE_ONLY}` : undefined;
}
