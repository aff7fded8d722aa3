/** Asks the open questions about a new page on a terminal, and shows what is similar in between. */
import { log } from '@clack/prompts';
import { createValidKnowledge } from '../../knowledge/graph/valid/valid-knowledge.ts';
import { findFreeId } from '../../knowledge/import/draft-names.ts';
import { type DraftContext, findIdProblem } from '../../knowledge/new/check-draft.ts';
import { listChoices } from '../../knowledge/new/entry-choices.ts';
import { listOrganizations } from '../../knowledge/new/organizations.ts';
import type { PageDraft } from '../../knowledge/new/page-draft.ts';
import { formatIncidents } from '../../knowledge/new/page-report.ts';
import { getPagePath, suggestId } from '../../knowledge/new/page-text.ts';
import type { Question } from '../../knowledge/new/question.ts';
import { findSimilarIncidents, type SimilarIncidents } from '../../knowledge/new/similar-incidents.ts';
import { findSimilarLessons } from '../../knowledge/new/similar-lessons.ts';
import { getEnumValues, getSchemaAt } from '../../knowledge/schema/inspect-schema.ts';
import { isVocabularyKind } from '../../knowledge/schema/kinds.ts';
import { describeValue } from '../../knowledge/schema/labels.ts';
import { DOCUMENT_SCHEMAS } from '../../knowledge/source/document-file.ts';
import { getToday, getUtcOffset } from '../../node/clock.ts';
import { style, toTerminal } from '../../node/output.ts';
import { PromptBack, Prompts } from './prompts.ts';

/** The lesson that you want to write exists already. The message names it. */
export class CoveredByLesson extends Error {}

interface PromptSession {
  readonly draft: PageDraft;
  readonly context: DraftContext;
  readonly prompts: Prompts;
  /** Answers that an existing text proposes, by option. */
  readonly proposed: Readonly<Record<string, string>>;
  /** By option, the answer that you typed before you went back to its question. */
  readonly typed: Map<string, readonly string[]>;
  similar?: SimilarIncidents;
}

/**
 * @param known answers that an existing text proposes, by option, and the id that was given as an option
 * @returns the id of the page
 * @throws PromptCancelled if you press Ctrl-C, CoveredByLesson if the page is not needed
 */
export async function askOpenQuestions(
  draft: PageDraft,
  context: DraftContext,
  known: { readonly proposed: Readonly<Record<string, string>>; readonly id: string | undefined },
): Promise<string> {
  const prompts = new Prompts((question, texts) => draft.findRejection(question, texts));
  const session: PromptSession = { draft, context, prompts, proposed: known.proposed, typed: new Map() };
  log.message(style('dim', 'Esc: back to the previous question. Ctrl-C: stop, and continue later.'));
  /** The places of the questions that have been answered. */
  const answered: number[] = [];
  let place = 0;
  try {
    for (;;) {
      try {
        const question = draft.questions[place];
        if (!question) return await askId(session, known.id);
        if (await answerQuestion(question, session)) answered.push(place);
        place++;
      } catch (error) {
        if (!(error instanceof PromptBack)) throw error;
        if (answered.length > 0) draft.takeBack();
        place = answered.pop() ?? place;
      }
    }
  } finally {
    prompts.close();
  }
}

/** Returns whether the question was asked and has an answer; others have one already, or can only be answered by a flag. */
async function answerQuestion(question: Question, session: PromptSession): Promise<boolean> {
  const { draft, context, typed } = session;
  if (question.flag === 'lesson' && context.kind === 'postmortem') showSimilarIncidents(session);
  if (question.flag === 'reason') await askAboutSimilarLessons(session);
  if (question.prompt === undefined || !draft.unanswered.includes(question)) return false;
  const texts = await askQuestion(question, session);
  if (!texts) return false;
  typed.set(question.flag, texts);
  const { rejection, notes } = draft.answer(question, texts);
  for (const note of notes) log.info(toTerminal(note));
  return rejection === undefined;
}

function showSimilarIncidents(session: PromptSession): void {
  const { context, draft } = session;
  session.similar = findSimilarIncidents(createValidKnowledge(context.content), draft.answers.fields);
  log.step(toTerminal(formatIncidents(session.similar).join('\n')));
}

async function askAboutSimilarLessons({ context, draft, prompts }: PromptSession): Promise<void> {
  const lessons = findSimilarLessons(createValidKnowledge(context.content), draft.answers.fields);
  if (lessons.length === 0) return;
  const chosen = await prompts.selectOne('Is this already covered by one of these lessons?', [
    { value: '', label: 'No, create a new lesson' },
    ...lessons.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
  ]);
  if (chosen === '') return;
  const path = `${context.content.root}/${getPagePath('lesson', chosen)}`;
  throw new CoveredByLesson(
    `Nothing was written. Lesson ${chosen} covers it: ${path}\nName it under \`lessons\` in the postmortem or note that teaches it.`,
  );
}

/** @returns undefined if there is nothing to choose from */
async function askQuestion(question: Question, session: PromptSession): Promise<string[] | undefined> {
  const { prompts, context, similar } = session;
  const typed = session.typed.get(question.flag) ?? [];
  const proposed = typed[0] ?? session.proposed[question.flag];
  switch (question.type) {
    case 'text':
      return prompts.askLine(question, { proposed, example: question.example });
    case 'time':
      return prompts.askLine(question, { proposed: typed[0], example: createTimeExample(question) });
    case 'lines':
      return prompts.askLines(question, typed);
    case 'attempts':
      return prompts.askAttempts(question, typed);
    case 'choice':
      return [await prompts.selectOne(question.prompt ?? '', listOptions(question, context))];
    case 'id':
      return prompts.askEntry(
        question,
        listChoices('organization', context.content),
        listOrganizations(context.content),
      );
    case 'ids':
      if (question.entryKind && isVocabularyKind(question.entryKind)) {
        const choices = listChoices(question.entryKind, context.content);
        return prompts.askIds(question, choices, similar?.tags ?? []);
      }
      return askLessons(question, session);
  }
}

/** Offers only likely lessons: without any, it asks nothing. You can name others in the file. */
async function askLessons(
  question: Question,
  { prompts, similar }: PromptSession,
): Promise<string[] | undefined> {
  if (!similar || similar.lessons.length === 0) return undefined;
  return prompts.selectSeveral(
    `${question.prompt} ${style('dim', '(Enter: none)')}`,
    similar.lessons.map(({ id, title, why }) => ({ value: id, label: title, hint: `${id}, ${why}` })),
  );
}

/** Returns a time as you would type it here and now. */
function createTimeExample({ flag }: Question): string {
  const day = getToday();
  const time = `${day} 14:30 ${getUtcOffset(`${day}T14:30`)}`;
  return flag === 'resolved' ? `15:10 on the same day, or ${time}` : `${time}, or ${day}`;
}

function listOptions({ path }: Question, { kind }: DraftContext) {
  return (getEnumValues(getSchemaAt(DOCUMENT_SCHEMAS[kind], path)) ?? []).map((value) => ({
    value,
    label: value === 'unknown' ? describeValue(value) : value,
  }));
}

async function askId(
  { draft, context, prompts }: PromptSession,
  givenId: string | undefined,
): Promise<string> {
  const { answers } = draft;
  const findProblem = (id: string) => findIdProblem(context, answers, id);
  if (givenId !== undefined && findProblem(givenId) === undefined) return givenId;
  const { kind, content } = context;
  const suggested = givenId ?? suggestId(kind, answers.fields);
  const problem = findProblem(suggested);
  if (problem !== undefined) log.warn(toTerminal(problem));
  return prompts.askId(
    "File name (this becomes the page's permanent address)",
    findFreeId(suggested, (id) => content.has({ kind, id })),
    findProblem,
  );
}
