/** The way of a new page: what is there, flags, questions, the like of it, the file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { reportForTerminal } from '../../knowledge/check/reporters/terminal.ts';
import { Beginning } from '../../knowledge/new/beginning.ts';
import type { Judge } from '../../knowledge/new/judge.ts';
import { refusalOfId } from '../../knowledge/new/judge.ts';
import { likeLessons } from '../../knowledge/new/like-lessons.ts';
import { organizationsIn } from '../../knowledge/new/organizations.ts';
import { pageText, pathOf, suggestedId } from '../../knowledge/new/page.ts';
import { faultsIn, reportLikeLessons, reportSeen, reportWritten } from '../../knowledge/new/report.ts';
import { seenBefore } from '../../knowledge/new/seen-before.ts';
import type { Taken } from '../../knowledge/new/taken-text.ts';
import { knowledgeOf } from '../../knowledge/review/review.ts';
import type { DocumentKind } from '../../knowledge/schema/kinds.ts';
import type { Content } from '../../knowledge/source/content.ts';
import { DocumentFile } from '../../knowledge/source/document-file.ts';
import { contentFolder, readContent } from '../../node/content-folder.ts';
import { runGate } from '../../node/gate.ts';
import { offsetAt, today } from '../../node/today.ts';
import { Ended } from '../command-error.ts';
import { askWhatIsOpen } from './ask-questions.ts';
import { readSource } from './existing-text.ts';
import { Stopped } from './prompts.ts';

export interface NewPageOptions {
  /** What was said by flags. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly id: string | undefined;
  readonly isDryRun: boolean;
  readonly from: string | undefined;
  readonly format: string | undefined;
}

const WRONG_USE = 2;
const NOT_WRITTEN = 1;
/** What a shell says of a command that was broken off: 128 and the number of SIGINT. */
const BROKEN_OFF = 130;

/** @returns the exit code: 0 done, 1 nothing was written, 2 wrong use, 130 broken off */
export async function newPage(kind: DocumentKind, options: NewPageOptions): Promise<number> {
  try {
    await makePage(kind, options, await readContent());
    return 0;
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    tell(error.message);
    return error.code;
  }
}

async function makePage(kind: DocumentKind, options: NewPageOptions, content: Content): Promise<void> {
  const judge: Judge = { kind, content, today: today() };
  const taken = await readSource(options, kind, content);
  for (const remark of taken?.remarks ?? []) tell(`From ${options.from}: ${remark}`);
  const beginning = new Beginning(judge, { content, offsetAt }, taken?.answers);
  const refused = [...takeFlags(beginning, options.flags), ...takeOnlyOrganization(beginning, content)];
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (!isTerminal) refused.push(...takeProposed(beginning, taken), ...missingFlags(beginning, options.flags));
  if (refused.length > 0) throw new Ended(refused.join('\n'), WRONG_USE);
  const id = isTerminal
    ? await askAll(beginning, judge, taken, options)
    : idWithoutAsking(beginning, judge, options);
  if (!isTerminal) tellTheLike(beginning, content);
  const text = pageText(kind, beginning.answers, sectionsOf(content), taken?.text);
  if (options.isDryRun) process.stdout.write(text);
  else await writePage(judge, id, text);
}

/** What was typed is not lost with the page, neither at a question nor while something is looked up. */
async function askAll(
  beginning: Beginning,
  judge: Judge,
  taken: Taken | undefined,
  { id, from, format }: NewPageOptions,
): Promise<string> {
  const toGoOn = () => {
    const also = Object.entries({ from, format, id }).flatMap(([flag, value]) =>
      value === undefined ? [] : [[flag, [value]] as const],
    );
    return `Nothing was written. To go on from here:\n\n  ${beginning.commandWith(new Map(also))}`;
  };
  const breakOff = () => {
    tell(toGoOn());
    process.exit(BROKEN_OFF);
  };
  process.once('SIGINT', breakOff);
  try {
    return await askWhatIsOpen(beginning, judge, { proposed: taken?.proposed ?? {}, id });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw new Ended(toGoOn(), BROKEN_OFF);
  } finally {
    process.off('SIGINT', breakOff);
  }
}

/** Beside what a pipe takes. */
function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

function sectionsOf(content: Content): readonly string[] {
  return content.site?.validated.data?.sections ?? [];
}

/** @returns what is wrong, all of it */
function takeFlags(beginning: Beginning, flags: NewPageOptions['flags']): string[] {
  return beginning.questions.flatMap((question) => {
    const values = flags.get(question.flag);
    if (!values) return [];
    const { refused, said } = beginning.take(question, values);
    for (const sentence of said) tell(`--${question.flag}: ${sentence}`);
    return refused === undefined ? [] : [`--${question.flag}: ${refused}`];
  });
}

/** Where all pages name the same one, nobody has to be asked. */
function takeOnlyOrganization(beginning: Beginning, content: Content): string[] {
  const question = beginning.open.find(({ flag }) => flag === 'organization');
  const [only, ...others] = organizationsIn(content);
  if (!question || only === undefined || others.length > 0) return [];
  const { refused } = beginning.take(question, [only]);
  return refused === undefined ? [] : [refused];
}

/** What was made of the first words of a text stands in for what nobody can be asked. */
function takeProposed(beginning: Beginning, taken: Taken | undefined): string[] {
  return beginning.open.flatMap((question) => {
    const value = taken?.proposed[question.flag];
    if (value === undefined) return [];
    const { refused } = beginning.take(question, [value]);
    return refused === undefined ? [] : [`--${question.flag}: ${refused}`];
  });
}

/** What was said and refused is not missing. */
function missingFlags({ open }: Beginning, said: NewPageOptions['flags']): string[] {
  const missing = open
    .filter(({ needed, flag }) => needed && !said.get(flag)?.some((value) => value.trim()))
    .map(({ flag }) => `--${flag}`);
  if (missing.length === 0) return [];
  return [`Missing ${missing.join(', ')}: without a terminal nothing can be asked.`];
}

function idWithoutAsking(beginning: Beginning, judge: Judge, options: NewPageOptions): string {
  const id = options.id ?? suggestedId(judge.kind, beginning.answers.fields);
  const refusal = refusalOfId(judge, beginning.answers, id);
  if (refusal === undefined) return id;
  throw new Ended(
    `${refusal}. Say with \`--id\` how the file is called.`,
    options.id === undefined ? NOT_WRITTEN : WRONG_USE,
  );
}

function tellTheLike({ kind, answers: { fields } }: Beginning, content: Content): void {
  const knowledge = knowledgeOf(content);
  if (kind === 'postmortem') for (const line of reportSeen(seenBefore(knowledge, fields))) tell(line);
  if (kind === 'lesson') for (const line of reportLikeLessons(likeLessons(knowledge, fields))) tell(line);
}

async function writePage({ kind, content }: Judge, id: string, text: string): Promise<void> {
  const below = pathOf(kind, id);
  const target = join(contentFolder(), below);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new Ended(`${target} is there already. Say with \`--id\` how the file is called.`, NOT_WRITTEN);
  }
  const report = await runGate(content, [new DocumentFile(kind, id, `${content.root}/${below}`, text)]);
  const faults = reportForTerminal(faultsIn(report));
  if (faults) process.stdout.write(`${faults}\n`);
  if (process.stdout.isTTY) process.stdout.write('\n');
  process.stdout.write(reportWritten(kind, relative('.', target), report));
}
