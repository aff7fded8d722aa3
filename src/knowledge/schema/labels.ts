/** The words that people read for the values of closed lists. */
import type { Kind } from './kinds.ts';
import type { PostmortemData } from './postmortem.ts';

const SEVERITY_LABELS: Record<PostmortemData['severity'], string> = {
  sev1: 'SEV 1',
  sev2: 'SEV 2',
  sev3: 'SEV 3',
  sev4: 'SEV 4',
  unknown: 'Severity unknown',
};

/** The worst first, and last those whose severity is not known. */
export const SEVERITIES = Object.keys(SEVERITY_LABELS) as readonly PostmortemData['severity'][];

export function describeSeverity(severity: PostmortemData['severity']): string {
  return SEVERITY_LABELS[severity];
}

const WORKED_LABELS: Record<PostmortemData['mitigations'][number]['worked'], string> = {
  yes: 'Worked',
  partly: 'Worked in part',
  no: 'Did not help',
  harmful: 'Made it worse',
  unknown: 'Effect unknown',
};

export function describeWorked(worked: keyof typeof WORKED_LABELS): string {
  return WORKED_LABELS[worked];
}

/** Returns the outcome of an attempt. To wait is neither a success nor a failure. */
export function describeOutcome({
  action,
  worked,
}: Pick<PostmortemData['mitigations'][number], 'action' | 'worked'>): string {
  return action === 'wait' ? 'Waited' : describeWorked(worked);
}

const KIND_LABELS: Record<Kind, string> = {
  postmortem: 'Postmortem',
  note: 'Note',
  procedure: 'Procedure',
  lesson: 'Lesson',
  tag: 'Recurring issue',
  service: 'Service',
  // The page of an activity is its checklist.
  activity: 'Checklist',
  organization: 'Organization',
};

export function describeKind(kind: Kind): string {
  return KIND_LABELS[kind];
}

/** Returns the words for any other value: "Code deploy" for `code-deploy`. */
export function describeValue(value: string): string {
  const words = value.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns "1 case" or "3 cases". */
export function formatCount(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

const ORDINAL_RULES = new Intl.PluralRules('en', { type: 'ordinal' });
const ORDINAL_ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** Returns "1st", "2nd", "3rd", "4th", "11th". */
export function formatOrdinal(number: number): string {
  return `${number}${ORDINAL_ENDINGS[ORDINAL_RULES.select(number)] ?? 'th'}`;
}
