/** Creates a page: from an existing text, from options, and on a terminal from answers. */
import { join, relative } from 'node:path';
import { formatTerminalReport } from '../../knowledge/check/reporters/terminal.ts';
import { createValidKnowledge } from '../../knowledge/graph/valid/valid-knowledge.ts';
import { type DraftContext, findIdProblem } from '../../knowledge/new/check-draft.ts';
import type { ExistingText } from '../../knowledge/new/existing-text.ts';
import { findDefaultOrganization } from '../../knowledge/new/organizations.ts';
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
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { createMaskedFile } from '../../knowledge/source/masked-content.ts';
import { checkContent } from '../../node/check-content.ts';
import { loadCheckContext } from '../../node/check-context.ts';
import { getUtcOffset } from '../../node/clock.ts';
import { readCommandContent } from '../../node/command-content.ts';
import { CommandError, EXIT_CODES } from '../../node/command-error.ts';
import { getContentFolder } from '../../node/content-files.ts';
import { createContentFile } from '../../node/create-content-file.ts';
import { print, printMessage } from '../../node/output.ts';
import { askOpenQuestions, CoveredByLesson } from './ask-questions.ts';
import { PromptCancelled } from './prompts.ts';
import { readExistingText } from './read-existing-text.ts';

export interface NewPageOptions {
  /** The values of the options that answer questions. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly id: string | undefined;
  readonly isDryRun: boolean;
  readonly from: string | undefined;
  readonly format: string | undefined;
}

/** @throws a CommandError if the page cannot be written, or you press Ctrl-C */
export async function createPage(kind: DocumentKind, options: NewPageOptions): Promise<void> {
  try {
    const { content } = await readCommandContent();
    await fillAndWritePage(kind, options, content);
  } catch (error) {
    if (!(error instanceof CoveredByLesson)) throw error;
    printLine(error.message);
  }
}

async function fillAndWritePage(
  kind: DocumentKind,
  options: NewPageOptions,
  content: Content,
): Promise<void> {
  const context: DraftContext = { kind, content, ...(await loadCheckContext()) };
  const existing = await readExistingText(options, kind, content);
  for (const remark of existing?.remarks ?? []) printLine(`From ${options.from}: ${remark}`);
  const draft = new PageDraft(context, { content, offsetAt: getUtcOffset }, existing?.answers);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const rejections = [
    // Before the flags, because a team needs its organization.
    ...(options.flags.has('organization')
      ? []
      : answerDefaultOrganization(draft, findDefaultOrganization(content, isTerminal))),
    ...answerFromFlags(draft, options.flags),
  ];
  if (!isTerminal)
    rejections.push(...answerFromProposals(draft, existing), ...findMissingFlags(draft, options.flags));
  if (rejections.length > 0) throw new CommandError(rejections.join('\n'));
  const id = isTerminal
    ? await askQuestions(draft, context, existing, options)
    : chooseId(draft, context, options);
  if (!isTerminal) reportSimilar(draft, content);
  const text = formatPage(kind, draft.answers, getRequiredSections(content), existing?.body);
  if (options.isDryRun) print(text);
  else await writePage(context, id, text);
}

/** Runs the prompts. If you press Ctrl-C, it prints a command with your answers, so that they are not lost. */
async function askQuestions(
  draft: PageDraft,
  context: DraftContext,
  existing: ExistingText | undefined,
  { id, from, format }: NewPageOptions,
): Promise<string> {
  const formatResume = () => {
    const options = Object.entries({ from, format, id }).flatMap(([flag, value]) =>
      value === undefined ? [] : [[flag, [value]] as const],
    );
    return `Nothing was written. To continue from here:\n\n  ${draft.formatResumeCommand(new Map(options))}`;
  };
  // While a prompt waits, Ctrl-C is a key. Between prompts it is a signal.
  const exitOnSignal = () => {
    printLine(formatResume());
    process.exit(EXIT_CODES.interrupted);
  };
  process.once('SIGINT', exitOnSignal);
  try {
    return await askOpenQuestions(draft, context, { proposed: existing?.proposed ?? {}, id });
  } catch (error) {
    if (!(error instanceof PromptCancelled)) throw error;
    throw new CommandError(formatResume(), EXIT_CODES.interrupted);
  } finally {
    process.off('SIGINT', exitOnSignal);
  }
}

/** Prints a line to standard error: standard output contains only the page or its path. */
function printLine(message: string): void {
  printMessage(`${message}\n`);
}

function getRequiredSections(content: Content): readonly string[] {
  return content.site?.validated.data?.sections ?? [];
}

/** Returns the reasons for all rejected options. */
function answerFromFlags(draft: PageDraft, flags: NewPageOptions['flags']): string[] {
  return draft.questions.flatMap((question) => {
    const values = flags.get(question.flag);
    if (!values) return [];
    const { rejection, notes } = draft.answer(question, values);
    for (const note of notes) printLine(`--${question.flag}: ${note}`);
    return rejection === undefined ? [] : [`--${question.flag}: ${rejection}`];
  });
}

function answerDefaultOrganization(draft: PageDraft, organization: string | undefined): string[] {
  const question = draft.unanswered.find(({ flag }) => flag === 'organization');
  if (!question || organization === undefined) return [];
  const { rejection } = draft.answer(question, [organization]);
  return rejection === undefined ? [] : [rejection];
}

/** Without a terminal nobody can correct what an existing text proposes, so the proposals become the answers. */
function answerFromProposals(draft: PageDraft, existing: ExistingText | undefined): string[] {
  return draft.unanswered.flatMap((question) => {
    const value = existing?.proposed[question.flag];
    if (value === undefined) return [];
    const { rejection } = draft.answer(question, [value]);
    return rejection === undefined ? [] : [`--${question.flag}: ${rejection}`];
  });
}

/** Returns a message if required options are missing. An option whose value was rejected is not missing. */
function findMissingFlags({ unanswered }: PageDraft, flags: NewPageOptions['flags']): string[] {
  const missing = unanswered
    .filter(({ required, flag }) => required && !flags.get(flag)?.some((value) => value.trim()))
    .map(({ flag }) => `--${flag}`);
  if (missing.length === 0) return [];
  return [`Missing ${missing.join(', ')}. Add them, or run the command in a terminal to be asked.`];
}

function chooseId(draft: PageDraft, context: DraftContext, options: NewPageOptions): string {
  const id = options.id ?? suggestId(context.kind, draft.answers.fields);
  const problem = findIdProblem(context, draft.answers, id);
  if (problem === undefined) return id;
  throw new CommandError(
    `${problem}. Choose the file name with \`--id\`.`,
    options.id === undefined ? EXIT_CODES.problems : EXIT_CODES.failed,
  );
}

function reportSimilar({ kind, answers: { fields } }: PageDraft, content: Content): void {
  const knowledge = createValidKnowledge(content);
  if (kind === 'postmortem')
    for (const line of formatSimilar(findSimilarIncidents(knowledge, fields))) printLine(line);
  if (kind === 'lesson')
    for (const line of formatSimilarLessons(findSimilarLessons(knowledge, fields))) printLine(line);
}

async function writePage({ kind, content }: DraftContext, id: string, text: string): Promise<void> {
  const below = getPagePath(kind, id);
  const path = join(getContentFolder(), below);
  if (!(await createContentFile(getContentFolder(), below, text))) {
    throw new CommandError(
      `\`${path}\` exists already. Choose another file name with \`--id\`.`,
      EXIT_CODES.problems,
    );
  }
  const report = await checkContent(content, [await createMaskedFile({ path: below, text }, content)]);
  const problems = formatTerminalReport(listProblemsToFix(report));
  if (problems) print(`${problems}\n`);
  if (process.stdout.isTTY) print('\n');
  print(formatWrittenPage(kind, relative('.', path), report));
}
