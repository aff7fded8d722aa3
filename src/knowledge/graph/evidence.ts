/** Finds the evidence of a lesson: the postmortems that learned it, confirmed it or learned it again. */

import { findEarlierLearnings } from './decide-relearned.ts';
import type { PostmortemEntry } from './entries.ts';
import { compareNewestFirst, type Knowledge } from './knowledge.ts';
import { isSameOrganization } from './same-organization.ts';

export interface Evidence {
  readonly postmortem: PostmortemEntry;
  /** `relearned`: an earlier postmortem of the same organization had already taught or confirmed it. */
  readonly relation: 'learned' | 'confirmed' | 'relearned';
  /** For `relearned`: the postmortems of the same organization that had it before, oldest first. */
  readonly before: readonly PostmortemEntry[];
  /** For `learned` and `relearned`: those of other organizations that learned it too, oldest first. */
  readonly alsoHappened: readonly PostmortemEntry[];
}

/**
 * Returns the evidence oldest first. A postmortem that both learned and confirmed a lesson counts as one that learned
 * it.
 */
export function findEvidence(knowledge: Knowledge, lesson: string): Evidence[] {
  const ref = { kind: 'lesson', id: lesson } as const;
  const learned = new Set(knowledge.findEntriesLinkingTo(ref, 'postmortem', ['learned']));
  const oldestFirst = knowledge
    .findEntriesLinkingTo(ref, 'postmortem', ['learned', 'confirmed'])
    .sort((a, b) => compareNewestFirst(b, a));
  return oldestFirst.map((postmortem) => {
    if (!learned.has(postmortem)) return { postmortem, relation: 'confirmed', before: [], alsoHappened: [] };
    const before = findEarlierLearnings(postmortem, oldestFirst);
    const alsoHappened = oldestFirst.filter(
      (other) => learned.has(other) && !isSameOrganization(other, postmortem),
    );
    return { postmortem, relation: before.length > 0 ? 'relearned' : 'learned', before, alsoHappened };
  });
}
