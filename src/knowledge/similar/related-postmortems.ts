/** Finds the postmortems related to one, before and after it, and those that only share a theme with it. */

import type { LessonEntry, PostmortemEntry, TagEntry } from '../graph/entries.ts';
import { compareNewestFirst, getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { compareTimes } from '../schema/time.ts';
import {
  getLessons,
  type PostmortemSimilarity,
  type SimilarityReason,
  type SimilarPostmortem,
  type Strength,
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
  /** There are more than these. */
  readonly hasMore: boolean;
}

/** Nobody reads more. */
const MAX_SHOWN = 5;
const MAX_NAMED = 10;
/**
 * Only so many of the most similar are examined: if that many have something in common, those that share only a theme
 * are of no use.
 */
const MAX_EXAMINED = 100;

/**
 * Returns those that name each other first, then the most similar. The cosines of texts are rounded to two decimals, as
 * pages show them: every new text changes the others a little.
 */
export function findRelatedPostmortems(
  knowledge: Knowledge,
  similarity: PostmortemSimilarity,
  postmortem: PostmortemEntry,
): RelatedPostmortems {
  const mentioned = findMentioned(knowledge, postmortem);
  const { related, themes } = takeStrongest(similarity, postmortem, new Set(mentioned));
  const named = keepNewest(mentioned, MAX_NAMED).map((other): RelatedPostmortem => ({
    postmortem: other,
    reasons: [{ reason: 'named' }, ...similarity.findReasons(postmortem, other)],
    strength: 'strong',
  }));
  const groups = {
    before: [] as RelatedPostmortem[],
    again: [] as RelatedPostmortem[],
    undated: [] as RelatedPostmortem[],
  };
  for (const relation of [...named, ...related.slice(0, MAX_SHOWN)]) {
    const order = compareTimes(getStartTime(relation.postmortem), getStartTime(postmortem)) ?? 0;
    groups[order < 0 ? 'before' : order > 0 ? 'again' : 'undated'].push(roundCosines(relation));
  }
  return {
    ...groups,
    themes: themes.slice(0, MAX_SHOWN).map(roundCosines),
    hasMore: related.length > MAX_SHOWN || themes.length > MAX_SHOWN || mentioned.length > MAX_NAMED,
  };
}

function roundCosines(relation: RelatedPostmortem): RelatedPostmortem {
  const reasons = relation.reasons.map((reason) =>
    reason.reason === 'text' ? { ...reason, cosine: Number(reason.cosine.toFixed(2)) } : reason,
  );
  return { ...relation, reasons };
}

/** Returns at most one more of each than is shown, so that it is known whether there are more. */
function takeStrongest(
  similarity: PostmortemSimilarity,
  postmortem: PostmortemEntry,
  except: ReadonlySet<PostmortemEntry>,
): { readonly related: SimilarPostmortem[]; readonly themes: SimilarPostmortem[] } {
  const [related, themes]: [SimilarPostmortem[], SimilarPostmortem[]] = [[], []];
  let examined = 0;
  for (const relation of similarity.rankSimilar(postmortem)) {
    if (examined++ >= MAX_EXAMINED) break;
    if (related.length > MAX_SHOWN && themes.length > MAX_SHOWN) break;
    if (except.has(relation.postmortem)) continue;
    if (relation.strength !== 'theme') related.push(relation);
    else if (isTheme(relation)) themes.push(relation);
  }
  return { related, themes };
}

/** Returns at most `count` of the given postmortems, in their order. */
function keepNewest(postmortems: readonly PostmortemEntry[], count: number): PostmortemEntry[] {
  const kept = new Set(postmortems.toSorted(compareNewestFirst).slice(0, count));
  return postmortems.filter((postmortem) => kept.has(postmortem));
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

/**
 * Returns the recurring issues and the lessons of a postmortem that others have, too, with the number of all their
 * postmortems: their pages list those that are too many for one page.
 */
export function listSharedNames(
  knowledge: Knowledge,
  postmortem: PostmortemEntry,
): { readonly entry: TagEntry | LessonEntry; readonly cases: number }[] {
  const tags = [...new Set(postmortem.data.tags)].map((id) => knowledge.get('tag', id));
  const lessons = [...getLessons(postmortem)].map((id) => knowledge.get('lesson', id));
  return [
    ...tags.map((entry) => ({ entry, relations: ['case-of'] as const })),
    ...lessons.map((entry) => ({ entry, relations: ['learned', 'confirmed'] as const })),
  ]
    .map(({ entry, relations }) => ({
      entry,
      cases: knowledge.findEntriesLinkingTo(entry, 'postmortem', relations).length,
    }))
    .filter(({ cases }) => cases > 1);
}
