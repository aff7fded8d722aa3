/** What is asked on a terminal about a new page, in which order, and what is told in between. */
import { styleText } from 'node:util';
import { log } from '@clack/prompts';
import { freeId } from '../../knowledge/import/draft-names.ts';
import type { Beginning } from '../../knowledge/new/beginning.ts';
import { choicesOf } from '../../knowledge/new/choices.ts';
import { type Judge, refusalOfId } from '../../knowledge/new/judge.ts';
import { likeLessons } from '../../knowledge/new/like-lessons.ts';
import { organizationsIn } from '../../knowledge/new/organizations.ts';
import { pathOf, suggestedId } from '../../knowledge/new/page.ts';
import type { Question } from '../../knowledge/new/questions.ts';
import { reportIncidents } from '../../knowledge/new/report.ts';
import { type SeenBefore, seenBefore } from '../../knowledge/new/seen-before.ts';
import { knowledgeOf } from '../../knowledge/review/review.ts';
import { describeValue } from '../../knowledge/schema/wording.ts';
import { DOCUMENT_SCHEMAS } from '../../knowledge/source/document-file.ts';
import { enumValues, schemaAt } from '../../knowledge/source/validate.ts';
import { offsetAt, today } from '../../node/today.ts';
import { Ended } from '../command-error.ts';
import { Prompts } from './prompts.ts';

interface Asking {
  readonly beginning: Beginning;
  readonly judge: Judge;
  readonly prompts: Prompts;
  readonly proposed: Readonly<Record<string, string>>;
  seen?: SeenBefore;
}

/**
 * @param known what a text proposes as answers, by field, and the name of the file where it was said
 * @returns the id of the page
 * @throws Stopped where it is broken off, Ended where the page is not needed
 */
export async function askWhatIsOpen(
  beginning: Beginning,
  judge: Judge,
  known: { readonly proposed: Readonly<Record<string, string>>; readonly id: string | undefined },
): Promise<string> {
  const prompts = new Prompts((question, texts) => beginning.refusal(question, texts));
  const asking: Asking = { beginning, judge, prompts, proposed: known.proposed };
  try {
    for (const question of beginning.questions) {
      if (question.flag === 'lesson' && judge.kind === 'postmortem') tellSeen(asking);
      if (question.flag === 'reason') await askWhetherSaid(asking);
      if (question.ask === undefined || !beginning.open.includes(question)) continue;
      for (const sentence of beginning.take(question, await ask(question, asking)).said) log.info(sentence);
    }
    return await askId(asking, known.id);
  } finally {
    prompts.close();
  }
}

function tellSeen(asking: Asking): void {
  const { judge, beginning } = asking;
  asking.seen = seenBefore(knowledgeOf(judge.content), beginning.answers.fields);
  log.step(reportIncidents(asking.seen).join('\n'));
}

async function askWhetherSaid({ judge, beginning, prompts }: Asking): Promise<void> {
  const lessons = likeLessons(knowledgeOf(judge.content), beginning.answers.fields);
  if (lessons.length === 0) return;
  const chosen = await prompts.one('Does one of these say it already?', [
    { value: '', label: 'No, it is a new one' },
    ...lessons.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
  ]);
  if (chosen === '') return;
  const path = `${judge.content.root}/${pathOf('lesson', chosen)}`;
  throw new Ended(
    `Nothing was written. Lesson ${chosen} covers it: ${path}\nName it under \`lessons\` in the postmortem or note that teaches it.`,
    0,
  );
}

async function ask(question: Question, asking: Asking): Promise<string[]> {
  const { prompts, judge, proposed, seen } = asking;
  switch (question.type) {
    case 'text':
      return prompts.line(question, {
        proposed: proposed[question.flag],
        example:
          question.flag === 'organization' ? organizationsIn(judge.content).join(', ') : question.example,
      });
    case 'time':
      return prompts.line(question, { example: exampleOf(question) });
    case 'lines':
      return prompts.lines(question);
    case 'attempts':
      return prompts.attempts(question);
    case 'choice':
      return [await prompts.one(question.ask ?? '', optionsOf(question, judge))];
    case 'ids':
      if (question.of === 'service' || question.of === 'tag') {
        return prompts.ids(question, choicesOf(question.of, judge.content), seen?.tags ?? []);
      }
      return askLessons(question, asking);
  }
}

/** Only those that are likely: whoever knows another one names it in the file. */
async function askLessons(question: Question, { prompts, seen }: Asking): Promise<string[]> {
  if (!seen || seen.lessons.length === 0) return [];
  return prompts.several(
    `${question.ask} ${styleText('dim', '(Enter: none)')}`,
    seen.lessons.map(({ id, title, why }) => ({ value: id, label: title, hint: `${id}, ${why}` })),
  );
}

/** A time as it would be typed here and now. */
function exampleOf({ flag }: Question): string {
  const day = today();
  const time = `${day} 14:30 ${offsetAt(`${day}T14:30`)}`;
  return flag === 'resolved' ? `15:10 on the same day, or ${time}` : `${time}, or ${day}`;
}

function optionsOf({ path }: Question, { kind }: Judge) {
  return (enumValues(schemaAt(DOCUMENT_SCHEMAS[kind], path)) ?? []).map((value) => ({
    value,
    label: value === 'unknown' ? describeValue(value) : value,
  }));
}

async function askId({ beginning, judge, prompts }: Asking, said: string | undefined): Promise<string> {
  const { answers } = beginning;
  const refuse = (id: string) => refusalOfId(judge, answers, id);
  if (said !== undefined && refuse(said) === undefined) return said;
  const { kind, content } = judge;
  const wanted = said ?? suggestedId(kind, answers.fields);
  const refusal = refuse(wanted);
  if (refusal !== undefined) log.warn(refusal);
  return prompts.id(
    'How is the file called? It is the address of the page, for ever',
    freeId(wanted, (id) => content.has({ kind, id })),
    refuse,
  );
}
