/** Assesses whether a lesson is in use: what links to it, whether it is checked, and when its review is due. */
import { compareTimes, parseTime } from '../schema/time.ts';
import { findEvidence } from './evidence.ts';
import type { Knowledge } from './knowledge.ts';

export interface LessonHealth {
  /** The number of postmortems that learned or confirmed it. */
  readonly evidence: number;
  /** The number of notes that teach it. */
  readonly notes: number;
  /** The number of action items, in any postmortem, that put it into practice. */
  readonly actions: number;
  /** The number of other entries that mention it or name it as related. */
  readonly mentions: number;
  readonly checks: number;
  readonly review: ReviewState;
  /** Sentences about what is missing. */
  readonly issues: readonly string[];
}

/** `none`: no date is set. `due`: the date has not passed. */
export type ReviewState = 'none' | 'due' | 'overdue';

/** @param today as `2026-11-21` */
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
  const issues = [
    evidence + notes === 0 ? 'No postmortem learned it and no note teaches it.' : '',
    data.checks.length === 0 && !data.replacedBy ? 'It has no check, so no checklist contains it.' : '',
    review === 'overdue' ? 'It is past its review date.' : '',
    data.replacedBy ? 'Another lesson replaces it.' : '',
  ].filter((issue) => issue !== '');
  return { evidence, notes, actions, mentions, checks: data.checks.length, review, issues };
}

/**
 * A review date is overdue from the day after the last day that it can mean.
 *
 * @param today as `2026-11-21`
 */
export function getReviewState(reviewBy: string | undefined, today: string): ReviewState {
  const [date, day] = [reviewBy ? parseTime(reviewBy) : undefined, parseTime(today)];
  if (!date || !day) return 'none';
  return (compareTimes(date, day) ?? 0) < 0 ? 'overdue' : 'due';
}
