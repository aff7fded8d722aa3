/** Whether a lesson is alive: who points at it, whether it is checked, and whether it is due for a review. */
import { compareTimes, parseTime } from '../schema/time.ts';
import { findEvidence } from './evidence.ts';
import type { Knowledge } from './knowledge.ts';

export interface LessonHealth {
  /** Postmortems that learned or confirmed it. */
  readonly evidence: number;
  /** Notes that teach it. */
  readonly notes: number;
  /** Action items, in any postmortem, that put it into practice. */
  readonly actions: number;
  /** Other entries that mention it or name it as related. */
  readonly mentions: number;
  readonly checks: number;
  readonly review: ReviewState;
  /** What is missing, as sentences; empty where it is well. */
  readonly issues: readonly string[];
}

/** `none`: no date was set. `due`: the date has not come yet. */
export type ReviewState = 'none' | 'due' | 'overdue';

/** @param today the day, as `2026-11-21` */
export function assessLesson(knowledge: Knowledge, lesson: string, today: string): LessonHealth {
  const { data, ...ref } = knowledge.get('lesson', lesson);
  const links = knowledge.findLinksTo(ref);
  const evidence = findEvidence(knowledge, lesson).length;
  const notes = knowledge.findEntriesLinkingTo(ref, 'note', ['teaches']).length;
  const actions = knowledge
    .findEntriesLinkingTo(ref, 'postmortem', ['carried-out-by'])
    .flatMap((postmortem) => postmortem.data.actions)
    .filter((action) => action.lessons.includes(lesson)).length;
  const mentions = new Set(
    links.filter(({ relation }) => relation === 'mentions' || relation === 'related').map(({ from }) => from),
  ).size;
  const review = getReviewState(data.reviewBy, today);
  const ailments = [
    evidence + notes === 0 ? 'No postmortem learned it and no note teaches it.' : '',
    data.checks.length === 0 && !data.replacedBy ? 'It has no check, so it is on no checklist.' : '',
    review === 'overdue' ? 'It is past its review date.' : '',
    data.replacedBy ? 'Another lesson has taken its place.' : '',
  ].filter((ailment) => ailment !== '');
  return { evidence, notes, actions, mentions, checks: data.checks.length, review, issues: ailments };
}

/** @param today the day, as `2026-11-21`; a review date is overdue once its last day has passed */
export function getReviewState(reviewBy: string | undefined, today: string): ReviewState {
  const [date, day] = [reviewBy ? parseTime(reviewBy) : undefined, parseTime(today)];
  if (!date || !day) return 'none';
  return (compareTimes(date, day) ?? 0) < 0 ? 'overdue' : 'due';
}
