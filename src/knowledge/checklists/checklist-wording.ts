/** The labels and sentences that a checklist prints, the same on the page, on paper and in every export. */
import { describeWorked, formatCount } from '../schema/labels.ts';
import { describeDestructiveSteps, describeOutline } from '../schema/procedure-marks.ts';
import {
  type Block,
  type Checklist,
  type EvidenceRef,
  type FailedAttempt,
  type Item,
  listItems,
  type OmittedItem,
} from './checklist.ts';

export const SIGNALS_HEADING = 'Use it when you see';
/** The lines that people fill in on paper. */
export const FILL_IN_LINES = ['For', 'Name', 'Date', 'Start'];
export const TRIED_HEADING = 'Tried before without success';

export const MODE_NAMES: Record<Checklist['mode'], string> = {
  'do-confirm': 'DO-CONFIRM',
  'read-do': 'READ-DO',
  mixed: 'MIXED',
};

export const MODE_MEANINGS: Record<Checklist['mode'], string> = {
  'do-confirm': 'Do the work, then stop and confirm each line together.',
  'read-do': 'Read a step, do it, tick it, read the next.',
  mixed: 'Each block shows its own mode: DO-CONFIRM or READ-DO.',
};

/** Returns the title of a block, with its mode if the list mixes modes. */
export function formatBlockTitle({ title, mode }: Block, listMode: Checklist['mode']): string {
  return listMode === 'mixed' ? `${title} · ${MODE_NAMES[mode]}` : title;
}

/** Returns the text of an item, after the name of the organization that it is about. */
export function formatItemText({ text, organization }: Pick<Item, 'text' | 'organization'>): string {
  return organization ? `${organization.label}: ${text}` : text;
}

/** Returns "Organization: Oma", or how a list for all of them shows whose an item is. */
export function describeAudience(
  list: Pick<Checklist, 'organization' | 'includesOthers' | 'blocks'>,
): string {
  const { organization, includesOthers } = list;
  if (organization === undefined) {
    const isMixed = listItems(list).some((item) => item.organization);
    return isMixed
      ? 'Organization: all. If an item is for only one, it starts with its name.'
      : 'Organization: all';
  }
  return includesOthers
    ? `Organization: ${organization}. Items of others are included and start with “At”.`
    : `Organization: ${organization}`;
}

/** The relations of a check's own evidence, each with the words before the postmortems. */
const CHECK_EVIDENCE = [
  ['learned', 'Missing at'],
  ['relearned', 'Missing again at'],
  ['confirmed', 'Proved right at'],
] as const;
const LESSON_EVIDENCE = [
  ['learned', 'Lesson learned at'],
  ['relearned', 'Lesson learned again at'],
  ['confirmed', 'Lesson confirmed at'],
  ['taught', 'Lesson taught in'],
] as const;

export interface EvidenceGroup {
  /** "Missing at", "Lesson learned at". */
  readonly words: string;
  readonly evidence: readonly EvidenceRef[];
}

function groupEvidence(
  evidence: readonly EvidenceRef[],
  relations: readonly (readonly [EvidenceRef['relation'], string])[],
): EvidenceGroup[] {
  return relations
    .map(([relation, words]) => ({ words, evidence: evidence.filter((ref) => ref.relation === relation) }))
    .filter((group) => group.evidence.length > 0);
}

/** Groups the postmortems in which a check itself was missing or proved right. */
export function groupCheckEvidence({ evidence }: Pick<Item, 'evidence'>): EvidenceGroup[] {
  return groupEvidence(evidence, CHECK_EVIDENCE);
}

/** Groups the evidence of a lesson, which is not that of each of its checks. */
export function groupLessonEvidence({
  evidence,
}: Pick<Item['lessons'][number], 'evidence'>): EvidenceGroup[] {
  return groupEvidence(evidence, LESSON_EVIDENCE);
}

/**
 * Returns text such as "Missing at: GNOME 2009-12, Rafflecopter 2015-03 · Proved right at: The Manager 2018-03" or
 * "General practice: PagerDuty Incident Response". Empty if an item has no evidence of its own.
 */
export function describeItemEvidence(item: Pick<Item, 'evidence' | 'generalPractice'>): string {
  if (item.generalPractice) return `General practice: ${item.generalPractice.title}`;
  return groupCheckEvidence(item)
    .map(({ words, evidence }) => `${words}: ${evidence.map(({ label }) => label).join(', ')}`)
    .join(' · ');
}

/** Returns text such as "Made it worse: The API was restarted … (The Manager 2018-03)". */
export function describeAttempt({ worked, text, evidence }: FailedAttempt): string {
  return `${describeWorked(worked)}: ${text} (${evidence.label})`;
}

/** Returns the sentences that come before everything else on a list: that it is an outline, and its destructive steps. */
export function describeWarnings(list: Pick<Checklist, 'outline' | 'blocks'>): string[] {
  const destructive = listItems(list).flatMap(({ number, onlyIf }) =>
    onlyIf !== undefined && number ? [number] : [],
  );
  return [
    list.outline === undefined ? '' : describeOutline(list.outline),
    describeDestructiveSteps(destructive),
  ].filter((sentence) => sentence !== '');
}

export const OMITTED_HEADING = 'Not on this list';

/** Returns "3 checks are not on this list: see its page.", or an empty text if none is missing. */
export function describeOmittedCount({ omitted }: Pick<Checklist, 'omitted'>): string {
  if (omitted.length === 0) return '';
  return `${formatCount(omitted.length, 'check')} ${omitted.length === 1 ? 'is' : 'are'} not on this list: see its page.`;
}

/** Groups what is not on a list by the reason, in words. */
export function groupOmitted({
  omitted,
}: Pick<Checklist, 'omitted'>): { readonly why: string; readonly items: readonly OmittedItem[] }[] {
  return [...Map.groupBy(omitted, ({ why }) => why)].map(([why, items]) => ({ why, items }));
}

export function describeContinuation(page: number, total: number): string {
  return `Continues on page ${page} of ${total}`;
}

/** Returns a warning if the review date has passed, or an empty text. */
export function describeOverdue({ reviewBy }: Pick<Checklist, 'reviewBy'>): string {
  return reviewBy?.overdue
    ? `Past its review date, ${reviewBy.date}: check that it is still right before you rely on it.`
    : '';
}

/** Returns "From: App maintenance crash course (Oma, note)", or an empty text if the items name their own evidence. */
export function describeSources({ sources }: Pick<Checklist, 'sources'>): string {
  return sources.length > 0
    ? `From: ${sources.map(({ title, label }) => `${title} (${label})`).join(' · ')}`
    : '';
}

/** Returns "Version 1a2b3c4d · Newest evidence: 10 March 2018". */
export function describeVersion({ version, revised }: Pick<Checklist, 'version' | 'revised'>): string {
  return `Version ${version} · Newest evidence: ${revised ?? 'not dated'}`;
}

/** Returns "Owner: web team · Review by 1 March 2027". */
export function describeMaintenance({ owner, reviewBy }: Pick<Checklist, 'owner' | 'reviewBy'>): string {
  const review = reviewBy ? `Review by ${reviewBy.date}` : 'Review date: not set';
  return `Owner: ${owner ?? 'not set'} · ${review}`;
}
