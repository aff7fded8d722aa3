/**
 * `kb comment FILE`: writes a review as the one comment on a pull request, and prints `pull-request=7` for the output of a
 * step in GitHub Actions. If there is no review, the comment reports that, so that no earlier one appears to be about
 * this commit. The environment, which .github/workflows/content-report.yml sets, names the commit.
 */
import { Command } from 'commander';
import type { Review } from '../knowledge/review/pull-request-review.ts';
import { formatFailureComment, formatReviewComment } from '../knowledge/review/review-comment.ts';
import { readCommandContent } from '../node/command-content.ts';
import { CommandError } from '../node/command-error.ts';
import { print, printMessage } from '../node/output.ts';
import { upsertComments } from './pull-request-comment.ts';
import { readReview } from './read-review.ts';

const REQUIRED_VARIABLES = [
  'GITHUB_REPOSITORY',
  'GITHUB_TOKEN',
  'HEAD_OWNER',
  'HEAD_BRANCH',
  'HEAD_SHA',
] as const;

interface Options {
  readonly runUrl: string;
  readonly hasPreview?: true;
}

export const commentCommand = new Command('comment')
  .argument('<file>', 'a review that `review --format json` wrote; it may be missing')
  .requiredOption('--run-url <url>', 'URL of the CI run, to link to')
  .option('--has-preview', 'the CI run has a preview artifact')
  .addHelpText('after', `\nReads from the environment: ${REQUIRED_VARIABLES.join(', ')}.`)
  .action(async (file: string, { runUrl, hasPreview }: Options) => {
    const { GITHUB_API_URL = 'https://api.github.com', ...environment } = process.env;
    const missing = REQUIRED_VARIABLES.filter((name) => !environment[name]);
    if (missing.length > 0) {
      throw new CommandError(`Missing in the environment: ${missing.join(', ')}. Set them, as CI does.`);
    }
    const [name = '', token = '', owner = '', branch = '', sha = ''] = REQUIRED_VARIABLES.map(
      (key) => environment[key],
    );
    const review = await tryReadReview(file);
    const run = { address: runUrl, hasPreview: hasPreview ?? false };
    const comments = await upsertComments(
      { api: GITHUB_API_URL, name, token },
      { owner, branch, sha, base: review?.base },
      review ? formatReviewComment(review, run) : formatFailureComment(runUrl),
    );
    for (const { change, pullRequest } of comments)
      printMessage(`Comment ${change} on pull request ${pullRequest}.\n`);
    const [first] = comments;
    if (first) print(`pull-request=${first.pullRequest}\n`);
    else printMessage('No open pull request has this commit as its head. No comment written.\n');
  });

async function tryReadReview(file: string): Promise<Review | undefined> {
  const { content } = await readCommandContent();
  try {
    return await readReview(file, content);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    printMessage(`${error.message}\n`);
    return undefined;
  }
}
