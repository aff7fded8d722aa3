/** Collects what belongs to a recurring issue: its cases, affected services, lessons, open actions and related issues. */
import type { LessonEntry, PostmortemEntry, ServiceEntry, TagEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { findRecurrence, type Recurrence } from './recurrence.ts';
import type { ActionItem } from './relearned-lessons.ts';

/** An action of a case for a lesson that is neither done nor dropped. */
export interface OpenAction {
  readonly postmortem: PostmortemEntry;
  readonly action: ActionItem;
}

export interface TagProfile {
  readonly recurrence: Recurrence;
  /** The services of the factors that carry the tag, except generic ones; the most frequent first. */
  readonly services: readonly {
    readonly service: ServiceEntry;
    readonly cases: readonly PostmortemEntry[];
  }[];
  readonly lessons: readonly LessonEntry[];
  /** Actions of its cases for its lessons that are neither done nor dropped. */
  readonly openActions: readonly OpenAction[];
  /** The other tags of at least two of its cases, the most frequent first: one case in common is no pattern. */
  readonly relatedTags: readonly { readonly tag: TagEntry; readonly cases: readonly PostmortemEntry[] }[];
}

export function createTagProfile(knowledge: Knowledge, tag: string): TagProfile {
  const recurrence = findRecurrence(knowledge, tag);
  const { cases } = recurrence;
  const services = groupCasesBy(cases, ({ data }) =>
    data.factors.filter(({ tags }) => tags.includes(tag)).flatMap((factor) => factor.services),
  ).filter(([id]) => !knowledge.get('service', id).data.generic);
  const lessons = knowledge.findEntriesLinkingTo({ kind: 'tag', id: tag }, 'lesson', ['answers']);
  const lessonIds = new Set(lessons.map(({ id }) => id));
  const isForLesson = (action: ActionItem) => action.lessons.some((id) => lessonIds.has(id));
  const otherTags = groupCasesBy(cases, ({ data }) => data.tags.filter((other) => other !== tag));
  return {
    recurrence,
    services: services.map(([id, affected]) => ({ service: knowledge.get('service', id), cases: affected })),
    lessons,
    openActions: cases.flatMap((postmortem) =>
      postmortem.data.actions
        .filter((action) => action.status !== 'done' && action.status !== 'dropped' && isForLesson(action))
        .map((action) => ({ postmortem, action })),
    ),
    relatedTags: otherTags
      .filter(([, shared]) => shared.length > 1)
      .map(([id, shared]) => ({ tag: knowledge.get('tag', id), cases: shared })),
  };
}

function groupCasesBy(
  cases: readonly PostmortemEntry[],
  getIds: (postmortem: PostmortemEntry) => readonly string[],
): [string, PostmortemEntry[]][] {
  const groups = new Map<string, PostmortemEntry[]>();
  for (const postmortem of cases) {
    for (const id of new Set(getIds(postmortem))) {
      const group = groups.get(id);
      if (group) group.push(postmortem);
      else groups.set(id, [postmortem]);
    }
  }
  return [...groups].sort(([a, casesA], [b, casesB]) => casesB.length - casesA.length || (a < b ? -1 : 1));
}
