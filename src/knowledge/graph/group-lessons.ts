/** Groups lessons by what people do when they need them. */
import type { ActivityEntry, LessonEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

export interface LessonGroup {
  /** The activity that has most of a lesson's checks; absent for lessons without a check. */
  readonly activity?: ActivityEntry;
  readonly lessons: readonly LessonEntry[];
}

/** Returns the groups in the order of the activities, each lesson once. The order of lessons is kept. */
export function groupByActivity(knowledge: Knowledge, lessons: readonly LessonEntry[]): LessonGroup[] {
  const groups = Map.groupBy(lessons, findActivity);
  return [...knowledge.all('activity'), undefined].flatMap((activity) => {
    const own = groups.get(activity?.id) ?? [];
    return own.length > 0 ? [{ ...(activity && { activity }), lessons: own }] : [];
  });
}

/** Of activities with equally many checks, the one of the lesson's first check. */
function findActivity({ data }: LessonEntry): string | undefined {
  const counts = Map.groupBy(data.checks, ({ activity }) => activity);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
