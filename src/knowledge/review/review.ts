/**
 * What those who review a pull request should know beside what the check says: where the same was seen before,
 * which lessons were learned again, and which ones a similar incident has taught already.
 */

import type { Report } from '../check/report.ts';
import { entriesOf, type PostmortemEntry } from '../graph/entries.ts';
import { Knowledge } from '../graph/knowledge.ts';
import { describeInterval } from '../graph/recurrence.ts';
import { relearningsOf } from '../graph/relearned.ts';
import type { SiteData } from '../schema/site.ts';
import { Similarity, type SuggestedRelation, type Suggestion } from '../similar/similar.ts';
import type { Content, ContentFile } from '../source/content.ts';
import type { DocumentFile } from '../source/document-file.ts';
import { duplicatesOf } from './duplicates.ts';
import { partialPostmortem } from './partial-postmortem.ts';
import { soundPart } from './sound-content.ts';

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface ReviewedPostmortem extends Named {
  readonly path: string;
  /** Those that perhaps tell of the same incident, each with why it seems so; they are not among the similar ones. */
  readonly duplicates: readonly (Named & { readonly reasons: readonly string[] })[];
  /** The most related first, each with why it seems so. */
  readonly similar: readonly (Named & { readonly reasons: readonly string[] })[];
  /** Lessons that earlier postmortems had taught already. */
  readonly relearned: readonly (Named & { readonly after: string; readonly before: readonly Named[] })[];
  /** Lessons of the similar ones that this one does not name. */
  readonly offered: readonly (Named & { readonly from: readonly string[] })[];
}

export interface Review {
  readonly report: Report;
  readonly postmortems: readonly ReviewedPostmortem[];
}

const MOST_DUPLICATES = 5;
const MOST_SIMILAR = 3;
const MOST_OFFERED = 5;

/** @param files those that were judged; the postmortems among them are compared with all others */
export function reviewOf(content: Content, files: readonly ContentFile[], report: Report): Review {
  const knowledge = knowledgeOf(content);
  const similarity = new Similarity(knowledge);
  const postmortems = files.flatMap((file) => {
    if (file.type !== 'document' || file.kind !== 'postmortem') return [];
    const entry = knowledge.find({ kind: 'postmortem', id: file.id });
    return entry ? [reviewPostmortem(knowledge, similarity, entry)] : [];
  });
  return { report, postmortems };
}

/** Everything that can be understood: what the check refuses is left out. */
export function knowledgeOf(content: Content): Knowledge {
  const sound = soundPart(content);
  const site = content.site?.validated.data ?? ({} as SiteData);
  return new Knowledge(entriesOf(sound), site, sound.redirects);
}

/** A postmortem that need not pass the check: what cannot be understood of it is left out. */
export function reviewFile(content: Content, file: DocumentFile<'postmortem'>): ReviewedPostmortem {
  const sound = knowledgeOf(content);
  const entry = sound.find({ kind: 'postmortem', id: file.id });
  if (entry) return reviewPostmortem(sound, new Similarity(sound), entry);
  const partial = partialPostmortem(file, content);
  const knowledge = sound.with(partial);
  return reviewPostmortem(knowledge, new Similarity(knowledge), partial);
}

export function reviewPostmortem(
  knowledge: Knowledge,
  similarity: Similarity,
  postmortem: PostmortemEntry,
): ReviewedPostmortem {
  const all = similarity.to(postmortem);
  const duplicates = duplicatesOf(knowledge, all, postmortem);
  const isDuplicate = new Set(duplicates.map((duplicate) => duplicate.postmortem));
  const related = all.filter((relation) => !isDuplicate.has(relation.postmortem)).slice(0, MOST_SIMILAR);
  const { learned } = postmortem.data.lessons;
  return {
    ...named(postmortem),
    path: postmortem.path,
    duplicates: duplicates.slice(0, MOST_DUPLICATES).map(({ postmortem: other, reasons }) => ({
      ...named(other),
      reasons,
    })),
    similar: related.map(({ postmortem: other, suggestions }) => ({
      ...named(other),
      reasons: describeReasons(suggestions),
    })),
    relearned: [...new Set(learned)].flatMap((id) => relearnedIn(knowledge, id, postmortem)),
    offered: offeredBy(knowledge, related, postmortem),
  };
}

function named({ id, data }: PostmortemEntry): Named {
  return { id, title: data.title };
}

/** One line for each kind of reason. */
export function describeReasons(suggestions: readonly Suggestion[]): string[] {
  const ids = (reason: 'lesson' | 'tag') =>
    suggestions.flatMap((suggestion) => {
      if (suggestion.reason !== reason) return [];
      return [codeOf(suggestion.reason === 'lesson' ? suggestion.lesson : suggestion.tag)];
    });
  const grouped = [
    ['lesson', ids('lesson')],
    ['issue', ids('tag')],
  ] as const;
  return [
    ...suggestions.flatMap((suggestion) =>
      suggestion.reason === 'signal' ? [`the same signal ${codeOf(suggestion.signal)}`] : [],
    ),
    ...grouped.flatMap(([noun, list]) =>
      list.length > 0 ? [`the same ${list.length > 1 ? `${noun}s` : noun}: ${list.join(', ')}`] : [],
    ),
    ...suggestions.flatMap(describeOther),
  ];
}

function describeOther(suggestion: Suggestion): string[] {
  if (suggestion.reason === 'factor') {
    return [`a factor of the same kind: ${suggestion.category} of ${codeOf(suggestion.service)}`];
  }
  if (suggestion.reason !== 'text') return [];
  const { mechanisms, shared } = suggestion;
  return [
    ...(mechanisms.length > 0 ? [`the same kind of trouble: ${mechanisms.join(', ')}`] : []),
    ...(shared.length > 0 ? [`the same words: ${shared.map(codeOf).join(', ')}`] : []),
  ];
}

function codeOf(text: string): string {
  return `\`${text}\``;
}

function relearnedIn(
  knowledge: Knowledge,
  id: string,
  postmortem: PostmortemEntry,
): ReviewedPostmortem['relearned'] {
  const lesson = knowledge.find({ kind: 'lesson', id });
  const again = relearningsOf(knowledge, id).find((relearning) => relearning.postmortem === postmortem);
  if (!lesson || !again) return [];
  const after = describeInterval(again.interval);
  return [{ id, title: lesson.data.statement, after, before: again.before.map(named) }];
}

function offeredBy(
  knowledge: Knowledge,
  related: readonly SuggestedRelation[],
  { data: { lessons } }: PostmortemEntry,
): ReviewedPostmortem['offered'] {
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
    .slice(0, MOST_OFFERED);
}
