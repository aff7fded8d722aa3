/** `kb check`: checks the content against every rule. */
import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type CheckReport, hasFailed } from '../knowledge/check/check-report.ts';
import { type FixedFile, fixFiles } from '../knowledge/check/fix.ts';
import { formatGithubReport } from '../knowledge/check/reporters/github.ts';
import { formatJsonReport } from '../knowledge/check/reporters/json.ts';
import { formatMarkdownReport } from '../knowledge/check/reporters/markdown.ts';
import { formatSarifReport } from '../knowledge/check/reporters/sarif.ts';
import { formatSummary, formatTerminalReport } from '../knowledge/check/reporters/terminal.ts';
import { RULES } from '../knowledge/check/rules/index.ts';
import { getRuleAddress } from '../knowledge/source/addresses.ts';
import type { Content } from '../knowledge/source/content.ts';
import { withRecoveredFolder } from '../node/change-folder.ts';
import { CheckCache } from '../node/check-cache.ts';
import { type CheckedChange, checkChange } from '../node/check-change.ts';
import { checkContent } from '../node/check-content.ts';
import { CommandError, EXIT_CODES } from '../node/command-error.ts';
import { explainMissingGit, formatFolderPath, getContentFolder } from '../node/content-files.ts';
import { readContentToCheck } from '../node/content-folder.ts';
import { print, printMessage, showProgress, style } from '../node/output.ts';
import { replaceFile } from '../node/write-file.ts';
import { selectFiles } from './select-files.ts';

const FORMATS = ['terminal', 'github', 'sarif', 'json', 'markdown'] as const;

interface Options {
  readonly changed?: string | true;
  readonly format: (typeof FORMATS)[number];
  readonly maxWarnings?: number;
  readonly fix?: true;
  readonly cache: boolean;
}

export const checkCommand = new Command('check')
  .argument('[file...]', 'check only these files')
  .option('--changed [base]', 'check only the files that differ from a commit or branch (default: HEAD)')
  .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('terminal'))
  .option('--max-warnings <number>', 'exit with 1 if there are more warnings', parseWholeNumber)
  .option('--fix', 'fix problems that have a safe automatic fix, and list them')
  .option('--no-cache', 'do not use or keep results of earlier checks')
  .action(async (paths: string[], options: Options) => {
    const report = await runCheck(paths, options);
    if (hasFailed(report, options.maxWarnings)) process.exitCode = EXIT_CODES.problems;
  });

function parseWholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

async function runCheck(paths: readonly string[], options: Options): Promise<CheckReport> {
  if (paths.length > 0 && options.changed !== undefined) {
    throw new CommandError('Use either file names or --changed, not both.');
  }
  const folder = getContentFolder();
  const base = options.changed === true ? 'HEAD' : options.changed;
  const named = paths.length > 0 ? await resolveFiles(folder, paths) : undefined;
  const cache = options.cache ? await CheckCache.open(folder) : undefined;
  const check = (): Promise<CheckedFiles> =>
    withProgress(() =>
      base === undefined ? checkNamed(folder, named, cache) : checkChange(folder, base, cache),
    );
  const { fixed, checked } = options.fix
    ? await withRecoveredFolder(folder, () => fixContent(folder, check))
    : { fixed: [], checked: await check() };
  // The other formats are for programs: their output contains nothing but the report.
  const printFixes = options.format === 'terminal' ? print : printMessage;
  printFixes(formatFixes(fixed));
  print(formatReport(checked.report, checked.content, options));
  const missingGit = explainMissingGit();
  if (missingGit !== undefined) printMessage(`${missingGit}\n`);
  return checked.report;
}

type CheckedFiles = Pick<CheckedChange, 'content' | 'files' | 'report'>;

async function checkNamed(
  folder: string,
  paths: readonly string[] | undefined,
  cache: CheckCache | undefined,
): Promise<CheckedFiles> {
  const content = await readContentToCheck(folder, paths, cache);
  const files = selectFiles(content, paths);
  return { content, files, report: await checkContent(content, files, cache) };
}

async function withProgress<Result>(run: () => Promise<Result>): Promise<Result> {
  showProgress('Checking …');
  const result = await run();
  showProgress('');
  return result;
}

/** @param paths as typed, relative to the current folder */
async function resolveFiles(folder: string, paths: readonly string[]): Promise<string[]> {
  const root = await realpath(folder);
  return Promise.all(
    paths.map(async (path) => {
      const absolute = resolve(path);
      if (!existsSync(absolute)) throw new CommandError(`There is no file \`${path}\`. Check the path.`);
      const below = relative(root, join(await realpath(dirname(absolute)), basename(absolute)));
      if (below === '' || below.startsWith('..')) {
        throw new CommandError(
          `\`${path}\` is not in the content folder \`${formatFolderPath(folder)}\`. Name a file in it.`,
        );
      }
      return below.split(sep).join('/');
    }),
  );
}

/** One fix may reveal another. The limit ends two fixes that undo each other. */
const MAX_FIX_PASSES = 5;

async function fixContent(
  folder: string,
  check: () => Promise<CheckedFiles>,
): Promise<{ fixed: FixedFile[]; checked: CheckedFiles }> {
  const fixed: FixedFile[] = [];
  let checked = await check();
  for (let pass = 0; pass < MAX_FIX_PASSES; pass++) {
    const { files, report, content } = checked;
    const found = fixFiles(files, report.problems);
    if (found.length === 0) break;
    for (const { path, text } of found) {
      await writeFixedFile(join(folder, path.slice(content.root.length + 1)), text);
    }
    fixed.push(...found);
    checked = await check();
  }
  return { fixed, checked };
}

/** Keeps the byte order mark that some editors write: it is not part of the text that is checked. */
async function writeFixedFile(path: string, text: string): Promise<void> {
  const before = await readFile(path);
  const hasMark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  await replaceFile(path, hasMark ? `\ufeff${text}` : text);
}

function formatReport(report: CheckReport, content: Content, { format }: Options): string {
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
    error: (words) => style('red', words),
    warning: (words) => style('yellow', words),
    dim: (words) => style('dim', words),
  });
  return `${text}${text ? '\n' : ''}${formatSummary(problems, files)}\n`;
}

function formatFixes(files: readonly FixedFile[]): string {
  const lines = files.flatMap(({ path, fixed }) =>
    fixed.map(
      ({ line, column, message, rule }) => `Fixed ${path}:${line}:${column}  ${message}  (${rule})\n`,
    ),
  );
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}
