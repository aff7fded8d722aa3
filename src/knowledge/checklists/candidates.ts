/** From checks to what may stand on a list: those that were chosen, that can be asked, and each question once. */
import { startsWithVerb } from '../check/verbs.ts';
import type { Explanation } from './checklist.ts';
import type { Choice } from './choice.ts';
import { compareDanger, type DatedEvidence, unitedEvidence } from './danger.ts';
import { asksNearlyTheSame, questionKey } from './same-question.ts';
import type { ChecklistSource, SourceCheck, SourceLesson } from './source.ts';

/** A lesson with what stands behind it. */
export interface CandidateLesson extends Omit<SourceLesson, 'evidence'> {
  readonly evidence: readonly DatedEvidence[];
}

/** One question with everything that stands behind it. */
export interface Candidate {
  readonly text: string;
  readonly expect: string;
  readonly lessons: readonly CandidateLesson[];
  readonly evidence: readonly DatedEvidence[];
}

interface CheckOfLesson {
  readonly check: SourceCheck;
  readonly lesson: CandidateLesson;
}

/** The checks that a choice asks for, and why others of the same activity are not among them. */
export function chosenChecks(
  source: ChecklistSource,
  choice: Choice,
): { readonly chosen: CheckOfLesson[]; readonly explanation: Explanation[] } {
  const lessons = new Map(source.lessons.map((lesson) => [lesson.id, withEvidence(lesson, source)]));
  const all = source.checks.flatMap((check) => {
    const lesson = lessons.get(check.lesson);
    return lesson && (!choice.activity || check.activity === choice.activity) ? [{ check, lesson }] : [];
  });
  const fitting = all.filter((candidate) => isChosen(candidate, choice));
  const explanation = choice.activity ? explainNarrowing(all.filter((one) => !fitting.includes(one))) : [];
  const chosen: CheckOfLesson[] = [];
  for (const candidate of fitting) {
    const refusal = refusalOf(candidate);
    if (refusal) explanation.push(refusal);
    else chosen.push(candidate);
  }
  return { chosen, explanation };
}

function withEvidence(lesson: SourceLesson, { texts }: ChecklistSource): CandidateLesson {
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
function isChosen({ check, lesson }: CheckOfLesson, { activity, services, tags }: Choice): boolean {
  const named = activity || check.services.length > 0 ? check.services : lesson.services;
  const isGeneral = Boolean(activity) && named.length === 0;
  const fitsService = services.length === 0 || isGeneral || services.some((id) => named.includes(id));
  return fitsService && (tags.length === 0 || tags.some((id) => lesson.tags.includes(id)));
}

function explainNarrowing(out: readonly CheckOfLesson[]): Explanation[] {
  if (out.length === 0) return [];
  const count =
    out.length === 1 ? '1 check of this activity is' : `${out.length} checks of this activity are`;
  return [
    {
      kind: 'left-out',
      sentence: `${count} left out, because the choice of services or tags does not call for it: ${quoted(out.map(({ check }) => check.text))}.`,
      lessons: [...new Set(out.map(({ lesson }) => lesson.id))],
    },
  ];
}

function refusalOf({ check, lesson }: CheckOfLesson): Explanation | undefined {
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
    sentence: `${quoted([check.text])} is left out: ${reason}.`,
    lessons: [lesson.id],
  };
}

/** Each question once, the most dangerous first, and what was made one or might be. */
export function questionsOf(checks: readonly CheckOfLesson[]): {
  readonly questions: Candidate[];
  readonly explanation: Explanation[];
} {
  const explanation: Explanation[] = [];
  const groups = Map.groupBy(checks, ({ check }) => questionKey(check));
  const questions = [...groups.values()].map((group): Candidate => {
    const byLesson = new Map(group.map(({ lesson }) => [lesson.id, lesson]));
    const lessons = [...byLesson.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const evidence = unitedEvidence(lessons.map((lesson) => lesson.evidence));
    const worded = group
      .map(({ check, lesson }) => ({ text: check.text, expect: check.expect, evidence: lesson.evidence }))
      .sort(compareDanger)[0];
    if (!worded) throw new Error('A group of checks cannot be empty');
    if (lessons.length > 1) {
      explanation.push({
        kind: 'merged',
        sentence: `${quoted([worded.text])} is asked by ${lessons.length} lessons and stands here once, with the evidence of all.`,
        lessons: lessons.map(({ id }) => id),
      });
    }
    return { text: worded.text, expect: worded.expect, lessons, evidence };
  });
  questions.sort(compareDanger);
  return { questions, explanation: [...explanation, ...nearlySame(questions)] };
}

function nearlySame(questions: readonly Candidate[]): Explanation[] {
  return questions.flatMap((one, index) =>
    questions
      .slice(index + 1)
      .filter((other) => asksNearlyTheSame(one, other))
      .map((other) => ({
        kind: 'nearly-same' as const,
        sentence: `${quoted([one.text])} and ${quoted([other.text])} ask nearly the same and both stay, because they do not say the same.`,
        lessons: [...new Set([...one.lessons, ...other.lessons].map(({ id }) => id))],
      })),
  );
}

export function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ');
}
