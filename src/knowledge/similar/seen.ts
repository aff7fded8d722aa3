/** For one postmortem: where the same was seen before, and where it was seen again, each with its reasons. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { type Knowledge, startOf } from '../graph/knowledge.ts';
import { compareTimes } from '../schema/edtf.ts';
import type { Similarity, Suggestion } from './similar.ts';

/** A reason that authors wrote: one names the other, or both name the same lesson or tag. */
export type StatedReason =
  | { readonly reason: 'named' }
  | { readonly reason: 'lesson'; readonly lesson: string }
  | { readonly reason: 'tag'; readonly tag: string };

/** Stated or suggested, never both: what an author stated needs no suggestion. */
export type SeenRelation =
  | {
      readonly postmortem: PostmortemEntry;
      readonly by: 'authors';
      readonly reasons: readonly StatedReason[];
    }
  | {
      readonly postmortem: PostmortemEntry;
      readonly by: 'likeness';
      readonly reasons: readonly Suggestion[];
    };

export interface Seen {
  readonly before: readonly SeenRelation[];
  readonly again: readonly SeenRelation[];
  /** Related, but nobody recorded which came first. */
  readonly undated: readonly SeenRelation[];
}

/** More suggestions are not read. */
const MOST_SUGGESTED = 5;

/** Stated relations first, the one with the most reasons first; then the likeliest of the suggested ones. */
export function seenOf(knowledge: Knowledge, similarity: Similarity, postmortem: PostmortemEntry): Seen {
  const stated = statedRelations(knowledge, postmortem);
  const isStated = new Set(stated.map((relation) => relation.postmortem));
  const suggested = similarity
    .to(postmortem)
    .filter((relation) => !isStated.has(relation.postmortem))
    .slice(0, MOST_SUGGESTED)
    .map((relation) => ({
      postmortem: relation.postmortem,
      by: 'likeness' as const,
      reasons: relation.suggestions,
    }));
  const groups = { before: [] as SeenRelation[], again: [] as SeenRelation[], undated: [] as SeenRelation[] };
  for (const relation of [...stated, ...suggested]) {
    const order = compareTimes(startOf(relation.postmortem), startOf(postmortem)) ?? 0;
    groups[order < 0 ? 'before' : order > 0 ? 'again' : 'undated'].push(relation);
  }
  return groups;
}

function statedRelations(
  knowledge: Knowledge,
  postmortem: PostmortemEntry,
): Extract<SeenRelation, { by: 'authors' }>[] {
  const found = new Map<PostmortemEntry, StatedReason[]>();
  const add = (others: readonly PostmortemEntry[], reason: StatedReason) => {
    for (const other of others) {
      if (other !== postmortem) found.set(other, [...(found.get(other) ?? []), reason]);
    }
  };
  add(namedWith(knowledge, postmortem), { reason: 'named' });
  const { learned, confirmed } = postmortem.data.lessons;
  for (const lesson of new Set([...learned, ...confirmed])) {
    const others = knowledge.linking({ kind: 'lesson', id: lesson }, 'postmortem', ['learned', 'confirmed']);
    add(others, { reason: 'lesson', lesson });
  }
  for (const tag of new Set(postmortem.data.tags)) {
    add(knowledge.linking({ kind: 'tag', id: tag }, 'postmortem', ['case-of']), { reason: 'tag', tag });
  }
  return [...found]
    .map(([other, reasons]) => ({ postmortem: other, by: 'authors' as const, reasons }))
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.postmortem.id < b.postmortem.id ? -1 : 1));
}

/** The postmortems that this one names in its body, or that name it in theirs. */
function namedWith(knowledge: Knowledge, postmortem: PostmortemEntry): PostmortemEntry[] {
  const naming = knowledge.linking(postmortem, 'postmortem', ['mentions']);
  const named = postmortem.links
    .filter(({ to, relation }) => relation === 'mentions' && to.kind === 'postmortem')
    .map(({ to }) => knowledge.get('postmortem', to.id));
  return [...new Set([...naming, ...named])];
}
