/** Selects the checks that belong on a list, and merges those that ask the same question. */
import { startsWithVerb } from '../check/imperative-verbs.ts';
import type { Explanation } from './checklist.ts';
import type { ChecklistChoice } from './checklist-choice.ts';
import type { ChecklistSource, SourceCheck, SourceLesson } from './checklist-source.ts';
import { compareItems, type DatedEvidence, mergeEvidence } from './item-order.ts';
import { isNearlySameQuestion, toQuestionKey } from './same-question.ts';

/** A lesson with its evidence. */
interface CandidateLesson extends Omit<SourceLesson, 'evidence'> {
  readonly evidence: readonly DatedEvidence[];
}

/** One question with the lessons that ask it and their evidence. */
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

/** Returns the checks that fit a choice, and explains why others of the same activity are not on the list. */
export function chooseChecks(
  source: ChecklistSource,
  choice: ChecklistChoice,
): { readonly chosen: CandidateCheck[]; readonly explanation: Explanation[] } {
  const lessons = new Map(source.lessons.map((lesson) => [lesson.id, addEvidence(lesson, source)]));
  const all = source.checks.flatMap((check) => {
    const lesson = lessons.get(check.lesson);
    return lesson && (!choice.activity || check.activity === choice.activity) ? [{ check, lesson }] : [];
  });
  const matching = all.filter((candidate) => matchesChoice(candidate, choice));
  const omitted = all.filter((candidate) => !matching.includes(candidate));
  const explanation = choice.activity ? explainOmissions(omitted) : [];
  const chosen: CandidateCheck[] = [];
  for (const candidate of matching) {
    const rejection = explainRejection(candidate);
    if (rejection) explanation.push(rejection);
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
 * With an activity, a check matches unless it names services and none of them is chosen: an unnecessary check does
 * less harm than a missing one. Without an activity, the check or its lesson has to name a chosen service.
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

function explainOmissions(omitted: readonly CandidateCheck[]): Explanation[] {
  if (omitted.length === 0) return [];
  const count =
    omitted.length === 1 ? '1 check of this activity is' : `${omitted.length} checks of this activity are`;
  return [
    {
      kind: 'left-out',
      sentence: `${count} not on the list, because the chosen services or tags do not need it: ${quoteTexts(omitted.map(({ check }) => check.text))}.`,
      lessons: [...new Set(omitted.map(({ lesson }) => lesson.id))],
    },
  ];
}

function explainRejection({ check, lesson }: CandidateCheck): Explanation | undefined {
  const reason = lesson.replacedBy
    ? `its lesson was replaced by “${lesson.replacedBy}”`
    : !startsWithVerb(check.text)
      ? 'it does not start with a verb, so it is not an instruction'
      : check.expect.trim() === ''
        ? 'it has no expected value'
        : undefined;
  if (!reason) return undefined;
  return {
    kind: 'left-out',
    sentence: `${quoteTexts([check.text])} is not on the list: ${reason}.`,
    lessons: [lesson.id],
  };
}

/** Returns each question once, the most dangerous to skip first, and explains which were merged or are similar. */
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
    const wording = group
      .map(({ check, lesson }) => ({ text: check.text, expect: check.expect, evidence: lesson.evidence }))
      .sort(compareItems)[0];
    if (!wording) throw new Error('A group of checks cannot be empty');
    if (lessons.length > 1) {
      explanation.push({
        kind: 'merged',
        sentence: `${quoteTexts([wording.text])} is asked by ${lessons.length} lessons. It is listed once, with all their evidence.`,
        lessons: lessons.map(({ id }) => id),
      });
    }
    return { text: wording.text, expect: wording.expect, lessons, evidence };
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
        sentence: `${quoteTexts([one.text])} and ${quoteTexts([other.text])} are similar. Both are listed, because their words differ.`,
        lessons: [...new Set([...one.lessons, ...other.lessons].map(({ id }) => id))],
      })),
  );
}

export function quoteTexts(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ');
}
