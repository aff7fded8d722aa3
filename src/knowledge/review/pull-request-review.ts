/**
 * Reviews the postmortems of a pull request: adds to the problems that the check reports which incidents are similar,
 * which lessons were learned again, and which lessons of similar incidents may apply.
 */

import type { CheckReport } from '../check/check-report.ts';
import { createDocumentEntry, createTitleFinder, type PostmortemEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { describeInterval } from '../graph/recurrence.ts';
import { findRelearnings } from '../graph/relearned-lessons.ts';
import { extractValidDocument } from '../graph/valid/valid-document.ts';
import { createValidKnowledge } from '../graph/valid/valid-knowledge.ts';
import {
  getLessons,
  PostmortemSimilarity,
  type SimilarityReason,
  type SimilarPostmortem,
} from '../similar/similar-postmortems.ts';
import { type Content, type ContentFile, isDocumentOf } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { findDuplicates } from './duplicates.ts';

export interface EntrySummary {
  readonly id: string;
  /** With inline Markdown. */
  readonly title: string;
}

export interface PostmortemReview extends EntrySummary {
  readonly path: string;
  /** Postmortems that may describe the same incident. They are not in `similar`. */
  readonly duplicates: readonly (EntrySummary & { readonly reasons: readonly string[] })[];
  /** The most similar first. */
  readonly similar: readonly (EntrySummary & { readonly reasons: readonly string[] })[];
  /** Lessons that earlier postmortems taught. */
  readonly relearned: readonly (EntrySummary & {
    readonly after: string;
    readonly before: readonly EntrySummary[];
  })[];
  /** Lessons of similar postmortems that are missing here. */
  readonly offered: readonly (EntrySummary & { readonly from: readonly string[] })[];
}

export interface Review {
  readonly report: CheckReport;
  /** The branch with which the change was compared, if the command got its name. */
  readonly base?: string | undefined;
  /** True if the change edits a file that decides what the check reports. */
  readonly changesSettings?: boolean | undefined;
  readonly postmortems: readonly PostmortemReview[];
}

const MAX_DUPLICATES = 5;
const MAX_SIMILAR = 3;
const MAX_OFFERED = 5;

/** @param files the files to review: the postmortems among them are compared with all others */
export function createReview(content: Content, files: readonly ContentFile[], report: CheckReport): Review {
  const knowledge = createValidKnowledge(content);
  const similarity = new PostmortemSimilarity(knowledge);
  const postmortems = files.flatMap((file) => {
    if (!isDocumentOf(file, 'postmortem')) return [];
    const entry = knowledge.find({ kind: 'postmortem', id: file.id });
    return entry ? [reviewPostmortem(knowledge, similarity, entry)] : [];
  });
  return { report, postmortems };
}

/**
 * Reviews a postmortem that may have errors, as far as it is valid.
 *
 * @param valid the knowledge base of `createValidKnowledge`
 */
export function reviewFile(
  content: Content,
  file: DocumentFile<'postmortem'>,
  valid = createValidKnowledge(content),
): PostmortemReview {
  const entry = valid.find({ kind: 'postmortem', id: file.id });
  if (entry) return reviewPostmortem(valid, new PostmortemSimilarity(valid), entry);
  const partial = createDocumentEntry(extractValidDocument(file, [], 'unknown'), createTitleFinder(content));
  const knowledge = valid.withEntry(partial);
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
    similar: related.map(({ postmortem: other, reasons, strength }) => ({
      ...toEntrySummary(other),
      reasons: [
        ...describeReasons(reasons),
        ...(strength === 'theme' && reasons.some(({ reason }) => reason !== 'text')
          ? ['only a shared theme']
          : []),
      ],
    })),
    relearned: [...new Set(learned)].flatMap((id) => findRelearned(knowledge, id, postmortem)),
    offered: findOfferedLessons(knowledge, related, postmortem),
  };
}

function toEntrySummary({ id, data }: PostmortemEntry): EntrySummary {
  return { id, title: data.title };
}

/** Returns one line for each kind of reason. */
function describeReasons(reasons: readonly SimilarityReason[]): string[] {
  const lessons = reasons.flatMap((reason) => (reason.reason === 'lesson' ? [toCode(reason.lesson)] : []));
  const issues = reasons.flatMap((reason) => (reason.reason === 'tag' ? [toCode(reason.tag)] : []));
  return [
    ...reasons.flatMap((reason) =>
      reason.reason === 'signal' ? [`the same signal ${toCode(reason.signal)}`] : [],
    ),
    ...describeSharedIds('lesson', lessons),
    ...describeSharedIds('issue', issues),
    ...reasons.flatMap(describeOtherReason),
  ];
}

function describeSharedIds(noun: string, ids: readonly string[]): string[] {
  return ids.length > 0 ? [`the same ${ids.length > 1 ? `${noun}s` : noun}: ${ids.join(', ')}`] : [];
}

function describeOtherReason(reason: SimilarityReason): string[] {
  if (reason.reason === 'factor') {
    return [`a factor of the same kind: ${reason.category} of ${toCode(reason.service)}`];
  }
  if (reason.reason !== 'text') return [];
  const { mechanisms, mentioned, shared } = reason;
  return [
    ...(mechanisms.length > 0 ? [`both are about: ${mechanisms.join(', ')}`] : []),
    ...(mentioned.length > 0 ? [`both mention: ${mentioned.join(', ')}`] : []),
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
  const relearning = findRelearnings(knowledge, id).find((each) => each.postmortem === postmortem);
  if (!lesson || !relearning) return [];
  const after = describeInterval(relearning.interval);
  return [{ id, title: lesson.data.title, after, before: relearning.before.map(toEntrySummary) }];
}

function findOfferedLessons(
  knowledge: Knowledge,
  related: readonly SimilarPostmortem[],
  postmortem: PostmortemEntry,
): PostmortemReview['offered'] {
  const own = getLessons(postmortem);
  const from = new Map<string, string[]>();
  for (const { postmortem: other } of related) {
    for (const id of getLessons(other)) {
      if (!own.has(id)) from.set(id, [...(from.get(id) ?? []), other.id]);
    }
  }
  return [...from]
    .flatMap(([id, others]) => {
      const lesson = knowledge.find({ kind: 'lesson', id });
      return lesson ? [{ id, title: lesson.data.title, from: others }] : [];
    })
    .sort((a, b) => b.from.length - a.from.length)
    .slice(0, MAX_OFFERED);
}
