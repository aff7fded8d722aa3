/**
 * `npm run review`: what those who review a pull request should know, as data or as the comment. Exits 0 whatever
 * it finds (`npm run check` is what fails), 2 wrong use.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { formatSarifReport } from '../knowledge/check/reporters/sarif.ts';
import { RULES } from '../knowledge/check/rules/index.ts';
import { createReview, type Review } from '../knowledge/review/pull-request-review.ts';
import { formatReviewComment } from '../knowledge/review/review-comment.ts';
import { parseReview, serializeReview } from '../knowledge/review/review-file.ts';
import { getRuleAddress } from '../knowledge/source/addresses.ts';
import type { Content } from '../knowledge/source/content.ts';
import { findAffectedFiles, findChangedFiles, GitError } from '../node/changed-files.ts';
import { checkContent } from '../node/check-content.ts';
import { getContentFolder, readContent } from '../node/content-folder.ts';

interface Options {
  readonly changed?: string | true;
  readonly read?: string;
  readonly format: 'json' | 'markdown' | 'sarif';
  readonly run?: string;
  readonly preview?: true;
}

class UsageError extends Error {}

const command = new Command('npm run review --')
  .description('Says what those who review a pull request should know.')
  .option('--changed [BASE]', 'review what git says differs from BASE (HEAD, if left out); else all')
  .option('--read <FILE>', 'show a review that was written with `--format json`')
  .addOption(
    new Option('--format <FORMAT>', 'how to say it')
      .choices(['json', 'markdown', 'sarif'])
      .default('markdown'),
  )
  .option('--run <ADDRESS>', 'where the run is shown that made it')
  .option('--preview', 'say that the run holds the built pages')
  .exitOverride()
  .action(async (options: Options) => {
    const content = await readContent();
    const review =
      options.read === undefined
        ? await reviewChanges(content, options)
        : readReviewFile(content, options.read);
    process.stdout.write(formatOutput(review, content, options));
  });

try {
  await command.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError || error instanceof GitError) {
    console.error(error.message);
    process.exitCode = 2;
  } else throw error;
}

async function reviewChanges(content: Content, { changed }: Options): Promise<Review> {
  if (changed === undefined) return createReview(content, content.files, await checkContent(content));
  const base = changed === true ? 'HEAD' : changed;
  const judged = selectFiles(content, findAffectedFiles(getContentFolder(), base));
  const differing = selectFiles(content, [...findChangedFiles(getContentFolder(), base).present]);
  return createReview(content, differing, await checkContent(content, judged));
}

function selectFiles(content: Content, inside: readonly string[] | undefined) {
  const paths = new Set(inside?.map((path) => `${content.root}/${path}`));
  return inside ? content.files.filter(({ path }) => paths.has(path)) : content.files;
}

function createRuleUrlGetter(content: Content): (rule: string) => string | undefined {
  const site = content.site?.validated.data?.address;
  const known = new Set(RULES.map(({ name }) => name));
  return (rule) => (site !== undefined && known.has(rule) ? getRuleAddress(site, rule) : undefined);
}

/** A file from another run is data that anyone may have written. */
function readReviewFile(content: Content, path: string): Review {
  const review = parseReview(readFileSync(path, 'utf8'), createRuleUrlGetter(content));
  if (!review) throw new UsageError(`${path} holds no review.`);
  return review;
}

function formatOutput(review: Review, content: Content, { format, run, preview }: Options): string {
  if (format === 'json') return serializeReview(review);
  if (format === 'sarif') return formatSarifReport(review.report, RULES, createRuleUrlGetter(content));
  return formatReviewComment(
    review,
    run === undefined ? undefined : { address: run, hasPreview: preview ?? false },
  );
}
