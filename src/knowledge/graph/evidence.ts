/** Finds the evidence of a lesson: the postmortems that learned it, confirmed it or learned it again. */

import { isEarlierLearning } from './decide-relearned.ts';
import type { PostmortemEntry } from './entries.ts';
import { compareNewestFirst, type Knowledge } from './knowledge.ts';
import { isSameOrganization } from './same-organization.ts';

export interface Evidence {
  readonly postmortem: PostmortemEntry;
  /** `relearned`: an earlier postmortem of the same organization had already taught or confirmed it. */
  readonly relation: 'learned' | 'confirmed' | 'relearned';
  /** For `relearned`: the latest postmortems of the same organization that had it before, oldest first. */
  readonly before: readonly PostmortemEntry[];
  /** For `learned` and `relearned`: the latest ones of other organizations that learned it too, oldest first. */
  readonly alsoHappened: readonly PostmortemEntry[];
  /** Another organization had learned it before, or it is not known which of them was first. */
  readonly happenedElsewhere: boolean;
}

/** Of hundreds of earlier cases, the latest ones say enough; with all of them, there would be a row for every pair. */
const MAX_CASES = 3;

const cachedEvidence = new WeakMap<Knowledge, Map<string, readonly Evidence[]>>();

/**
 * Returns the evidence oldest first. A postmortem that both learned and confirmed a lesson counts as one that learned
 * it. Found once for each lesson of a knowledge base.
 */
export function findEvidence(knowledge: Knowledge, lesson: string): readonly Evidence[] {
  const cache = cachedEvidence.get(knowledge) ?? new Map<string, readonly Evidence[]>();
  cachedEvidence.set(knowledge, cache);
  const evidence = cache.get(lesson) ?? collectEvidence(knowledge, lesson);
  cache.set(lesson, evidence);
  return evidence;
}

function collectEvidence(knowledge: Knowledge, lesson: string): Evidence[] {
  const ref = { kind: 'lesson', id: lesson } as const;
  const learned = new Set(knowledge.findEntriesLinkingTo(ref, 'postmortem', ['learned']));
  const oldestFirst = knowledge
    .findEntriesLinkingTo(ref, 'postmortem', ['learned', 'confirmed'])
    .sort((a, b) => compareNewestFirst(b, a));
  const learnedOldestFirst = oldestFirst.filter((postmortem) => learned.has(postmortem));
  const learnedBefore: Pick<PostmortemEntry, 'data'>[] = [];
  return oldestFirst.map((postmortem, index): Evidence => {
    if (!learned.has(postmortem)) {
      const nothing = { before: [], alsoHappened: [], happenedElsewhere: false };
      return { postmortem, relation: 'confirmed', ...nothing };
    }
    const isElsewhere = (other: Pick<PostmortemEntry, 'data'>) => !isSameOrganization(other, postmortem);
    const before = takeLatest(oldestFirst, index, (other) => isEarlierLearning(other, postmortem));
    const alsoHappened = takeLatest(
      learnedOldestFirst,
      learnedOldestFirst.length,
      (other) => other !== postmortem && isElsewhere(other),
    );
    const happenedElsewhere = learnedBefore.some(isElsewhere);
    // One of each organization is enough to find out.
    if (!learnedBefore.some((other) => isSameOrganization(other, postmortem))) learnedBefore.push(postmortem);
    return {
      postmortem,
      relation: before.length > 0 ? 'relearned' : 'learned',
      before,
      alsoHappened,
      happenedElsewhere,
    };
  });
}

/** Returns the last wanted ones before an index, in the given order. */
function takeLatest(
  oldestFirst: readonly PostmortemEntry[],
  end: number,
  isWanted: (postmortem: PostmortemEntry) => boolean,
): PostmortemEntry[] {
  const latest: PostmortemEntry[] = [];
  for (let at = end - 1; at >= 0 && latest.length < MAX_CASES; at--) {
    const postmortem = oldestFirst[at];
    if (postmortem && isWanted(postmortem)) latest.push(postmortem);
  }
  return latest.reverse();
}

/** The other postmortems with a lesson, as seen from one of them. */
export interface OtherEvidence {
  /** Of the same organization, certainly earlier. */
  readonly before: readonly PostmortemEntry[];
  /** Of other organizations, if this one learned it as well. */
  readonly alsoHappened: readonly PostmortemEntry[];
  /** All others that learned it, and that confirmed it. */
  readonly learned: readonly PostmortemEntry[];
  readonly confirmed: readonly PostmortemEntry[];
}

/** Divides all the evidence of a lesson, oldest first, except the postmortem itself. */
export function divideOtherEvidence(
  knowledge: Knowledge,
  lesson: string,
  postmortem: PostmortemEntry,
): OtherEvidence {
  const evidence = findEvidence(knowledge, lesson);
  const isLearner = evidence.some(
    (item) => item.postmortem.id === postmortem.id && item.relation !== 'confirmed',
  );
  const others = evidence.filter((item) => item.postmortem.id !== postmortem.id);
  const groups = Map.groupBy(others, (other): keyof OtherEvidence => {
    if (isLearner && isEarlierLearning(other.postmortem, postmortem)) return 'before';
    const kind = other.relation === 'confirmed' ? 'confirmed' : 'learned';
    const isElsewhere = kind === 'learned' && !isSameOrganization(other.postmortem, postmortem);
    return isLearner && isElsewhere ? 'alsoHappened' : kind;
  });
  const list = (group: keyof OtherEvidence) => (groups.get(group) ?? []).map((item) => item.postmortem);
  return {
    before: list('before'),
    alsoHappened: list('alsoHappened'),
    learned: list('learned'),
    confirmed: list('confirmed'),
  };
}
