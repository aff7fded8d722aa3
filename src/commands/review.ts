/** `kb review`: summarises a change of the content for its reviewers. Problems do not change its exit code: `kb check` does that. */
import { Command, Option } from 'commander';
import { formatSarifReport } from '../knowledge/check/reporters/sarif.ts';
import { RULES } from '../knowledge/check/rules/index.ts';
import { createReview, type Review } from '../knowledge/review/pull-request-review.ts';
import { formatReviewComment } from '../knowledge/review/review-comment.ts';
import { serializeReview } from '../knowledge/review/review-file.ts';
import type { Content } from '../knowledge/source/content.ts';
import { CheckCache } from '../node/check-cache.ts';
import { checkChange } from '../node/check-change.ts';
import { checkContent } from '../node/check-content.ts';
import { readCommandContent } from '../node/command-content.ts';
import { getContentFolder } from '../node/content-files.ts';
import { print } from '../node/output.ts';
import { readReview } from './read-review.ts';
import { createRuleUrlGetter } from './rule-urls.ts';

interface Options {
  readonly changed?: string | true;
  readonly baseBranch?: string;
  readonly from?: string;
  readonly format: 'json' | 'markdown' | 'sarif';
  readonly runUrl?: string;
  readonly hasPreview?: true;
}

export const reviewCommand = new Command('review')
  .option(
    '--changed [base]',
    'review only the files that differ from a commit or branch (default: HEAD); all files if omitted',
  )
  .option('--base-branch <name>', 'branch that the change is for, to note in the review')
  .option('--from <file>', 'show a review that an earlier run wrote with `--format json`')
  .addOption(
    new Option('--format <format>', 'output format')
      .choices(['json', 'markdown', 'sarif'])
      .default('markdown'),
  )
  .option('--run-url <url>', 'URL of the CI run, to link to')
  .option('--has-preview', 'the CI run has a preview artifact')
  .action(async (options: Options) => {
    const [content, review] = await (options.from === undefined
      ? reviewContent(options)
      : readEarlierReview(options.from));
    print(formatReview(review, content, options));
  });

async function reviewContent({ changed, baseBranch }: Options): Promise<[Content, Review]> {
  if (changed === undefined) {
    const { content, cache } = await readCommandContent();
    return [content, createReview(content, content.files, await checkContent(content, content.files, cache))];
  }
  const base = changed === true ? 'HEAD' : changed;
  const folder = getContentFolder();
  const { content, files, report } = await checkChange(folder, base, await CheckCache.open(folder));
  const changesSettings = files.some((file) => file === content.site || file === content.allowedSecrets);
  return [content, { ...createReview(content, files, report), base: baseBranch, changesSettings }];
}

async function readEarlierReview(path: string): Promise<[Content, Review]> {
  const { content } = await readCommandContent();
  return [content, await readReview(path, content)];
}

function formatReview(review: Review, content: Content, { format, runUrl, hasPreview }: Options): string {
  if (format === 'json') return serializeReview(review);
  if (format === 'sarif') return formatSarifReport(review.report, RULES, createRuleUrlGetter(content));
  return formatReviewComment(
    review,
    runUrl === undefined ? undefined : { address: runUrl, hasPreview: hasPreview ?? false },
  );
}
