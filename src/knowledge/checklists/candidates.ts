/** Selects the checks that belong on a list, and merges those that ask the same question. */
import type { Explanation, Item, OmissionReason } from './checklist.ts';
import { type ChecklistChoice, findListOrganization } from './checklist-choice.ts';
import type { ChecklistSource, SourceCheck, SourceLesson } from './checklist-source.ts';
import { type DatedEvidence, mergeEvidence } from './item-order.ts';
import { isNearlySameQuestion, toQuestionKey } from './same-question.ts';

/** A lesson with its evidence. */
interface CandidateLesson extends Omit<SourceLesson, 'evidence'> {
  readonly evidence: readonly DatedEvidence[];
}

export interface CandidateCheck {
  readonly check: SourceCheck;
  readonly lesson: CandidateLesson;
  /** The postmortems in which the check itself was missing or proved right. */
  readonly evidence: readonly DatedEvidence[];
}

/** One question with the lessons that ask it and its own evidence. */
export interface CandidateQuestion {
  readonly text: string;
  readonly expect?: string;
  readonly organization?: NonNullable<Item['organization']>;
  readonly lessons: readonly CandidateLesson[];
  readonly evidence: readonly DatedEvidence[];
}

export interface OmittedCheck extends CandidateCheck {
  readonly reason: OmissionReason;
  readonly why: string;
}

/**
 * Divides checks into those that belong on the list and those that do not: all of the chosen activity, or without one
 * only those of the chosen services and tags.
 */
export function chooseChecks(
  source: ChecklistSource,
  choice: ChecklistChoice,
): { readonly chosen: CandidateCheck[]; readonly omitted: OmittedCheck[] } {
  const chosen: CandidateCheck[] = [];
  const omitted: OmittedCheck[] = [];
  for (const candidate of createCandidates(source, choice)) {
    const omission = findOmission(source, choice, candidate);
    if (omission) omitted.push({ ...candidate, ...omission });
    else chosen.push(candidate);
  }
  return { chosen, omitted };
}

const cachedCandidates = new WeakMap<ChecklistSource, readonly CandidateCheck[]>();

function createCandidates(source: ChecklistSource, choice: ChecklistChoice): CandidateCheck[] {
  const { activity } = choice;
  const all = cachedCandidates.get(source) ?? resolveChecks(source);
  cachedCandidates.set(source, all);
  return all.filter(({ check, lesson }) =>
    activity ? check.activity === activity : matchesChoice(check, lesson, choice),
  );
}

/** Adds to every check its lesson and the texts of its evidence. The same for every choice. */
function resolveChecks(source: ChecklistSource): CandidateCheck[] {
  const lessons = new Map(
    source.lessons.map((lesson) => {
      const evidence = lesson.evidence.map(({ text, relation }) => {
        const found = source.texts[text];
        if (!found) throw new Error(`The lesson \`${lesson.id}\` names a text that is not in the source`);
        return { ...found, relation };
      });
      return [lesson.id, { lesson, resolved: { ...lesson, evidence } }];
    }),
  );
  return source.checks.flatMap((check) => {
    const found = lessons.get(check.lesson);
    if (!found) return [];
    const { lesson, resolved } = found;
    const evidence = resolved.evidence.filter((_, index) =>
      check.evidence.includes(lesson.evidence[index]?.text ?? -1),
    );
    return [{ check, lesson: resolved, evidence }];
  });
}

function findOmission(
  source: ChecklistSource,
  choice: ChecklistChoice,
  { check, lesson }: CandidateCheck,
): Pick<OmittedCheck, 'reason' | 'why'> | undefined {
  const points = source.activities.find(({ id }) => id === check.activity)?.pausePoints ?? [];
  if (!points.some(({ id }) => id === check.pausePoint)) {
    return { reason: 'pause-point', why: `Its activity has no pause point “${check.pausePoint}”` };
  }
  if (!matchesChoice(check, lesson, choice)) {
    return { reason: 'choice', why: 'Not needed for the chosen services and recurring issues' };
  }
  if (lesson.replacedBy !== undefined) {
    return { reason: 'replaced', why: `Its lesson was replaced by “${lesson.replacedBy}”` };
  }
  const own = findListOrganization(source, choice);
  if (own && check.organization !== undefined && check.organization !== own.id && !choice.others) {
    return { reason: 'organization', why: `Belongs to ${getOrganizationTitle(source, check.organization)}` };
  }
  return undefined;
}

function getOrganizationTitle({ organizations }: ChecklistSource, organization: string): string {
  return organizations.find(({ id }) => id === organization)?.title ?? organization;
}

/**
 * With an activity, a check matches unless it names services and none of them is chosen: an unnecessary check does
 * less harm than a missing one. Without an activity, the check or its lesson has to name a chosen service.
 */
function matchesChoice(
  check: SourceCheck,
  lesson: Pick<SourceLesson, 'services' | 'tags'>,
  { activity, services, tags }: ChecklistChoice,
): boolean {
  const named = activity || check.services.length > 0 ? check.services : lesson.services;
  const isGeneral = Boolean(activity) && named.length === 0;
  const fitsService = services.length === 0 || isGeneral || services.some((id) => named.includes(id));
  return fitsService && (tags.length === 0 || tags.some((id) => lesson.tags.includes(id)));
}

/** Returns each question once, where its first check is, and explains which were merged or are similar. */
export function mergeQuestions(
  checks: readonly CandidateCheck[],
  source: ChecklistSource,
  choice: ChecklistChoice,
): { readonly questions: CandidateQuestion[]; readonly explanation: Explanation[] } {
  const explanation: Explanation[] = [];
  const groups = Map.groupBy(checks, ({ check }) => toQuestionKey(check));
  const questions = [...groups.values()].map((group): CandidateQuestion => {
    const lessons = sortLessons(group);
    const [first] = group;
    if (!first) throw new Error('A group of checks cannot be empty');
    const { text, expect } = first.check;
    if (lessons.length > 1) {
      explanation.push({
        kind: 'merged',
        sentence: `“${text}” is asked by ${lessons.length} lessons. It is listed once, with all their evidence.`,
        lessons: lessons.map(({ id }) => id),
      });
    }
    const organization = labelOrganizations(
      group.map(({ check }) => check.organization),
      source,
      choice,
    );
    return {
      text,
      ...(expect?.trim() ? { expect } : {}),
      ...(organization ? { organization } : {}),
      lessons,
      evidence: mergeEvidence(group.map(({ evidence }) => evidence)),
    };
  });
  return { questions, explanation: [...explanation, ...findNearDuplicates(questions)] };
}

function sortLessons(checks: readonly CandidateCheck[]): CandidateLesson[] {
  const byId = new Map(checks.map(({ lesson }) => [lesson.id, lesson]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Names the organizations that an item is about. Returns undefined if it is for everyone, or for the organization of the
 * list.
 *
 * @param ids of the organizations; undefined stands for everyone
 */
export function labelOrganizations(
  ids: readonly (string | undefined)[],
  source: ChecklistSource,
  choice: ChecklistChoice,
): Item['organization'] {
  const own = findListOrganization(source, choice);
  if (ids.some((id) => id === undefined || id === own?.id)) return undefined;
  const titles = new Set(ids.map((id = '') => getOrganizationTitle(source, id)));
  const name = [...titles].sort().join(', ');
  return { name, label: own ? `At ${name}` : name };
}

function findNearDuplicates(questions: readonly CandidateQuestion[]): Explanation[] {
  return questions.flatMap((one, index) =>
    questions
      .slice(index + 1)
      .filter((other) => isNearlySameQuestion(one, other))
      .map((other) => ({
        kind: 'nearly-same' as const,
        sentence: `“${one.text}” and “${other.text}” are similar. Both are listed, because their words differ.`,
        lessons: [...new Set([...one.lessons, ...other.lessons].map(({ id }) => id))],
      })),
  );
}

export function toLessonRef({
  id,
  title,
  reason,
  evidence,
  moreEvidence,
}: CandidateLesson): Item['lessons'][number] {
  return {
    id,
    title,
    reason,
    evidence: toEvidenceRefs(evidence),
    ...(moreEvidence ? { moreEvidence } : {}),
  };
}

export function toEvidenceRefs(evidence: readonly DatedEvidence[]): Item['evidence'] {
  return evidence.map(({ date: _, ...ref }) => ref);
}
