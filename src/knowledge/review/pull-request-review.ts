/**
 * What those who review a pull request should know beside what the check says: where the same was seen before,
 * which lessons were learned again, and which ones a similar incident has taught already.
 */

import type { CheckReport } from '../check/check-report.ts';
import { createEntries, type PostmortemEntry } from '../graph/entries.ts';
import { Knowledge } from '../graph/knowledge.ts';
import { describeInterval } from '../graph/recurrence.ts';
import { findRelearnings } from '../graph/relearned-lessons.ts';
import type { SiteData } from '../schema/site.ts';
import {
  PostmortemSimilarity,
  type SimilarityReason,
  type SimilarPostmortem,
} from '../similar/similar-postmortems.ts';
import type { Content, ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { findDuplicates } from './duplicates.ts';
import { readPartialPostmortem } from './partial-postmortem.ts';
import { withoutInvalidFiles } from './valid-content.ts';

export interface EntrySummary {
  readonly id: string;
  readonly title: string;
}

export interface PostmortemReview extends EntrySummary {
  readonly path: string;
  /** Those that perhaps tell of the same incident, each with why it seems so; they are not among the similar ones. */
  readonly duplicates: readonly (EntrySummary & { readonly reasons: readonly string[] })[];
  /** The most related first, each with why it seems so. */
  readonly similar: readonly (EntrySummary & { readonly reasons: readonly string[] })[];
  /** Lessons that earlier postmortems had taught already. */
  readonly relearned: readonly (EntrySummary & {
    readonly after: string;
    readonly before: readonly EntrySummary[];
  })[];
  /** Lessons of the similar ones that this one does not name. */
  readonly offered: readonly (EntrySummary & { readonly from: readonly string[] })[];
}

export interface Review {
  readonly report: CheckReport;
  readonly postmortems: readonly PostmortemReview[];
}

const MAX_DUPLICATES = 5;
const MAX_SIMILAR = 3;
const MAX_OFFERED = 5;

/** @param files those that were judged; the postmortems among them are compared with all others */
export function createReview(content: Content, files: readonly ContentFile[], report: CheckReport): Review {
  const knowledge = createValidKnowledge(content);
  const similarity = new PostmortemSimilarity(knowledge);
  const postmortems = files.flatMap((file) => {
    if (file.type !== 'document' || file.kind !== 'postmortem') return [];
    const entry = knowledge.find({ kind: 'postmortem', id: file.id });
    return entry ? [reviewPostmortem(knowledge, similarity, entry)] : [];
  });
  return { report, postmortems };
}

/** Everything that can be understood: what the check refuses is left out. */
export function createValidKnowledge(content: Content): Knowledge {
  const sound = withoutInvalidFiles(content);
  const site = content.site?.validated.data ?? ({} as SiteData);
  return new Knowledge(createEntries(sound), site, sound.redirects);
}

/** A postmortem that need not pass the check: what cannot be understood of it is left out. */
export function reviewFile(content: Content, file: DocumentFile<'postmortem'>): PostmortemReview {
  const sound = createValidKnowledge(content);
  const entry = sound.find({ kind: 'postmortem', id: file.id });
  if (entry) return reviewPostmortem(sound, new PostmortemSimilarity(sound), entry);
  const partial = readPartialPostmortem(file, content);
  const knowledge = sound.withEntry(partial);
  return reviewPostmortem(knowledge, new PostmortemSimilarity(knowledge), partial);
}

export function reviewPostmortem(
  knowledge: Knowledge,
  similarity: PostmortemSimilarity,
  postmortem: PostmortemEntry,
): PostmortemReview {
  const all = similarity.findSimilar(postmortem);
  const duplicates = findDuplicates(knowledge, all, postmortem);
  const isDuplicate = new Set(duplicates.map((duplicate) => duplicate.postmortem));
  const related = all.filter((relation) => !isDuplicate.has(relation.postmortem)).slice(0, MAX_SIMILAR);
  const { learned } = postmortem.data.lessons;
  return {
    ...toEntrySummary(postmortem),
    path: postmortem.path,
    duplicates: duplicates.slice(0, MAX_DUPLICATES).map(({ postmortem: other, reasons }) => ({
      ...toEntrySummary(other),
      reasons,
    })),
    similar: related.map(({ postmortem: other, suggestions }) => ({
      ...toEntrySummary(other),
      reasons: describeReasons(suggestions),
    })),
    relearned: [...new Set(learned)].flatMap((id) => findRelearned(knowledge, id, postmortem)),
    offered: findOfferedLessons(knowledge, related, postmortem),
  };
}

function toEntrySummary({ id, data }: PostmortemEntry): EntrySummary {
  return { id, title: data.title };
}

/** One line for each kind of reason. */
export function describeReasons(suggestions: readonly SimilarityReason[]): string[] {
  const ids = (reason: 'lesson' | 'tag') =>
    suggestions.flatMap((suggestion) => {
      if (suggestion.reason !== reason) return [];
      return [toCode(suggestion.reason === 'lesson' ? suggestion.lesson : suggestion.tag)];
    });
  const grouped = [
    ['lesson', ids('lesson')],
    ['issue', ids('tag')],
  ] as const;
  return [
    ...suggestions.flatMap((suggestion) =>
      suggestion.reason === 'signal' ? [`the same signal ${toCode(suggestion.signal)}`] : [],
    ),
    ...grouped.flatMap(([noun, list]) =>
      list.length > 0 ? [`the same ${list.length > 1 ? `${noun}s` : noun}: ${list.join(', ')}`] : [],
    ),
    ...suggestions.flatMap(describeOtherReason),
  ];
}

function describeOtherReason(suggestion: SimilarityReason): string[] {
  if (suggestion.reason === 'factor') {
    return [`a factor of the same kind: ${suggestion.category} of ${toCode(suggestion.service)}`];
  }
  if (suggestion.reason !== 'text') return [];
  const { mechanisms, shared } = suggestion;
  return [
    ...(mechanisms.length > 0 ? [`the same kind of trouble: ${mechanisms.join(', ')}`] : []),
    ...(shared.length > 0 ? [`the same words: ${shared.map(toCode).join(', ')}`] : []),
  ];
}

function toCode(text: string): string {
  return `\`${text}\``;
}

function findRelearned(
  knowledge: Knowledge,
  id: string,
  postmortem: PostmortemEntry,
): PostmortemReview['relearned'] {
  const lesson = knowledge.find({ kind: 'lesson', id });
  const again = findRelearnings(knowledge, id).find((relearning) => relearning.postmortem === postmortem);
  if (!lesson || !again) return [];
  const after = describeInterval(again.interval);
  return [{ id, title: lesson.data.statement, after, before: again.before.map(toEntrySummary) }];
}

function findOfferedLessons(
  knowledge: Knowledge,
  related: readonly SimilarPostmortem[],
  { data: { lessons } }: PostmortemEntry,
): PostmortemReview['offered'] {
  const own = new Set([...lessons.learned, ...lessons.confirmed]);
  const from = new Map<string, string[]>();
  for (const { postmortem: other } of related) {
    for (const id of new Set([...other.data.lessons.learned, ...other.data.lessons.confirmed])) {
      if (!own.has(id)) from.set(id, [...(from.get(id) ?? []), other.id]);
    }
  }
  return [...from]
    .flatMap(([id, others]) => {
      const lesson = knowledge.find({ kind: 'lesson', id });
      return lesson ? [{ id, title: lesson.data.statement, from: others }] : [];
    })
    .sort((a, b) => b.from.length - a.from.length)
    .slice(0, MAX_OFFERED);
}
