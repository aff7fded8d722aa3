/**
 * The order of the items at a pause point is the order of doing. Evidence never changes it: evidence only decides which
 * items stay if there are too many (Degani and Wiener, NASA CR-177549).
 */
import { type ChecklistMode, type EvidenceRef, MAX_ITEMS } from './checklist.ts';
import type { SourceCheck, SourcePausePoint, SourceText } from './checklist-source.ts';

/** Evidence with the date that tells how recent it is. */
export interface DatedEvidence extends SourceText {
  readonly relation: EvidenceRef['relation'];
}

/**
 * Sorts the checks of a pause point by their places there. Those without a place come last, by the id of their lesson.
 *
 * @param checks those of one lesson in its order
 */
export function sortByPlace<Candidate extends { readonly check: Pick<SourceCheck, 'lesson' | 'id'> }>(
  { checks: places }: Pick<SourcePausePoint, 'checks'>,
  checks: readonly Candidate[],
): Candidate[] {
  const getPlace = ({ check: { lesson, id } }: Candidate) => {
    const place = id ? places.indexOf(`${lesson}/${id}`) : -1;
    return place < 0 ? places.length : place;
  };
  return checks.toSorted((a, b) => getPlace(a) - getPlace(b) || compareText(a.check.lesson, b.check.lesson));
}

/**
 * Selects the items that stay at a pause point, in their order. A procedure keeps its first ones. Otherwise those with
 * the most postmortems of their own stay, then those that were relearned, then those with the newest postmortem.
 */
export function selectItems<Question extends { readonly evidence: readonly DatedEvidence[] }>(
  questions: readonly Question[],
  mode: ChecklistMode,
): { readonly kept: Question[]; readonly cut: Question[] } {
  const byEvidence = mode === 'read-do' ? questions : questions.toSorted(compareEvidence);
  const kept = new Set(byEvidence.slice(0, MAX_ITEMS));
  return {
    kept: questions.filter((question) => kept.has(question)),
    cut: questions.filter((question) => !kept.has(question)),
  };
}

type WithEvidence = { readonly evidence: readonly DatedEvidence[] };

function compareEvidence(a: WithEvidence, b: WithEvidence): number {
  return (
    b.evidence.length - a.evidence.length ||
    Number(isRelearned(b)) - Number(isRelearned(a)) ||
    compareText(findNewestDay(b), findNewestDay(a))
  );
}

function isRelearned({ evidence }: WithEvidence): boolean {
  return evidence.some(({ relation }) => relation === 'relearned');
}

function findNewestDay({ evidence }: WithEvidence): string {
  return evidence.reduce((newest, { date }) => (date && date.lastDay > newest ? date.lastDay : newest), '');
}

/** Compares by code unit, which is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const RELATION_ORDER: readonly EvidenceRef['relation'][] = ['taught', 'confirmed', 'learned', 'relearned'];

/** Merges the evidence of several checks: each text once, with its strongest relation, postmortems before notes. */
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
