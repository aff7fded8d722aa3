/** Chooses the entries of the knowledge base that the guide shows as examples. */

import { measureCompleteness } from '../check/completeness.ts';
import type { Checklist, Item } from '../checklists/checklist.ts';
import type { LessonEntry, PostmortemEntry } from '../graph/entries.ts';
import { findEvidence } from '../graph/evidence.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import type { CheckData } from '../schema/lesson.ts';

/** Returns the most complete postmortem; of several, the newest. */
export function findExamplePostmortem(knowledge: Knowledge): PostmortemEntry | undefined {
  const complete = (entry: PostmortemEntry) => measureCompleteness(entry.data).percent;
  return knowledge.all('postmortem').toSorted((a, b) => complete(b) - complete(a))[0];
}

export interface ExampleLesson {
  readonly lesson: LessonEntry;
  readonly check: CheckData;
  readonly item: Item;
  readonly list: Checklist;
}

/**
 * Returns the lesson with the most evidence that has an item on the checklist of an activity.
 *
 * @param lists the checklists of activities
 */
export function findExampleLesson(
  knowledge: Knowledge,
  lists: readonly Checklist[],
): ExampleLesson | undefined {
  const lessons = knowledge
    .all('lesson')
    .toSorted((a, b) => findEvidence(knowledge, b.id).length - findEvidence(knowledge, a.id).length);
  for (const lesson of lessons) {
    for (const check of lesson.data.checks) {
      const list = lists.find(({ id }) => id === check.activity);
      const items = list?.blocks.flatMap((block) => block.items) ?? [];
      const item = items.find(({ text, expect }) => text === check.text && expect === check.expect);
      if (list && item) return { lesson, check, item, list };
    }
  }
  return undefined;
}
