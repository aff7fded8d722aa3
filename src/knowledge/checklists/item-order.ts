/**
 * Which checks are the most dangerous to skip: those that most postmortems stand behind; among them the
 * ones that were learned again; among those the ones with the newest postmortem. The words decide the
 * rest, so that the order never depends on the order of files.
 */
import type { EvidenceRef } from './checklist.ts';
import type { SourceText } from './checklist-source.ts';

/** What stands behind a check, with the date that recency is judged by. */
export interface DatedEvidence extends SourceText {
  readonly relation: EvidenceRef['relation'];
}

interface OrderedItem {
  readonly text: string;
  readonly expect: string;
  readonly evidence: readonly DatedEvidence[];
}

export function compareItems(a: OrderedItem, b: OrderedItem): number {
  return (
    getPostmortems(b).length - getPostmortems(a).length ||
    Number(isRelearned(b)) - Number(isRelearned(a)) ||
    compareText(findNewestDay(b), findNewestDay(a)) ||
    compareText(a.text, b.text) ||
    compareText(a.expect, b.expect)
  );
}

function getPostmortems({ evidence }: OrderedItem): DatedEvidence[] {
  return evidence.filter(({ kind }) => kind === 'postmortem');
}

function isRelearned({ evidence }: OrderedItem): boolean {
  return evidence.some(({ relation }) => relation === 'relearned');
}

function findNewestDay(ranked: OrderedItem): string {
  return getPostmortems(ranked).reduce(
    (newest, { date }) => (date && date.lastDay > newest ? date.lastDay : newest),
    '',
  );
}

/** By code unit: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const RELATION_ORDER: readonly EvidenceRef['relation'][] = ['taught', 'confirmed', 'learned', 'relearned'];

/** The evidence of several lessons together, each postmortem and note once, with what weighs most of it. */
export function mergeEvidence(all: readonly (readonly DatedEvidence[])[]): DatedEvidence[] {
  const found = new Map<string, DatedEvidence>();
  for (const evidence of all.flat()) {
    const key = `${evidence.kind}:${evidence.id}`;
    const present = found.get(key);
    if (!present || RELATION_ORDER.indexOf(evidence.relation) > RELATION_ORDER.indexOf(present.relation)) {
      found.set(key, evidence);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(b.kind === 'postmortem') - Number(a.kind === 'postmortem') ||
      compareText(a.date?.lastDay ?? '9999', b.date?.lastDay ?? '9999') ||
      compareText(a.id, b.id),
  );
}
