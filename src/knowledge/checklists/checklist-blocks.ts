/** Creates the blocks of a checklist: one for each pause point, and the opening of an activity. */
import {
  type CandidateCheck,
  type CandidateQuestion,
  mergeQuestions,
  toEvidenceRefs,
  toLessonRef,
} from './candidates.ts';
import { type Block, type Explanation, type Item, MAX_ITEMS, type OmittedItem } from './checklist.ts';
import type { ChecklistChoice } from './checklist-choice.ts';
import { computeItemId } from './checklist-ids.ts';
import type { ChecklistSource, SourceActivity, SourcePausePoint } from './checklist-source.ts';
import { selectItems, sortByPlace } from './item-order.ts';

export interface PausePointResult {
  readonly block: Block;
  readonly questions: readonly CandidateQuestion[];
  readonly omitted: readonly OmittedItem[];
  readonly explanation: readonly Explanation[];
}

/** @param chosen the checks that belong on the list, at any pause point */
export function createPausePoint(
  source: ChecklistSource,
  choice: ChecklistChoice,
  activity: SourceActivity,
  point: SourcePausePoint,
  chosen: readonly CandidateCheck[],
): PausePointResult {
  const checks = chosen.filter(
    ({ check }) => check.activity === activity.id && check.pausePoint === point.id,
  );
  const { questions, explanation } = mergeQuestions(sortByPlace(point, checks), source, choice);
  const { kept, cut } = selectItems(questions, activity.mode);
  const others = activity.mode === 'read-do' ? 'others come first' : 'others have more evidence';
  const block: Block = {
    id: choice.activity ? point.id : `${activity.id}-${point.id}`,
    title: choice.activity ? point.title : `${activity.title}: ${lowerFirst(point.title)}`,
    mode: activity.mode,
    ...(point.repeats ? { repeats: point.repeats } : {}),
    items: kept.map(createItem),
  };
  const why = `“${block.title}” has room for ${MAX_ITEMS} items, and ${others}`;
  const omitted = cut.map((question) => omitQuestion(question, why));
  return { block, questions: kept, omitted, explanation };
}

function omitQuestion({ evidence: _, lessons, ...question }: CandidateQuestion, why: string): OmittedItem {
  return { ...question, lessons: lessons.map(toLessonRef), reason: 'limit', why };
}

/** For all pause points of all activities together: about as many as the longest list of one activity has. */
const MAX_LIST_ITEMS = 30;

/** Omits the pause points for which a list of several activities has no more room. */
export function limitPausePoints(results: readonly PausePointResult[]): PausePointResult[] {
  let count = 0;
  return results.map((result) => {
    const { block, questions, omitted } = result;
    if (count + block.items.length <= MAX_LIST_ITEMS) {
      count += block.items.length;
      return result;
    }
    const why = `A list without an activity has room for ${MAX_LIST_ITEMS} items: choose an activity for the others`;
    return {
      block: { ...block, items: [] },
      questions: [],
      omitted: [...questions.map((question) => omitQuestion(question, why)), ...omitted],
      explanation: [],
    };
  });
}

function createItem({ text, expect, organization, evidence, lessons }: CandidateQuestion): Item {
  return {
    id: computeItemId({ text, ...(expect ? { expect } : {}), code: [] }),
    text,
    ...(expect ? { expect } : {}),
    code: [],
    ...(organization ? { organization } : {}),
    evidence: toEvidenceRefs(evidence),
    lessons: lessons.map(toLessonRef),
  };
}

/** Cannot be the id of a pause point. */
export const OPENING_ID = '_opening';
export const OPENING_TITLE = 'First';

export function createOpening({ mode, opening }: SourceActivity): Block[] {
  const items = opening.map(({ text, expect, source }): Item => {
    const question = { text, ...(expect ? { expect } : {}), code: [] };
    return { id: computeItemId(question), ...question, evidence: [], lessons: [], generalPractice: source };
  });
  return items.length > 0 ? [{ id: OPENING_ID, title: OPENING_TITLE, mode, items }] : [];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
