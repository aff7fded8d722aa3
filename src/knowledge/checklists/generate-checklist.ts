/**
 * Generates a checklist from lessons' checks, following the literature: see `checklist.ts` for the limit and
 * `item-order.ts` for the order. Runs in Node and in a browser.
 */
import { createAddresses } from '../source/addresses.ts';
import { type CandidateQuestion, chooseChecks, mergeQuestions, quoteTexts } from './candidates.ts';
import {
  type Block,
  type Checklist,
  type ChecklistMode,
  type Explanation,
  type Item,
  MAX_ITEMS,
  type ProcedureRef,
} from './checklist.ts';
import { type ChecklistChoice, findListId, toChoiceParams } from './checklist-choice.ts';
import { computeItemId, computeVersion } from './checklist-ids.ts';
import type { ChecklistSource, SourceActivity } from './checklist-source.ts';
import type { SourceDate } from './evidence-ref.ts';
import { nameChecklist } from './name-checklist.ts';

/**
 * @param today as `2026-11-21`, for the warning about a review date
 * @returns a list without blocks if no check fits the choice
 */
export function generateChecklist(
  source: ChecklistSource,
  choice: ChecklistChoice,
  today: string,
): Checklist {
  const { chosen, explanation } = chooseChecks(source, choice);
  const results = source.activities.flatMap((activity) =>
    activity.pausePoints.map((point) => {
      const checks = chosen.filter(
        ({ check }) => check.activity === activity.id && check.pausePoint === point.id,
      );
      return createBlock(activity, point, mergeQuestions(checks), !choice.activity);
    }),
  );
  const blocks = results.map(({ block }) => block).filter(({ items }) => items.length > 0);
  const questions = results.flatMap(({ shown }) => shown);
  const lessons = questions.flatMap((question) => question.lessons);
  const id = findListId(choice);
  return {
    id: id ?? 'build',
    ...nameChecklist(source, choice),
    mode: getMode(blocks),
    signals: [],
    tried: [],
    blocks,
    sources: [],
    procedures: findProcedures(source, choice),
    version: computeVersion(blocks),
    ...findNewestEvidenceDate(questions.flatMap(({ evidence }) => evidence)),
    ...combineOwners(
      lessons.map(({ owner }) => owner),
      source.site.owner,
    ),
    ...findEarliestReview(
      lessons.map(({ reviewBy }) => reviewBy),
      today,
    ),
    address: createChecklistAddress(source.site.address, id, choice),
    site: source.site.address,
    explanation: [...ORDER_EXPLANATION, ...explanation, ...results.flatMap((result) => result.explanation)],
  };
}

const ORDER_EXPLANATION: readonly Explanation[] = [
  {
    kind: 'order',
    sentence:
      'Within a pause point, items with the most postmortems as evidence come first; then those that were relearned, then the most recent.',
    lessons: [],
  },
];

function createBlock(
  activity: SourceActivity,
  point: SourceActivity['pausePoints'][number],
  { questions, explanation }: ReturnType<typeof mergeQuestions>,
  namesActivity: boolean,
): { block: Block; shown: CandidateQuestion[]; explanation: Explanation[] } {
  const shown = questions.slice(0, MAX_ITEMS);
  const cut = questions.slice(MAX_ITEMS);
  const block: Block = {
    id: namesActivity ? `${activity.id}-${point.id}` : point.id,
    title: namesActivity ? `${activity.title}: ${lowerFirst(point.title)}` : point.title,
    mode: activity.mode,
    items: shown.map(createItem),
    cut: cut.map(({ text, lessons }) => ({ text, lessons: lessons.map(toLessonRef) })),
  };
  if (cut.length === 0) return { block, shown, explanation };
  const sentence = `“${block.title}” would have ${questions.length} items, but a pause point has at most ${MAX_ITEMS}. Cut, as the least dangerous to skip: ${quoteTexts(cut.map(({ text }) => text))}.`;
  const lessons = [...new Set(cut.flatMap((question) => question.lessons.map(({ id }) => id)))];
  return { block, shown, explanation: [...explanation, { kind: 'cut', sentence, lessons }] };
}

function createItem({ text, expect, evidence, lessons }: CandidateQuestion): Item {
  return {
    id: computeItemId({ text, expect, code: [] }),
    text,
    expect,
    code: [],
    evidence: evidence.map(({ date: _, ...ref }) => ref),
    lessons: lessons.map(toLessonRef),
  };
}

function toLessonRef({ id, title, reason }: CandidateQuestion['lessons'][number]) {
  return { id, title, reason };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function getMode(blocks: readonly Block[]): ChecklistMode | 'mixed' {
  const modes = new Set(blocks.map(({ mode }) => mode));
  const [first] = modes;
  return modes.size > 1 ? 'mixed' : (first ?? 'do-confirm');
}

function findProcedures(source: ChecklistSource, { activity, services }: ChecklistChoice): ProcedureRef[] {
  const addresses = createAddresses(new URL(source.site.address).pathname);
  return source.procedures
    .filter((procedure) => !activity || procedure.activity === activity)
    .filter((procedure) => services.length === 0 || services.some((id) => procedure.services.includes(id)))
    .filter(() => Boolean(activity) || services.length > 0)
    .map(({ id, title, marks }) => ({
      id,
      title,
      marks,
      address: new URL(addresses.entry({ kind: 'procedure', id }), source.site.address).href,
    }));
}

/** Returns the date of the newest evidence. Content has no other date that shows its age. */
export function findNewestEvidenceDate(
  evidence: readonly { readonly date?: SourceDate }[],
): Pick<Checklist, 'revised'> {
  const dates = evidence.flatMap(({ date }) => (date ? [date] : []));
  const newest = dates.sort((a, b) => (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0))[0];
  return newest ? { revised: newest.words } : {};
}

/** Returns the owners of all parts, or the owner of the site if no part has one. */
export function combineOwners(
  owners: readonly (string | undefined)[],
  fallback: string | undefined,
): Pick<Checklist, 'owner'> {
  const names = [...new Set(owners.filter((owner) => owner !== undefined))].sort();
  const owner = names.length > 0 ? names.join(', ') : fallback;
  return owner ? { owner } : {};
}

/** Returns the earliest review date, because a list is as old as its oldest part. */
export function findEarliestReview(
  dates: readonly (SourceDate | undefined)[],
  today: string,
): Pick<Checklist, 'reviewBy'> {
  const known = dates.filter((date) => date !== undefined);
  const first = known.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0];
  return first ? { reviewBy: { date: first.words, overdue: first.lastDay < today } } : {};
}

function createChecklistAddress(site: string, id: string | undefined, choice: ChecklistChoice): string {
  const addresses = createAddresses(new URL(site).pathname);
  const path = id ? addresses.checklist(id) : addresses.checklistBuilder(toChoiceParams(choice));
  return new URL(path, site).href;
}
