/** Decides whether a lesson was learned again: an earlier postmortem of the same organization had it already. */
import { compareTimes } from '../schema/time.ts';
import type { PostmortemEntry } from './entries.ts';
import { getStartTime } from './knowledge.ts';
import { isSameOrganization } from './same-organization.ts';

/**
 * Returns whether another postmortem of the same organization certainly came earlier. If it is uncertain which of two
 * came first, neither counts. Nor does a postmortem of another organization: nobody here could have known it.
 */
export function isEarlierLearning(other: PostmortemEntry, postmortem: PostmortemEntry): boolean {
  return isSameOrganization(other, postmortem) && isBefore(other, postmortem);
}

function isBefore(a: PostmortemEntry, b: PostmortemEntry): boolean {
  return a !== b && (compareTimes(getStartTime(a), getStartTime(b)) ?? 0) < 0;
}
