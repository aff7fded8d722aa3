/** Finds the checks of all lessons at one pause point of an activity. */
import type { CheckData } from '../schema/lesson.ts';
import type { LessonEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

export interface LessonCheck extends CheckData {
  readonly lesson: LessonEntry;
}

export function findLessonChecks(knowledge: Knowledge, activity: string, pausePoint: string): LessonCheck[] {
  return knowledge
    .findEntriesLinkingTo({ kind: 'activity', id: activity }, 'lesson', ['checked-in'])
    .flatMap((lesson) => lesson.data.checks.map((check) => ({ ...check, lesson })))
    .filter((check) => check.activity === activity && check.pausePoint === pausePoint);
}
