/** Tells which result may be recommended as the best match, and puts it first. */
import type { Page } from './search-engine.ts';
import { LIMITS } from './weights.ts';

interface Facts {
  readonly page: Page;
  readonly share: number;
  readonly signals: readonly string[];
  readonly coversError: boolean;
  readonly matchesQuestion: boolean;
  readonly isAboutProgram: boolean;
  readonly isClosest: boolean;
}

/**
 * Moves destructive procedures that match only a part of the query behind the best page that does not. A page about
 * another program than that of the recognised error does not come before them. Everything else stays in the order of
 * the scores, and so do close results, because none of them is recommended.
 */
export function putBestFirst<Result extends Facts>(results: readonly Result[]): readonly Result[] {
  const [first] = results;
  if (!first || first.isClosest || isSafe(first)) return results;
  const best = results.find((result) => isSafe(result) && canReplace(result, first));
  return best ? [best, ...results.filter((result) => result !== best)] : results;
}

/** Returns whether a page is about what the first one is about. That it names the same program is not enough. */
function canReplace(result: Facts, first: Facts): boolean {
  const isProfile = result.page.kind === 'service' || result.page.kind === 'organization';
  const isSameProgram = result.isAboutProgram || !first.isAboutProgram;
  return (
    !result.isClosest && hasMoreThanProgram(result) && isSameProgram && !(isProfile && first.isAboutProgram)
  );
}

/** Returns whether a page has more in common with a question than the name of the program. */
function hasMoreThanProgram({ coversError, signals, share }: Facts): boolean {
  return coversError || signals.length > 0 || share >= LIMITS.closest;
}

/**
 * Returns whether the first result may be recommended. An outline may not: it has no steps that you can follow. Nor may
 * a page that only names the program of the error.
 */
export function canBeBest(result: Facts): boolean {
  const isOutline = result.page.marks?.includes('outline');
  return !result.isClosest && hasMoreThanProgram(result) && !isOutline && isSafe(result);
}

/**
 * A destructive procedure has to match nearly the whole query, because its steps are for the question that they answer
 * and not for a similar one.
 */
const MIN_SHARE_OF_DESTRUCTIVE = 0.9;

function isSafe({ page, share, signals, matchesQuestion }: Facts): boolean {
  if (!page.marks?.includes('destructive')) return true;
  return matchesQuestion || share >= MIN_SHARE_OF_DESTRUCTIVE || signals.length > 0;
}
