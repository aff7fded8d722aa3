/** Finds the evidence of a lesson: the postmortems that learned it, confirmed it or learned it again. */
import { compareTimes } from '../schema/time.ts';
import type { PostmortemEntry } from './entries.ts';
import { compareNewestFirst, getStartTime, type Knowledge } from './knowledge.ts';

export interface Evidence {
  readonly postmortem: PostmortemEntry;
  /** `relearned`: an earlier postmortem had already taught or confirmed it. */
  readonly relation: 'learned' | 'confirmed' | 'relearned';
  /** For `relearned`: the postmortems that had it before, oldest first. */
  readonly before: readonly PostmortemEntry[];
}

/**
 * Returns the evidence oldest first. A postmortem that both learned and confirmed a lesson counts as one that learned
 * it. If it is uncertain which of two came first, neither counts as relearned.
 */
export function findEvidence(knowledge: Knowledge, lesson: string): Evidence[] {
  const ref = { kind: 'lesson', id: lesson } as const;
  const learned = new Set(knowledge.findEntriesLinkingTo(ref, 'postmortem', ['learned']));
  const oldestFirst = knowledge
    .findEntriesLinkingTo(ref, 'postmortem', ['learned', 'confirmed'])
    .sort((a, b) => compareNewestFirst(b, a));
  return oldestFirst.map((postmortem) => {
    const before = oldestFirst.filter((other) => isBefore(other, postmortem));
    if (!learned.has(postmortem)) return { postmortem, relation: 'confirmed', before: [] };
    return { postmortem, relation: before.length > 0 ? 'relearned' : 'learned', before };
  });
}

function isBefore(a: PostmortemEntry, b: PostmortemEntry): boolean {
  return a !== b && (compareTimes(getStartTime(a), getStartTime(b)) ?? 0) < 0;
}
