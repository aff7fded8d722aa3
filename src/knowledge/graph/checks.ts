/** The checks of all lessons for one moment of an activity. */

import type { CheckData } from '../schema/lesson.ts';
import type { LessonEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

export interface CheckOfLesson extends CheckData {
  readonly lesson: LessonEntry;
}

export function checksOf(knowledge: Knowledge, activity: string, pausePoint: string): CheckOfLesson[] {
  return knowledge
    .linking({ kind: 'activity', id: activity }, 'lesson', ['checked-in'])
    .flatMap((lesson) => lesson.data.checks.map((check) => ({ ...check, lesson })))
    .filter((check) => check.activity === activity && check.pausePoint === pausePoint);
}
