/** The orders in which a reader can put the rows of a list. */
import { SEVERITIES } from '../schema/labels.ts';
import type { PostmortemData } from '../schema/postmortem.ts';

export interface ListOrder {
  /** The name of the rows' value, the greatest first; `title` is by name, and empty is as on the page. */
  readonly key: '' | 'title' | 'lasted' | 'severity' | 'latest' | 'checks' | 'postmortems' | 'procedures';
  readonly title: string;
}

/** Returns a number that is greater for a worse severity, and none for an unknown one. */
export function rankSeverity(severity: PostmortemData['severity']): number | undefined {
  return severity === 'unknown' ? undefined : SEVERITIES.length - SEVERITIES.indexOf(severity);
}
