/** The check: runs every rule on files, and measures how complete the postmortems among them are. */
import type { Content, ContentFile } from '../source/content.ts';
import type { Problem } from '../source/problem.ts';
import { measurePostmortems, type PostmortemCompleteness } from './check-report.ts';
import type { CheckContext } from './rules/rule.ts';
import { createProblemFinder } from './run-rules.ts';

export interface CheckResult {
  readonly problems: readonly Problem[];
  readonly postmortems: readonly PostmortemCompleteness[];
}

/**
 * Checks files against the content, and releases the syntax trees of each file after its check.
 *
 * @param content one that was searched for secrets
 */
export function checkFiles(
  content: Content,
  files: readonly ContentFile[],
  context: CheckContext,
): CheckResult {
  if (!content.secrets) throw new Error('The content was not searched for secrets');
  const findProblems = createProblemFinder(content, context);
  const problems: Problem[] = [];
  const postmortems: PostmortemCompleteness[] = [];
  for (const file of files) {
    problems.push(...findProblems(file));
    postmortems.push(...measurePostmortems(file));
    if (file.type === 'document') file.release();
  }
  return { problems, postmortems };
}
