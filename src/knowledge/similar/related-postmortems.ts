/** For one postmortem: where the same was seen before, and where it was seen again, each with its reasons. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { compareTimes } from '../schema/time.ts';
import type { PostmortemSimilarity, SimilarityReason } from './similar-postmortems.ts';

/** A reason that authors wrote: one names the other, or both name the same lesson or tag. */
export type StatedReason =
  | { readonly reason: 'named' }
  | { readonly reason: 'lesson'; readonly lesson: string }
  | { readonly reason: 'tag'; readonly tag: string };

/** Stated or suggested, never both: what an author stated needs no suggestion. */
export type RelatedPostmortem =
  | {
      readonly postmortem: PostmortemEntry;
      readonly by: 'authors';
      readonly reasons: readonly StatedReason[];
    }
  | {
      readonly postmortem: PostmortemEntry;
      readonly by: 'likeness';
      readonly reasons: readonly SimilarityReason[];
    };

export interface RelatedPostmortems {
  readonly before: readonly RelatedPostmortem[];
  readonly again: readonly RelatedPostmortem[];
  /** Related, but nobody recorded which came first. */
  readonly undated: readonly RelatedPostmortem[];
}

/** More suggestions are not read. */
const MAX_SUGGESTED = 5;

/** Stated relations first, the one with the most reasons first; then the likeliest of the suggested ones. */
export function findRelatedPostmortems(
  knowledge: Knowledge,
  similarity: PostmortemSimilarity,
  postmortem: PostmortemEntry,
): RelatedPostmortems {
  const stated = findStatedRelations(knowledge, postmortem);
  const isStated = new Set(stated.map((relation) => relation.postmortem));
  const suggested = similarity
    .findSimilar(postmortem)
    .filter((relation) => !isStated.has(relation.postmortem))
    .slice(0, MAX_SUGGESTED)
    .map((relation) => ({
      postmortem: relation.postmortem,
      by: 'likeness' as const,
      reasons: relation.suggestions,
    }));
  const groups = {
    before: [] as RelatedPostmortem[],
    again: [] as RelatedPostmortem[],
    undated: [] as RelatedPostmortem[],
  };
  for (const relation of [...stated, ...suggested]) {
    const order = compareTimes(getStartTime(relation.postmortem), getStartTime(postmortem)) ?? 0;
    groups[order < 0 ? 'before' : order > 0 ? 'again' : 'undated'].push(relation);
  }
  return groups;
}

function findStatedRelations(
  knowledge: Knowledge,
  postmortem: PostmortemEntry,
): Extract<RelatedPostmortem, { by: 'authors' }>[] {
  const found = new Map<PostmortemEntry, StatedReason[]>();
  const add = (others: readonly PostmortemEntry[], reason: StatedReason) => {
    for (const other of others) {
      if (other !== postmortem) found.set(other, [...(found.get(other) ?? []), reason]);
    }
  };
  add(findMentioned(knowledge, postmortem), { reason: 'named' });
  const { learned, confirmed } = postmortem.data.lessons;
  for (const lesson of new Set([...learned, ...confirmed])) {
    const others = knowledge.findEntriesLinkingTo({ kind: 'lesson', id: lesson }, 'postmortem', [
      'learned',
      'confirmed',
    ]);
    add(others, { reason: 'lesson', lesson });
  }
  for (const tag of new Set(postmortem.data.tags)) {
    add(knowledge.findEntriesLinkingTo({ kind: 'tag', id: tag }, 'postmortem', ['case-of']), {
      reason: 'tag',
      tag,
    });
  }
  return [...found]
    .map(([other, reasons]) => ({ postmortem: other, by: 'authors' as const, reasons }))
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.postmortem.id < b.postmortem.id ? -1 : 1));
}

/** The postmortems that this one names in its body, or that name it in theirs. */
function findMentioned(knowledge: Knowledge, postmortem: PostmortemEntry): PostmortemEntry[] {
  const naming = knowledge.findEntriesLinkingTo(postmortem, 'postmortem', ['mentions']);
  const named = postmortem.links
    .filter(({ to, relation }) => relation === 'mentions' && to.kind === 'postmortem')
    .map(({ to }) => knowledge.get('postmortem', to.id));
  return [...new Set([...naming, ...named])];
}
