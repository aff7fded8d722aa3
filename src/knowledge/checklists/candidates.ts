/** From checks to what may stand on a list: those that were chosen, that can be asked, and each question once. */
import { startsWithVerb } from '../check/imperative-verbs.ts';
import type { Explanation } from './checklist.ts';
import type { ChecklistChoice } from './checklist-choice.ts';
import type { ChecklistSource, SourceCheck, SourceLesson } from './checklist-source.ts';
import { compareItems, type DatedEvidence, mergeEvidence } from './item-order.ts';
import { isNearlySameQuestion, toQuestionKey } from './same-question.ts';

/** A lesson with what stands behind it. */
export interface CandidateLesson extends Omit<SourceLesson, 'evidence'> {
  readonly evidence: readonly DatedEvidence[];
}

/** One question with everything that stands behind it. */
export interface CandidateQuestion {
  readonly text: string;
  readonly expect: string;
  readonly lessons: readonly CandidateLesson[];
  readonly evidence: readonly DatedEvidence[];
}

interface CandidateCheck {
  readonly check: SourceCheck;
  readonly lesson: CandidateLesson;
}

/** The checks that a choice asks for, and why others of the same activity are not among them. */
export function chooseChecks(
  source: ChecklistSource,
  choice: ChecklistChoice,
): { readonly chosen: CandidateCheck[]; readonly explanation: Explanation[] } {
  const lessons = new Map(source.lessons.map((lesson) => [lesson.id, addEvidence(lesson, source)]));
  const all = source.checks.flatMap((check) => {
    const lesson = lessons.get(check.lesson);
    return lesson && (!choice.activity || check.activity === choice.activity) ? [{ check, lesson }] : [];
  });
  const fitting = all.filter((candidate) => matchesChoice(candidate, choice));
  const explanation = choice.activity ? explainNarrowing(all.filter((one) => !fitting.includes(one))) : [];
  const chosen: CandidateCheck[] = [];
  for (const candidate of fitting) {
    const refusal = explainRejection(candidate);
    if (refusal) explanation.push(refusal);
    else chosen.push(candidate);
  }
  return { chosen, explanation };
}

function addEvidence(lesson: SourceLesson, { texts }: ChecklistSource): CandidateLesson {
  const evidence = lesson.evidence.map(({ text, relation }) => {
    const found = texts[text];
    if (!found) throw new Error(`The lesson \`${lesson.id}\` names a text that is not in the source`);
    return { ...found, relation };
  });
  return { ...lesson, evidence };
}

/**
 * With an activity, a check is left out only if it names services of its own and none of the chosen ones
 * is among them: asking too much is the lesser harm. Without one, a check has to concern the service.
 */
function matchesChoice(
  { check, lesson }: CandidateCheck,
  { activity, services, tags }: ChecklistChoice,
): boolean {
  const named = activity || check.services.length > 0 ? check.services : lesson.services;
  const isGeneral = Boolean(activity) && named.length === 0;
  const fitsService = services.length === 0 || isGeneral || services.some((id) => named.includes(id));
  return fitsService && (tags.length === 0 || tags.some((id) => lesson.tags.includes(id)));
}

function explainNarrowing(out: readonly CandidateCheck[]): Explanation[] {
  if (out.length === 0) return [];
  const count =
    out.length === 1 ? '1 check of this activity is' : `${out.length} checks of this activity are`;
  return [
    {
      kind: 'left-out',
      sentence: `${count} left out, because the choice of services or tags does not call for it: ${quoteTexts(out.map(({ check }) => check.text))}.`,
      lessons: [...new Set(out.map(({ lesson }) => lesson.id))],
    },
  ];
}

function explainRejection({ check, lesson }: CandidateCheck): Explanation | undefined {
  const reason = lesson.replacedBy
    ? `its lesson was replaced by “${lesson.replacedBy}”`
    : !startsWithVerb(check.text)
      ? 'it does not begin with a verb, so it does not say what to do'
      : check.expect.trim() === ''
        ? 'it does not say which value to expect'
        : undefined;
  if (!reason) return undefined;
  return {
    kind: 'left-out',
    sentence: `${quoteTexts([check.text])} is left out: ${reason}.`,
    lessons: [lesson.id],
  };
}

/** Each question once, the most dangerous first, and what was made one or might be. */
export function mergeQuestions(checks: readonly CandidateCheck[]): {
  readonly questions: CandidateQuestion[];
  readonly explanation: Explanation[];
} {
  const explanation: Explanation[] = [];
  const groups = Map.groupBy(checks, ({ check }) => toQuestionKey(check));
  const questions = [...groups.values()].map((group): CandidateQuestion => {
    const byLesson = new Map(group.map(({ lesson }) => [lesson.id, lesson]));
    const lessons = [...byLesson.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const evidence = mergeEvidence(lessons.map((lesson) => lesson.evidence));
    const worded = group
      .map(({ check, lesson }) => ({ text: check.text, expect: check.expect, evidence: lesson.evidence }))
      .sort(compareItems)[0];
    if (!worded) throw new Error('A group of checks cannot be empty');
    if (lessons.length > 1) {
      explanation.push({
        kind: 'merged',
        sentence: `${quoteTexts([worded.text])} is asked by ${lessons.length} lessons and stands here once, with the evidence of all.`,
        lessons: lessons.map(({ id }) => id),
      });
    }
    return { text: worded.text, expect: worded.expect, lessons, evidence };
  });
  questions.sort(compareItems);
  return { questions, explanation: [...explanation, ...findNearDuplicates(questions)] };
}

function findNearDuplicates(questions: readonly CandidateQuestion[]): Explanation[] {
  return questions.flatMap((one, index) =>
    questions
      .slice(index + 1)
      .filter((other) => isNearlySameQuestion(one, other))
      .map((other) => ({
        kind: 'nearly-same' as const,
        sentence: `${quoteTexts([one.text])} and ${quoteTexts([other.text])} ask nearly the same and both stay, because they do not say the same.`,
        lessons: [...new Set([...one.lessons, ...other.lessons].map(({ id }) => id))],
      })),
  );
}

export function quoteTexts(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ');
}
