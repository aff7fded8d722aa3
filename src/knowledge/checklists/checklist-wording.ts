/** Parts of checklists in words, the same on the page, on paper and in every export. */
import type { Checklist, EvidenceRef, FailedAttempt } from './checklist.ts';

/** "GNOME 2009-12 · Rafflecopter 2015-03, relearned · Oma, note". */
export function describeEvidence(evidence: readonly EvidenceRef[]): string {
  return evidence.map(describeEvidenceRef).join(' · ');
}

function describeEvidenceRef({ label, relation }: EvidenceRef): string {
  return relation === 'relearned' || relation === 'confirmed' ? `${label}, ${relation}` : label;
}

const WORKED_LABELS: Record<FailedAttempt['worked'], string> = {
  harmful: 'Made it worse',
  no: 'Did not help',
  partly: 'Helped only in part',
};

/** "Made it worse: The API was restarted … (The Manager 2018-03)". */
export function describeAttempt({ worked, text, evidence }: FailedAttempt): string {
  return `${WORKED_LABELS[worked]}: ${text} (${evidence.label})`;
}

/** "Evidence up to 10 March 2018", or that none is dated. */
export function describeRevision({ revised }: Pick<Checklist, 'revised'>): string {
  return revised ? `Revision: evidence up to ${revised}` : 'Revision: evidence not dated';
}

/** The warning of a list whose review date has passed; empty where there is none. */
export function describeOverdue({ reviewBy }: Pick<Checklist, 'reviewBy'>): string {
  return reviewBy?.overdue
    ? `PAST ITS REVIEW DATE, ${reviewBy.date}: make sure that it is still right before you rely on it.`
    : '';
}

/** Where a list without items of evidence comes from: "From: App maintenance crash course (Oma, note)". */
export function describeSources({ sources }: Pick<Checklist, 'sources'>): string {
  return sources.length > 0
    ? `From: ${sources.map(({ title, label }) => `${title} (${label})`).join(' · ')}`
    : '';
}
