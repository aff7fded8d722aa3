/** Finds incidents that happened again before an action was done. States only what is certain. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { compareNewestFirst, getStartTime, type Knowledge } from '../graph/knowledge.ts';
import type { ActionItem } from '../graph/relearned-lessons.ts';
import { isSameOrganization } from '../graph/same-organization.ts';
import { compareTimes, parseTime, type Time } from '../schema/time.ts';

/** A later incident, with what connects it to the action. */
export interface Repeat {
  readonly postmortem: PostmortemEntry;
  /** The lessons of the action that it taught again. */
  readonly lessons: readonly string[];
  /** The recurring issues of the action's postmortem of which it is a case too. */
  readonly tags: readonly string[];
}

/**
 * Returns a function that finds the incidents, oldest first, that certainly started after the postmortem of an action
 * and before the action was closed, in the same organization. An action whose status is not known, or that was closed on
 * an unknown day, has none. Maintenance, near misses and drills do not count: nothing happened, or it was planned.
 *
 * The issues of an action are those that its lessons answer, and all of its postmortem if it has no lessons.
 */
export function createRepeatFinder(
  knowledge: Knowledge,
): (postmortem: PostmortemEntry, action: ActionItem) => Repeat[] {
  const incidents = knowledge
    .all('postmortem')
    .filter((postmortem) => postmortem.data.kind === 'incident' && getStartTime(postmortem).yearKnown)
    .sort((a, b) => compareNewestFirst(b, a));
  const byLesson = groupBy(incidents, ({ data }) => data.lessons.learned);
  const byTag = groupBy(incidents, ({ data }) => data.tags);
  return (postmortem, action) => {
    if (isClosingUnknown(action)) return [];
    const tags = listTags(knowledge, postmortem, action);
    const candidates = new Set([
      ...action.lessons.flatMap((id) => byLesson.get(id) ?? []),
      ...tags.flatMap((id) => byTag.get(id) ?? []),
    ]);
    return [...candidates]
      .filter((later) => isRepeat(postmortem, action, later))
      .sort((a, b) => compareNewestFirst(b, a))
      .map((later) => ({
        postmortem: later,
        lessons: action.lessons.filter((id) => later.data.lessons.learned.includes(id)),
        tags: tags.filter((id) => later.data.tags.includes(id)),
      }));
  };
}

function groupBy(
  postmortems: readonly PostmortemEntry[],
  listIds: (postmortem: PostmortemEntry) => readonly string[],
): Map<string, PostmortemEntry[]> {
  const groups = new Map<string, PostmortemEntry[]>();
  for (const postmortem of postmortems) {
    for (const id of listIds(postmortem)) {
      const group = groups.get(id);
      if (group) group.push(postmortem);
      else groups.set(id, [postmortem]);
    }
  }
  return groups;
}

function isClosingUnknown({ status, closed }: ActionItem): boolean {
  return status === 'unknown' || (closed === undefined && (status === 'done' || status === 'dropped'));
}

function listTags(knowledge: Knowledge, { data }: PostmortemEntry, action: ActionItem): readonly string[] {
  if (action.lessons.length === 0) return data.tags;
  const answered = new Set(
    action.lessons.flatMap((id) => knowledge.find({ kind: 'lesson', id })?.data.tags ?? []),
  );
  return data.tags.filter((id) => answered.has(id));
}

function isRepeat(postmortem: PostmortemEntry, { closed }: ActionItem, later: PostmortemEntry): boolean {
  const [start, closing] = [getStartTime(later), closed === undefined ? undefined : parseTime(closed)];
  const { resolved } = postmortem.data;
  const end = resolved === undefined ? undefined : parseTime(resolved);
  return (
    isSameOrganization(postmortem, later) &&
    isBefore(getStartTime(postmortem), start) &&
    (!end || isBefore(end, start)) &&
    (!closing || isBefore(start, closing))
  );
}

function isBefore(a: Time, b: Time): boolean {
  return (compareTimes(a, b) ?? 0) < 0;
}
