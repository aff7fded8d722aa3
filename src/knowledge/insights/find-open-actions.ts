/** Finds the actions of a postmortem that nobody has done yet, and their age, for its record. */
import { isOpen } from '../schema/action-status.ts';
import type { PostmortemData } from '../schema/postmortem.ts';
import { getEarliest, getLatest, type Time } from '../schema/time.ts';
import type { OpenActions } from './insight-record.ts';
import { AGES } from './open-actions.ts';

const DAY_MS = 86_400_000;

/**
 * Returns undefined if no action is open.
 *
 * @param today as `2026-11-28`
 */
export function findOpenActions(
  actions: PostmortemData['actions'],
  started: Time,
  today: string,
): OpenActions | undefined {
  const count = actions.filter(isOpen).length;
  if (count === 0) return undefined;
  const age = findAge(started, today);
  return { count, ...(age ? { age } : {}) };
}

/** Returns undefined unless every day that the date can mean has the same age. */
function findAge(started: Time, today: string): string | undefined {
  if (!started.yearKnown) return undefined;
  const [oldest, youngest] = [getEarliest(started), getLatest(started)].map((instant) => {
    const days = Math.floor((Date.parse(today) + DAY_MS - 1 - instant) / DAY_MS);
    return AGES.find(({ from }) => Math.max(0, days) >= from)?.key;
  });
  return oldest === youngest ? oldest : undefined;
}
