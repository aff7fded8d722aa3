/**
 * `npm run review`: what those who review a pull request should know, as data or as the comment. Exits 0 whatever
 * it finds (`npm run check` is what fails), 2 wrong use.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { reportAsSarif } from '../knowledge/check/reporters/sarif.ts';
import { RULES } from '../knowledge/check/rules/index.ts';
import { type Review, reviewOf } from '../knowledge/review/review.ts';
import { reviewAsMarkdown } from '../knowledge/review/review-comment.ts';
import { readReview, writeReview } from '../knowledge/review/review-file.ts';
import { ruleAddress } from '../knowledge/source/addresses.ts';
import type { Content } from '../knowledge/source/content.ts';
import { changedFiles, changedInside, NotInGit } from '../node/changed-files.ts';
import { contentFolder, readContent } from '../node/content-folder.ts';
import { runGate } from '../node/gate.ts';

interface Options {
  readonly changed?: string | true;
  readonly read?: string;
  readonly format: 'json' | 'markdown' | 'sarif';
  readonly run?: string;
  readonly preview?: true;
}

class WrongUse extends Error {}

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
    const review = options.read === undefined ? await make(content, options) : read(content, options.read);
    process.stdout.write(render(review, content, options));
  });

try {
  await command.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof WrongUse || error instanceof NotInGit) {
    console.error(error.message);
    process.exitCode = 2;
  } else throw error;
}

async function make(content: Content, { changed }: Options): Promise<Review> {
  if (changed === undefined) return reviewOf(content, content.files, await runGate(content));
  const base = changed === true ? 'HEAD' : changed;
  const judged = filesAt(content, changedInside(contentFolder(), base));
  const differing = filesAt(content, [...changedFiles(contentFolder(), base).present]);
  return reviewOf(content, differing, await runGate(content, judged));
}

function filesAt(content: Content, inside: readonly string[] | undefined) {
  const paths = new Set(inside?.map((path) => `${content.root}/${path}`));
  return inside ? content.files.filter(({ path }) => paths.has(path)) : content.files;
}

function addressIn(content: Content): (rule: string) => string | undefined {
  const site = content.site?.validated.data?.address;
  const known = new Set(RULES.map(({ name }) => name));
  return (rule) => (site !== undefined && known.has(rule) ? ruleAddress(site, rule) : undefined);
}

/** A file from another run is data that anyone may have written. */
function read(content: Content, path: string): Review {
  const review = readReview(readFileSync(path, 'utf8'), addressIn(content));
  if (!review) throw new WrongUse(`${path} holds no review.`);
  return review;
}

function render(review: Review, content: Content, { format, run, preview }: Options): string {
  if (format === 'json') return writeReview(review);
  if (format === 'sarif') return reportAsSarif(review.report, RULES, addressIn(content));
  return reviewAsMarkdown(
    review,
    run === undefined ? undefined : { address: run, hasPreview: preview ?? false },
  );
}
