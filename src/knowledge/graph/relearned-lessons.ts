/**
 * Finds lessons that an organization learned again, after how long, and which of its open actions could have prevented
 * it.
 */
import { isOpen } from '../schema/action-status.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import { compareTimes, parseTime, type Time } from '../schema/time.ts';
import type { LessonEntry, PostmortemEntry } from './entries.ts';
import { type Evidence, findEvidence } from './evidence.ts';
import { compareNewestFirst, getStartTime, type Knowledge } from './knowledge.ts';
import { findInterval, type Interval } from './recurrence.ts';

export type ActionItem = PostmortemData['actions'][number];

/** An action of an earlier postmortem that would have put the lesson into practice. */
export interface MissedAction {
  readonly postmortem: PostmortemEntry;
  readonly action: ActionItem;
  /** `unknown`: it is not recorded whether it was done by then. */
  readonly wasOpen: 'yes' | 'unknown';
}

/** One postmortem that learned what an earlier one of the same organization had already taught. */
export interface Relearning extends Evidence {
  readonly relation: 'relearned';
  /** Since the latest of the postmortems before. */
  readonly interval: Interval;
  /** Those of the latest postmortems before, which `before` lists. */
  readonly missed: readonly MissedAction[];
}

export interface RelearnedLesson {
  readonly lesson: LessonEntry;
  /** Oldest first. At least one. */
  readonly relearnings: readonly Relearning[];
}

/** Returns each time a lesson was learned again, oldest first. */
export function findRelearnings(knowledge: Knowledge, lesson: string): Relearning[] {
  return findEvidence(knowledge, lesson).flatMap((evidence) => {
    const latest = [...evidence.before].sort(compareNewestFirst)[0];
    const [interval] = latest ? findInterval(latest, evidence.postmortem) : [];
    if (evidence.relation !== 'relearned' || !interval) return [];
    const missed = evidence.before.flatMap((earlier) =>
      findMissedActions(earlier, evidence.postmortem, lesson),
    );
    return [{ ...evidence, relation: 'relearned', interval, missed }];
  });
}

/** Returns all lessons that were learned again, sorted by how often, then by the latest time. */
export function listRelearnedLessons(knowledge: Knowledge): RelearnedLesson[] {
  return knowledge
    .all('lesson')
    .map((lesson) => ({ lesson, relearnings: findRelearnings(knowledge, lesson.id) }))
    .filter(({ relearnings }) => relearnings.length > 0)
    .sort(
      (a, b) =>
        b.relearnings.length - a.relearnings.length ||
        compareLatest(a, b) ||
        (a.lesson.id < b.lesson.id ? -1 : 1),
    );
}

function compareLatest(a: RelearnedLesson, b: RelearnedLesson): number {
  const latest = ({ relearnings }: RelearnedLesson) => {
    const postmortem = relearnings.at(-1)?.postmortem;
    return postmortem ? getStartTime(postmortem).latest : 0;
  };
  return latest(b) - latest(a);
}

function findMissedActions(earlier: PostmortemEntry, later: PostmortemEntry, lesson: string): MissedAction[] {
  return earlier.data.actions
    .filter((action) => action.lessons.includes(lesson))
    .flatMap((action) => {
      const wasOpen = checkWasOpen(action, getStartTime(later));
      return wasOpen ? [{ postmortem: earlier, action, wasOpen }] : [];
    });
}

/**
 * Returns whether an action was still open when an incident started. An action that is open now was open then. One that
 * is closed was open then if it was closed later. A closed one without a date counts as closed.
 */
export function checkWasOpen(
  { status, closed }: Pick<ActionItem, 'status' | 'closed'>,
  start: Time,
): MissedAction['wasOpen'] | undefined {
  if (isOpen({ status })) return 'yes';
  const time = closed ? parseTime(closed) : undefined;
  if (time) return (compareTimes(time, start) ?? 0) > 0 ? 'yes' : undefined;
  return status === 'unknown' ? 'unknown' : undefined;
}
