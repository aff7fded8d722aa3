/** The labels and sentences that a checklist prints, the same on the page, on paper and in every export. */
import { describeWorked, formatCount } from '../schema/labels.ts';
import { describeDestructiveSteps, describeOutline } from '../schema/procedure-marks.ts';
import { type Block, type Checklist, type EvidenceRef, type FailedAttempt, listItems } from './checklist.ts';

export const SIGNALS_HEADING = 'Use it when you see';
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

/** Returns text such as "GNOME 2009-12 · Rafflecopter 2015-03, relearned · Oma, note". */
export function describeEvidence(evidence: readonly EvidenceRef[]): string {
  return evidence.map(describeEvidenceRef).join(' · ');
}

function describeEvidenceRef({ label, relation }: EvidenceRef): string {
  return relation === 'relearned' || relation === 'confirmed' ? `${label}, ${relation}` : label;
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

/** Returns "2 more items did not fit", or an empty text if nothing was cut. */
export function describeCutItems({ cut }: Pick<Block, 'cut'>): string {
  return cut.length > 0 ? `${formatCount(cut.length, 'more item')} did not fit` : '';
}

/** Returns the same for places that can only point to the web page. */
export function describeCutItemsWithPointer(block: Pick<Block, 'cut'>): string {
  return block.cut.length > 0 ? `${describeCutItems(block)}. See the web page.` : '';
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
