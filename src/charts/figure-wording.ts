/** The words and links that several figures share. */
import type { Periods } from '../knowledge/insights/periods.ts';
import { formatCount } from '../knowledge/schema/labels.ts';
import type { TableCell } from './figure.ts';

export function describePeriods({ why, approximate, unit }: Periods): string[] {
  return [
    ...(why ? [why] : []),
    ...(approximate > 0
      ? [
          `${formatCount(approximate, 'date')} ${approximate === 1 ? 'is' : 'are'} approximate, and ${approximate === 1 ? 'is' : 'are'} counted in the ${unit} as written.`,
        ]
      : []),
  ];
}

export function linkIfAny(text: string, ids: readonly string[], href: string): TableCell {
  return ids.length > 0 ? { text, href } : text;
}
