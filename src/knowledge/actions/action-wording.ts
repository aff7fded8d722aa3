/** The words for actions on pages, in files and in the terminal. */

import type { PostmortemEntry } from '../graph/entries.ts';
import { getStartTime } from '../graph/knowledge.ts';
import { describeInterval, measureDays } from '../graph/recurrence.ts';
import type { ActionItem } from '../graph/relearned-lessons.ts';
import { describeValue } from '../schema/labels.ts';
import { compareTimes, describeTimeSource, parseTime } from '../schema/time.ts';
import type { ActionGroup, CountedGroup } from './list-actions.ts';

export function describeGroup(group: ActionGroup): string {
  return group === 'unknown' ? 'Status unknown' : describeValue(group);
}

/** Returns "3 overdue, 12 open, 2 with an unknown status". */
export function describeCounts(counts: readonly CountedGroup[]): string {
  return counts
    .map(({ group, count }) =>
      group === 'unknown' ? `${count} with an unknown status` : `${count} ${group.replaceAll('-', ' ')}`,
    )
    .join(', ');
}

/** Returns "Happened again 3 times before this was done". Expects at least one repeat. */
export function describeRepeats({
  action: { status },
  repeats,
}: {
  readonly action: Pick<ActionItem, 'status'>;
  readonly repeats: readonly unknown[];
}): string {
  const again = `Happened again ${repeats.length === 1 ? 'once' : `${repeats.length} times`}`;
  if (status === 'done' || status === 'dropped') return `${again} before this was ${status}`;
  return `${again}, and this is not done`;
}

/** Returns "28 November 2026". */
export function describeDay(day: string): string {
  return describeTimeSource(day);
}

/**
 * Returns how long ago an incident started: "8 months ago". Returns undefined if it is
 * uncertain that it was before today.
 *
 * @param today as `2026-11-28`
 */
export function describeAge(postmortem: PostmortemEntry, today: string): string | undefined {
  const [start, day] = [getStartTime(postmortem), parseTime(today)];
  if (!day) return undefined;
  if (compareTimes(start, day) === 0) return 'today';
  const age = measureDays(start, day);
  return age && `${describeInterval(age)} ago`;
}
