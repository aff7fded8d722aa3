/** Finds the postmortems related to one, before and after it: related by their authors, or by similarity. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { compareTimes } from '../schema/time.ts';
import {
  isSharedName,
  type PostmortemSimilarity,
  type Resemblance,
  type SharedName,
} from './similar-postmortems.ts';

/** `named`: the body of one names the other. */
type StatedReason = { readonly reason: 'named' } | SharedName;

/** The reasons are of one kind: a relation that authors state needs no suggestion. */
export type RelatedPostmortem =
  | {
      readonly postmortem: PostmortemEntry;
      readonly by: 'authors';
      readonly reasons: readonly StatedReason[];
    }
  | {
      readonly postmortem: PostmortemEntry;
      readonly by: 'similarity';
      readonly reasons: readonly Resemblance[];
    };

export interface RelatedPostmortems {
  readonly before: readonly RelatedPostmortem[];
  readonly again: readonly RelatedPostmortem[];
  /** It is not known which came first. */
  readonly undated: readonly RelatedPostmortem[];
}

/** Nobody reads more suggestions. */
const MAX_SUGGESTED = 5;

/** Returns stated relations first, those with the most reasons first, then the most similar postmortems. */
export function findRelatedPostmortems(
  knowledge: Knowledge,
  similarity: PostmortemSimilarity,
  postmortem: PostmortemEntry,
): RelatedPostmortems {
  const stated = new Map<PostmortemEntry, StatedReason[]>(
    findMentioned(knowledge, postmortem).map((other) => [other, [{ reason: 'named' }]]),
  );
  const suggested: Extract<RelatedPostmortem, { by: 'similarity' }>[] = [];
  for (const { postmortem: other, reasons } of similarity.findSimilar(postmortem)) {
    const byAuthors = [...(stated.get(other) ?? []), ...reasons.filter(isSharedName)];
    if (byAuthors.length > 0) stated.set(other, byAuthors);
    else {
      const resemblances = reasons.filter((reason) => !isSharedName(reason));
      suggested.push({ postmortem: other, by: 'similarity', reasons: resemblances });
    }
  }
  const groups = {
    before: [] as RelatedPostmortem[],
    again: [] as RelatedPostmortem[],
    undated: [] as RelatedPostmortem[],
  };
  for (const relation of [...sortStated(stated), ...suggested.slice(0, MAX_SUGGESTED)]) {
    const order = compareTimes(getStartTime(relation.postmortem), getStartTime(postmortem)) ?? 0;
    groups[order < 0 ? 'before' : order > 0 ? 'again' : 'undated'].push(relation);
  }
  return groups;
}

function sortStated(stated: ReadonlyMap<PostmortemEntry, readonly StatedReason[]>): RelatedPostmortem[] {
  return [...stated]
    .map(([postmortem, reasons]) => ({ postmortem, by: 'authors' as const, reasons }))
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.postmortem.id < b.postmortem.id ? -1 : 1));
}

/** Returns the postmortems that this one names in its body, or that name it in theirs. */
function findMentioned(knowledge: Knowledge, postmortem: PostmortemEntry): PostmortemEntry[] {
  const naming = knowledge.findEntriesLinkingTo(postmortem, 'postmortem', ['mentions']);
  const named = postmortem.links
    .filter(({ to, relation }) => relation === 'mentions' && to.kind === 'postmortem')
    .map(({ to }) => knowledge.get('postmortem', to.id));
  return [...new Set([...naming, ...named])].filter((other) => other !== postmortem);
}
