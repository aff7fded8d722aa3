/** What is asked on a terminal about a new page, in which order, and what is told in between. */
import { styleText } from 'node:util';
import { log } from '@clack/prompts';
import { findFreeId } from '../../knowledge/import/draft-names.ts';
import { type DraftContext, findIdProblem } from '../../knowledge/new/check-draft.ts';
import { listChoices } from '../../knowledge/new/entry-choices.ts';
import { listOrganizations } from '../../knowledge/new/organizations.ts';
import type { PageDraft } from '../../knowledge/new/page-draft.ts';
import { formatIncidents } from '../../knowledge/new/page-report.ts';
import { getPagePath, suggestId } from '../../knowledge/new/page-text.ts';
import type { Question } from '../../knowledge/new/questions.ts';
import { findSimilarIncidents, type SimilarIncidents } from '../../knowledge/new/similar-incidents.ts';
import { findSimilarLessons } from '../../knowledge/new/similar-lessons.ts';
import { createValidKnowledge } from '../../knowledge/review/pull-request-review.ts';
import { getEnumValues, getSchemaAt } from '../../knowledge/schema/inspect-schema.ts';
import { describeValue } from '../../knowledge/schema/labels.ts';
import { DOCUMENT_SCHEMAS } from '../../knowledge/source/document-file.ts';
import { getToday, getUtcOffset } from '../../node/clock.ts';
import { CommandError } from '../command-error.ts';
import { Prompts } from './prompts.ts';

interface PromptSession {
  readonly draft: PageDraft;
  readonly context: DraftContext;
  readonly prompts: Prompts;
  readonly proposed: Readonly<Record<string, string>>;
  similar?: SimilarIncidents;
}

/**
 * @param known what a text proposes as answers, by field, and the name of the file where it was said
 * @returns the id of the page
 * @throws Stopped where it is broken off, Ended where the page is not needed
 */
export async function askOpenQuestions(
  beginning: PageDraft,
  judge: DraftContext,
  known: { readonly proposed: Readonly<Record<string, string>>; readonly id: string | undefined },
): Promise<string> {
  const prompts = new Prompts((question, texts) => beginning.findRejection(question, texts));
  const asking: PromptSession = { draft: beginning, context: judge, prompts, proposed: known.proposed };
  try {
    for (const question of beginning.questions) {
      if (question.flag === 'lesson' && judge.kind === 'postmortem') showSimilarIncidents(asking);
      if (question.flag === 'reason') await askAboutSimilarLessons(asking);
      if (question.prompt === undefined || !beginning.unanswered.includes(question)) continue;
      for (const sentence of beginning.answer(question, await askQuestion(question, asking)).notes)
        log.info(sentence);
    }
    return await askId(asking, known.id);
  } finally {
    prompts.close();
  }
}

function showSimilarIncidents(asking: PromptSession): void {
  const { context: judge, draft: beginning } = asking;
  asking.similar = findSimilarIncidents(createValidKnowledge(judge.content), beginning.answers.fields);
  log.step(formatIncidents(asking.similar).join('\n'));
}

async function askAboutSimilarLessons({
  context: judge,
  draft: beginning,
  prompts,
}: PromptSession): Promise<void> {
  const lessons = findSimilarLessons(createValidKnowledge(judge.content), beginning.answers.fields);
  if (lessons.length === 0) return;
  const chosen = await prompts.selectOne('Does one of these say it already?', [
    { value: '', label: 'No, it is a new one' },
    ...lessons.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
  ]);
  if (chosen === '') return;
  const path = `${judge.content.root}/${getPagePath('lesson', chosen)}`;
  throw new CommandError(
    `Nothing was written. Lesson ${chosen} covers it: ${path}\nName it under \`lessons\` in the postmortem or note that teaches it.`,
    0,
  );
}

async function askQuestion(question: Question, asking: PromptSession): Promise<string[]> {
  const { prompts, context: judge, proposed, similar: seen } = asking;
  switch (question.type) {
    case 'text':
      return prompts.askLine(question, {
        proposed: proposed[question.flag],
        example:
          question.flag === 'organization' ? listOrganizations(judge.content).join(', ') : question.example,
      });
    case 'time':
      return prompts.askLine(question, { example: createTimeExample(question) });
    case 'lines':
      return prompts.askLines(question);
    case 'attempts':
      return prompts.askAttempts(question);
    case 'choice':
      return [await prompts.selectOne(question.prompt ?? '', listOptions(question, judge))];
    case 'ids':
      if (question.entryKind === 'service' || question.entryKind === 'tag') {
        return prompts.askIds(question, listChoices(question.entryKind, judge.content), seen?.tags ?? []);
      }
      return askLessons(question, asking);
  }
}

/** Only those that are likely: whoever knows another one names it in the file. */
async function askLessons(question: Question, { prompts, similar: seen }: PromptSession): Promise<string[]> {
  if (!seen || seen.lessons.length === 0) return [];
  return prompts.selectSeveral(
    `${question.prompt} ${styleText('dim', '(Enter: none)')}`,
    seen.lessons.map(({ id, title, why }) => ({ value: id, label: title, hint: `${id}, ${why}` })),
  );
}

/** A time as it would be typed here and now. */
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
  { draft: beginning, context: judge, prompts }: PromptSession,
  said: string | undefined,
): Promise<string> {
  const { answers } = beginning;
  const refuse = (id: string) => findIdProblem(judge, answers, id);
  if (said !== undefined && refuse(said) === undefined) return said;
  const { kind, content } = judge;
  const wanted = said ?? suggestId(kind, answers.fields);
  const refusal = refuse(wanted);
  if (refusal !== undefined) log.warn(refusal);
  return prompts.askId(
    'How is the file called? It is the address of the page, for ever',
    findFreeId(wanted, (id) => content.has({ kind, id })),
    refuse,
  );
}
