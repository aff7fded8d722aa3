/** Reads a review that an earlier run wrote. It comes from a run with the content of strangers: anyone may have written it. */
import type { Review } from '../knowledge/review/pull-request-review.ts';
import { MAX_REVIEW_BYTES, parseReview } from '../knowledge/review/review-file.ts';
import type { Content } from '../knowledge/source/content.ts';
import { CommandError } from '../node/command-error.ts';
import { readTextFile } from '../node/read-file.ts';
import { createRuleUrlGetter } from './rule-urls.ts';

/**
 * @param content from which the pages that explain the rules are known
 * @throws a CommandError if the file cannot be read, or is not a review
 */
export async function readReview(path: string, content: Content): Promise<Review> {
  const text = await readTextFile(path, MAX_REVIEW_BYTES);
  const review = parseReview(text, content.root, createRuleUrlGetter(content));
  if (!review) {
    throw new CommandError(`\`${path}\` is not a review. Name a file that \`review --format json\` wrote.`);
  }
  return review;
}
