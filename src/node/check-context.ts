import type { CheckContext } from '../knowledge/check/rules/rule.ts';
import { getToday } from './clock.ts';
import { loadDictionary } from './word-lists.ts';

/** Loads everything that the rules need in addition to the content. */
export async function loadCheckContext(): Promise<CheckContext> {
  return { today: getToday(), dictionary: await loadDictionary() };
}
