/**
 * Sorts checks by how dangerous they are to skip: the most postmortems as evidence first, then those that were
 * relearned, then those with the newest postmortem. Ties are sorted by text, so that the order never depends on the
 * order of files.
 */
import type { EvidenceRef } from './checklist.ts';
import type { SourceText } from './checklist-source.ts';

/** Evidence with the date that tells how recent it is. */
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

function findNewestDay(item: OrderedItem): string {
  return getPostmortems(item).reduce(
    (newest, { date }) => (date && date.lastDay > newest ? date.lastDay : newest),
    '',
  );
}

/** Compares by code unit, which is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const RELATION_ORDER: readonly EvidenceRef['relation'][] = ['taught', 'confirmed', 'learned', 'relearned'];

/** Merges the evidence of several lessons: each postmortem and note once, with its strongest relation. */
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
