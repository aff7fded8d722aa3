/**
 * The command `npm run check`: holds the content against all rules. Exits 0 fine, 1 found errors (or more warnings than
 * `--max-warnings`), 2 wrong use.
 */
import { existsSync } from 'node:fs';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CheckReport, getExitCode } from '../knowledge/check/check-report.ts';
import { type FixedFile, fixFiles } from '../knowledge/check/fix.ts';
import { formatGithubReport } from '../knowledge/check/reporters/github.ts';
import { formatJsonReport } from '../knowledge/check/reporters/json.ts';
import { formatMarkdownReport } from '../knowledge/check/reporters/markdown.ts';
import { formatSarifReport } from '../knowledge/check/reporters/sarif.ts';
import { formatSummary, formatTerminalReport } from '../knowledge/check/reporters/terminal.ts';
import { RULES } from '../knowledge/check/rules/index.ts';
import { getRuleAddress } from '../knowledge/source/addresses.ts';
import type { Content, ContentFile } from '../knowledge/source/content.ts';
import { findAffectedFiles, GitError } from '../node/changed-files.ts';
import { checkContent } from '../node/check-content.ts';
import { formatFolderPath, getContentFolder, readContent } from '../node/content-folder.ts';

const FORMATS = ['terminal', 'github', 'sarif', 'json', 'markdown'] as const;

interface Options {
  readonly changed?: string | true;
  readonly format: (typeof FORMATS)[number];
  readonly maxWarnings?: number;
  readonly fix?: true;
}

/** Asked for what cannot be done. The message is one sentence for whoever asked. */
class UsageError extends Error {}

const command = new Command('npm run check --')
  .description('Holds the content against all rules and says everything that is wrong, at once.')
  .argument('[FILE...]', 'judge only these files, against the whole')
  .option('--changed [BASE]', 'judge only what git says differs from BASE (HEAD, if left out)')
  .addOption(new Option('--format <FORMAT>', 'how to say it').choices(FORMATS).default('terminal'))
  .option('--max-warnings <N>', 'fail if there are more warnings than this', parseWholeNumber)
  .option('--fix', 'mend what can be mended without thinking, and list it')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) });

async function run(words: readonly string[]): Promise<number> {
  try {
    command.parse(words, { from: 'user' });
    return await runCheck(command.args, command.opts<Options>());
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError || error instanceof GitError)) throw error;
    console.error(error.message);
    return 2;
  }
}

function parseWholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

async function runCheck(paths: readonly string[], options: Options): Promise<number> {
  const folder = getContentFolder();
  if (!existsSync(folder)) throw new UsageError(`There is no content folder ${folder}.`);
  if (paths.length > 0 && options.changed !== undefined) {
    throw new UsageError('Expected either files or --changed, and not both.');
  }
  const wanted =
    paths.length > 0
      ? await resolveFiles(folder, paths)
      : options.changed === undefined
        ? undefined
        : findAffectedFiles(folder, options.changed === true ? 'HEAD' : options.changed);
  const fixed = options.fix ? await fixContent(folder, wanted) : [];
  const content = await readContent(folder);
  const report = await checkWithProgress(content, wanted);
  // What stands on the output besides a report would break whoever reads it.
  const list = options.format === 'terminal' ? process.stdout : process.stderr;
  list.write(describeFixes(fixed));
  process.stdout.write(formatOutput(report, content, options));
  return getExitCode(report, options.maxWarnings);
}

async function checkWithProgress(
  content: Content,
  wanted: readonly string[] | undefined,
): Promise<CheckReport> {
  const files = selectFiles(content, wanted);
  if (process.stderr.isTTY) process.stderr.write(`Checking ${files.length} files …\r`);
  const report = await checkContent(content, files);
  if (process.stderr.isTTY) process.stderr.write('\u001b[2K');
  return report;
}

/** @param wanted paths below the folder; all files if left out */
function selectFiles(content: Content, wanted: readonly string[] | undefined): readonly ContentFile[] {
  if (!wanted) return content.files;
  const paths = new Set(wanted.map((path) => `${content.root}/${path}`));
  return content.files.filter(({ path }) => paths.has(path));
}

/** The paths below the folder of files as they are typed from here. */
async function resolveFiles(folder: string, paths: readonly string[]): Promise<string[]> {
  const root = await realpath(folder);
  return Promise.all(
    paths.map(async (path) => {
      const whole = resolve(path);
      if (!existsSync(whole)) throw new UsageError(`There is no file ${path}.`);
      const inside = relative(root, join(await realpath(join(whole, '..')), whole.split(sep).at(-1) ?? ''));
      if (inside === '' || inside.startsWith('..')) {
        throw new UsageError(`${path} does not lie in the content folder ${formatFolderPath(folder)}.`);
      }
      return inside.split(sep).join('/');
    }),
  );
}

/** What is mended may bring to light what else can be; a circle is cut off. */
const MAX_FIX_PASSES = 5;

async function fixContent(folder: string, wanted: readonly string[] | undefined): Promise<FixedFile[]> {
  const all: FixedFile[] = [];
  for (let pass = 0; pass < MAX_FIX_PASSES; pass++) {
    const content = await readContent(folder);
    const files = selectFiles(content, wanted);
    const fixed = fixFiles(files, (await checkWithProgress(content, wanted)).problems);
    if (fixed.length === 0) break;
    for (const { path, text } of fixed) {
      await writeFixedFile(join(folder, path.slice(content.root.length + 1)), text);
    }
    all.push(...fixed);
  }
  return all;
}

/** A mark that an editor put first is not part of the text that is checked; it stays where it is. */
async function writeFixedFile(path: string, text: string): Promise<void> {
  const before = await readFile(path);
  const hasMark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  await writeFile(path, hasMark ? `\ufeff${text}` : text);
}

function formatOutput(report: CheckReport, content: Content, { format }: Options): string {
  const site = content.site?.validated.data?.address;
  switch (format) {
    case 'github':
      return formatGithubReport(report);
    case 'json':
      return formatJsonReport(report);
    case 'markdown':
      return formatMarkdownReport(report);
    case 'sarif':
      return formatSarifReport(report, RULES, (rule) => (site ? getRuleAddress(site, rule) : undefined));
    case 'terminal':
      return formatForTerminal(report);
  }
}

function formatForTerminal({ problems, files }: CheckReport): string {
  const text = formatTerminalReport(problems, {
    error: (words) => styleText('red', words),
    warning: (words) => styleText('yellow', words),
    dim: (words) => styleText('dim', words),
  });
  return `${text}${text ? '\n' : ''}${formatSummary(problems, files)}\n`;
}

function describeFixes(files: readonly FixedFile[]): string {
  const lines = files.flatMap(({ path, fixed }) =>
    fixed.map(
      ({ line, column, message, rule }) => `Mended ${path}:${line}:${column}  ${message}  (${rule})\n`,
    ),
  );
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}

process.exitCode = await run(process.argv.slice(2));
