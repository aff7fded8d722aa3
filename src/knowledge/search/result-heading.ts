/** The heading of results, apart from what creates an answer: a page shows answers that its worker created. */
import type { SearchAnswer } from './search-answer.ts';

/** Returns the heading of the results after the best match, or of all results if there is none. */
export function describeOtherResults({ best, isClosest }: Pick<SearchAnswer, 'best' | 'isClosest'>): string {
  if (isClosest) return 'Closest results';
  return best ? 'Other results' : 'Results';
}

/** If an error is recognised and no page is about it, even the best of them is only near. */
export function describeBest({
  errors,
  isErrorCovered,
}: Pick<SearchAnswer, 'errors' | 'isErrorCovered'>): string {
  return errors.length > 0 && !isErrorCovered ? 'Nearest match' : 'Best match';
}
