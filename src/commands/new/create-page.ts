/** The way of a new page: what is there, flags, questions, the like of it, the file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { formatTerminalReport } from '../../knowledge/check/reporters/terminal.ts';
import type { DraftContext } from '../../knowledge/new/check-draft.ts';
import { findIdProblem } from '../../knowledge/new/check-draft.ts';
import type { ExistingText } from '../../knowledge/new/existing-text.ts';
import { listOrganizations } from '../../knowledge/new/organizations.ts';
import { PageDraft } from '../../knowledge/new/page-draft.ts';
import {
  formatSimilar,
  formatSimilarLessons,
  formatWrittenPage,
  listProblemsToFix,
} from '../../knowledge/new/page-report.ts';
import { formatPage, getPagePath, suggestId } from '../../knowledge/new/page-text.ts';
import { findSimilarIncidents } from '../../knowledge/new/similar-incidents.ts';
import { findSimilarLessons } from '../../knowledge/new/similar-lessons.ts';
import { createValidKnowledge } from '../../knowledge/review/pull-request-review.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { DocumentFile } from '../../knowledge/source/document-file.ts';
import { checkContent } from '../../node/check-content.ts';
import { getToday, getUtcOffset } from '../../node/clock.ts';
import { getContentFolder, readContent } from '../../node/content-folder.ts';
import { CommandError } from '../command-error.ts';
import { askOpenQuestions } from './ask-questions.ts';
import { PromptCancelled } from './prompts.ts';
import { readExistingText } from './read-existing-text.ts';

export interface NewPageOptions {
  /** What was said by flags. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly id: string | undefined;
  readonly isDryRun: boolean;
  readonly from: string | undefined;
  readonly format: string | undefined;
}

const EXIT_USAGE_ERROR = 2;
const EXIT_NOT_WRITTEN = 1;
/** What a shell says of a command that was broken off: 128 and the number of SIGINT. */
const EXIT_INTERRUPTED = 130;

/** @returns the exit code: 0 done, 1 nothing was written, 2 wrong use, 130 broken off */
export async function createPage(kind: DocumentKind, options: NewPageOptions): Promise<number> {
  try {
    await fillAndWritePage(kind, options, await readContent());
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    printMessage(error.message);
    return error.exitCode;
  }
}

async function fillAndWritePage(
  kind: DocumentKind,
  options: NewPageOptions,
  content: Content,
): Promise<void> {
  const judge: DraftContext = { kind, content, today: getToday() };
  const taken = await readExistingText(options, kind, content);
  for (const remark of taken?.remarks ?? []) printMessage(`From ${options.from}: ${remark}`);
  const beginning = new PageDraft(judge, { content, offsetAt: getUtcOffset }, taken?.answers);
  const refused = [
    ...answerFromFlags(beginning, options.flags),
    ...answerOnlyOrganization(beginning, content),
  ];
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (!isTerminal)
    refused.push(...answerFromProposals(beginning, taken), ...findMissingFlags(beginning, options.flags));
  if (refused.length > 0) throw new CommandError(refused.join('\n'), EXIT_USAGE_ERROR);
  const id = isTerminal
    ? await askQuestions(beginning, judge, taken, options)
    : chooseId(beginning, judge, options);
  if (!isTerminal) reportSimilar(beginning, content);
  const text = formatPage(kind, beginning.answers, getRequiredSections(content), taken?.body);
  if (options.isDryRun) process.stdout.write(text);
  else await writePage(judge, id, text);
}

/** What was typed is not lost with the page, neither at a question nor while something is looked up. */
async function askQuestions(
  beginning: PageDraft,
  judge: DraftContext,
  taken: ExistingText | undefined,
  { id, from, format }: NewPageOptions,
): Promise<string> {
  const toGoOn = () => {
    const also = Object.entries({ from, format, id }).flatMap(([flag, value]) =>
      value === undefined ? [] : [[flag, [value]] as const],
    );
    return `Nothing was written. To go on from here:\n\n  ${beginning.formatResumeCommand(new Map(also))}`;
  };
  const breakOff = () => {
    printMessage(toGoOn());
    process.exit(EXIT_INTERRUPTED);
  };
  process.once('SIGINT', breakOff);
  try {
    return await askOpenQuestions(beginning, judge, { proposed: taken?.proposed ?? {}, id });
  } catch (error) {
    if (!(error instanceof PromptCancelled)) throw error;
    throw new CommandError(toGoOn(), EXIT_INTERRUPTED);
  } finally {
    process.off('SIGINT', breakOff);
  }
}

/** Beside what a pipe takes. */
function printMessage(message: string): void {
  process.stderr.write(`${message}\n`);
}

function getRequiredSections(content: Content): readonly string[] {
  return content.site?.validated.data?.sections ?? [];
}

/** @returns what is wrong, all of it */
function answerFromFlags(beginning: PageDraft, flags: NewPageOptions['flags']): string[] {
  return beginning.questions.flatMap((question) => {
    const values = flags.get(question.flag);
    if (!values) return [];
    const { rejection: refused, notes: said } = beginning.answer(question, values);
    for (const sentence of said) printMessage(`--${question.flag}: ${sentence}`);
    return refused === undefined ? [] : [`--${question.flag}: ${refused}`];
  });
}

/** Where all pages name the same one, nobody has to be asked. */
function answerOnlyOrganization(beginning: PageDraft, content: Content): string[] {
  const question = beginning.unanswered.find(({ flag }) => flag === 'organization');
  const [only, ...others] = listOrganizations(content);
  if (!question || only === undefined || others.length > 0) return [];
  const { rejection: refused } = beginning.answer(question, [only]);
  return refused === undefined ? [] : [refused];
}

/** What was made of the first words of a text stands in for what nobody can be asked. */
function answerFromProposals(beginning: PageDraft, taken: ExistingText | undefined): string[] {
  return beginning.unanswered.flatMap((question) => {
    const value = taken?.proposed[question.flag];
    if (value === undefined) return [];
    const { rejection: refused } = beginning.answer(question, [value]);
    return refused === undefined ? [] : [`--${question.flag}: ${refused}`];
  });
}

/** What was said and refused is not missing. */
function findMissingFlags({ unanswered: open }: PageDraft, said: NewPageOptions['flags']): string[] {
  const missing = open
    .filter(({ required: needed, flag }) => needed && !said.get(flag)?.some((value) => value.trim()))
    .map(({ flag }) => `--${flag}`);
  if (missing.length === 0) return [];
  return [`Missing ${missing.join(', ')}: without a terminal nothing can be asked.`];
}

function chooseId(beginning: PageDraft, judge: DraftContext, options: NewPageOptions): string {
  const id = options.id ?? suggestId(judge.kind, beginning.answers.fields);
  const refusal = findIdProblem(judge, beginning.answers, id);
  if (refusal === undefined) return id;
  throw new CommandError(
    `${refusal}. Say with \`--id\` how the file is called.`,
    options.id === undefined ? EXIT_NOT_WRITTEN : EXIT_USAGE_ERROR,
  );
}

function reportSimilar({ kind, answers: { fields } }: PageDraft, content: Content): void {
  const knowledge = createValidKnowledge(content);
  if (kind === 'postmortem')
    for (const line of formatSimilar(findSimilarIncidents(knowledge, fields))) printMessage(line);
  if (kind === 'lesson')
    for (const line of formatSimilarLessons(findSimilarLessons(knowledge, fields))) printMessage(line);
}

async function writePage({ kind, content }: DraftContext, id: string, text: string): Promise<void> {
  const below = getPagePath(kind, id);
  const target = join(getContentFolder(), below);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new CommandError(
      `${target} is there already. Say with \`--id\` how the file is called.`,
      EXIT_NOT_WRITTEN,
    );
  }
  const report = await checkContent(content, [new DocumentFile(kind, id, `${content.root}/${below}`, text)]);
  const faults = formatTerminalReport(listProblemsToFix(report));
  if (faults) process.stdout.write(`${faults}\n`);
  if (process.stdout.isTTY) process.stdout.write('\n');
  process.stdout.write(formatWrittenPage(kind, relative('.', target), report));
}
