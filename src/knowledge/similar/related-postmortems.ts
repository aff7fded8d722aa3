/** Finds the postmortems related to one, before and after it, and those that only share a theme with it. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { compareTimes } from '../schema/time.ts';
import type {
  PostmortemSimilarity,
  SimilarityReason,
  SimilarPostmortem,
  Strength,
} from './similar-postmortems.ts';

/** `named`: the body of one names the other. */
export type RelatedReason = { readonly reason: 'named' } | SimilarityReason;

export interface RelatedPostmortem {
  readonly postmortem: PostmortemEntry;
  /** At least one. */
  readonly reasons: readonly RelatedReason[];
  readonly strength: Strength;
}

export interface RelatedPostmortems {
  readonly before: readonly RelatedPostmortem[];
  readonly again: readonly RelatedPostmortem[];
  /** It is not known which came first. */
  readonly undated: readonly RelatedPostmortem[];
  /** They share a theme, which is too little to call them related. */
  readonly themes: readonly RelatedPostmortem[];
}

/** Nobody reads more. */
const MAX_SHOWN = 5;

/** Returns those that name each other first, then the most similar. */
export function findRelatedPostmortems(
  knowledge: Knowledge,
  similarity: PostmortemSimilarity,
  postmortem: PostmortemEntry,
): RelatedPostmortems {
  const similar = similarity.findSimilar(postmortem);
  const named = findMentioned(knowledge, postmortem).map((other): RelatedPostmortem => {
    const reasons = similar.find((relation) => relation.postmortem === other)?.reasons ?? [];
    return { postmortem: other, reasons: [{ reason: 'named' }, ...reasons], strength: 'strong' };
  });
  const isNamed = new Set(named.map((relation) => relation.postmortem));
  const rest = similar.filter((relation) => !isNamed.has(relation.postmortem));
  const groups = {
    before: [] as RelatedPostmortem[],
    again: [] as RelatedPostmortem[],
    undated: [] as RelatedPostmortem[],
  };
  for (const relation of [
    ...named,
    ...rest.filter(({ strength }) => strength !== 'theme').slice(0, MAX_SHOWN),
  ]) {
    const order = compareTimes(getStartTime(relation.postmortem), getStartTime(postmortem)) ?? 0;
    groups[order < 0 ? 'before' : order > 0 ? 'again' : 'undated'].push(relation);
  }
  const themes = rest.filter(isTheme).slice(0, MAX_SHOWN);
  return { ...groups, themes };
}

/** Returns whether two have a theme in common that their authors named. Words alone are too little. */
function isTheme({ strength, reasons }: SimilarPostmortem): boolean {
  return strength === 'theme' && reasons.some(({ reason }) => reason !== 'text');
}

/** Returns the postmortems that this one names in its body, or that name it in theirs. */
function findMentioned(knowledge: Knowledge, postmortem: PostmortemEntry): PostmortemEntry[] {
  const naming = knowledge.findEntriesLinkingTo(postmortem, 'postmortem', ['mentions']);
  const named = postmortem.links
    .filter(({ to, relation }) => relation === 'mentions' && to.kind === 'postmortem')
    .map(({ to }) => knowledge.get('postmortem', to.id));
  return [...new Set([...naming, ...named])].filter((other) => other !== postmortem);
}
