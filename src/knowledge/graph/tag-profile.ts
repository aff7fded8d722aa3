/** What a recurring issue brings with it: the services it hits, what answers it, and the issues that come along. */
import type { LessonEntry, PostmortemEntry, ServiceEntry, TagEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { findRecurrence, type Recurrence } from './recurrence.ts';
import type { ActionItem } from './relearned-lessons.ts';

export interface TagProfile {
  readonly recurrence: Recurrence;
  /** The services of its cases, the most often hit first. */
  readonly services: readonly {
    readonly service: ServiceEntry;
    readonly cases: readonly PostmortemEntry[];
  }[];
  /** The lessons that answer it. */
  readonly lessons: readonly LessonEntry[];
  /** Actions of its cases that are not known to be done or dropped. */
  readonly openActions: readonly { readonly postmortem: PostmortemEntry; readonly action: ActionItem }[];
  /** The tags of its cases, the one that comes along most often first. */
  readonly relatedTags: readonly { readonly tag: TagEntry; readonly cases: readonly PostmortemEntry[] }[];
}

export function createTagProfile(knowledge: Knowledge, tag: string): TagProfile {
  const recurrence = findRecurrence(knowledge, tag);
  const { cases } = recurrence;
  const services = groupCasesBy(cases, ({ data }) => data.services);
  const tags = groupCasesBy(cases, ({ data }) => data.tags.filter((other) => other !== tag));
  return {
    recurrence,
    services: services.map(([id, hit]) => ({ service: knowledge.get('service', id), cases: hit })),
    lessons: knowledge.findEntriesLinkingTo({ kind: 'tag', id: tag }, 'lesson', ['answers']),
    openActions: cases.flatMap((postmortem) =>
      postmortem.data.actions
        .filter(({ status }) => status !== 'done' && status !== 'dropped')
        .map((action) => ({ postmortem, action })),
    ),
    relatedTags: tags.map(([id, shared]) => ({ tag: knowledge.get('tag', id), cases: shared })),
  };
}

function groupCasesBy(
  cases: readonly PostmortemEntry[],
  idsOf: (postmortem: PostmortemEntry) => readonly string[],
): [string, PostmortemEntry[]][] {
  const found = new Map<string, PostmortemEntry[]>();
  for (const postmortem of cases) {
    for (const id of new Set(idsOf(postmortem))) found.set(id, [...(found.get(id) ?? []), postmortem]);
  }
  return [...found].sort(([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1));
}
