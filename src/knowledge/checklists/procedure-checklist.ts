/** Creates a READ-DO list from a note's procedure: every step in order, and the signals that call for it. */
import { findLessonChecks } from '../graph/checks-at-pause-point.ts';
import type { ActivityEntry, ProcedureEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { getOrganizationTitle } from '../graph/organization.ts';
import { findProcedureSheet, getProcedureListId } from '../graph/procedures.ts';
import { formatCount } from '../schema/labels.ts';
import { createAddresses } from '../source/addresses.ts';
import type { Step } from '../source/mdx/procedure-steps.ts';
import { type Block, type Checklist, type Explanation, type Item, MAX_ITEMS } from './checklist.ts';
import { computeItemId, computeVersion } from './checklist-ids.ts';
import { toNoteRef, toSourceDate } from './evidence-ref.ts';
import { findFailedAttempts } from './failed-attempts.ts';
import { combineOwners, findEarliestReview, findNewestEvidenceDate } from './generate-checklist.ts';

/**
 * Never cuts, merges or reorders steps, because a skipped step can do harm. More than `MAX_ITEMS` are divided into
 * blocks.
 *
 * @param today as `2026-11-21`, for the warning about a review date
 */
export function createProcedureChecklist(
  knowledge: Knowledge,
  procedure: ProcedureEntry,
  today: string,
): Checklist {
  const { data } = procedure;
  const note = knowledge.get('note', procedure.note);
  const activity = knowledge.get('activity', data.activity);
  const id = getProcedureListId(procedure);
  const groups = data.steps.map((step, index) => toStepItems(step, `${index + 1}`));
  const parts = divideIntoBlocks(
    groups.map((items) => items.map((item) => ({ ...item, text: leadToSheets(item.text, knowledge) }))),
  );
  const blocks = parts.map((items, index): Block => {
    const title = parts.length === 1 ? 'Steps' : formatBlockTitle(items, parts[index + 1]);
    const first = items[0]?.number ?? '';
    return { id: `step-${first.replaceAll('.', '-')}`, title, mode: activity.data.mode, items };
  });
  const tried = findFailedAttempts(knowledge, procedure);
  const path = createAddresses(new URL(knowledge.site.address).pathname).checklist(id);
  const date = toSourceDate(note.data.written);
  return {
    id,
    title: data.title,
    objective: activity.data.objective,
    completion: formatCompletion(knowledge, activity),
    organization: getOrganizationTitle(knowledge, note),
    includesOthers: false,
    mode: activity.data.mode,
    ...(data.outline ? { outline: data.outline } : {}),
    signals: data.signals,
    tried: tried.shown,
    blocks,
    omitted: [],
    sources: [toNoteRef(knowledge, note)],
    procedures: [],
    version: computeVersion(blocks),
    ...findNewestEvidenceDate(date ? [{ date }] : []),
    ...combineOwners([note.data.owner], knowledge.site.owner),
    ...findEarliestReview([toSourceDate(note.data.reviewBy)], today),
    address: new URL(path, knowledge.site.address).href,
    site: knowledge.site.address,
    explanation: explainProcedure(blocks, note.data.title, tried.more),
  };
}

function toStepItems(step: Step, number: string): Item[] {
  const text = step.text || step.code[0]?.text || '';
  const code = step.text ? step.code : step.code.slice(1);
  const condition = step.onlyIf === undefined ? {} : { onlyIf: step.onlyIf };
  const id = computeItemId({ text, code, ...condition });
  const item: Item = { id, number, text, code, ...condition, evidence: [], lessons: [] };
  return [item, ...step.steps.flatMap((inner, index) => toStepItems(inner, `${number}.${index + 1}`))];
}

const NOTE_LINK = /(?<=\]\()\/notes\/([a-z0-9-]+)\/#([a-z0-9-]+)(?=\))/g;

/** Returns a sentence whose links to procedures lead to their lists, so that you can go on ticking off. */
function leadToSheets(sentence: string, knowledge: Knowledge): string {
  return sentence.replace(NOTE_LINK, (address: string, note: string, procedure: string) => {
    const entry = knowledge.find({ kind: 'procedure', id: `${note}#${procedure}` });
    const sheet = entry && findProcedureSheet(knowledge, entry);
    return sheet === undefined ? address : createAddresses().checklist(sheet);
  });
}

/** Divides steps into blocks of at most `MAX_ITEMS` and of similar length, if possible between top-level steps. */
function divideIntoBlocks(groups: readonly (readonly Item[])[]): Item[][] {
  const fewest = fillBlocks(groups, MAX_ITEMS).length;
  let limit = Math.ceil(groups.flat().length / Math.max(1, fewest));
  while (fillBlocks(groups, limit).length > fewest) limit++;
  return fillBlocks(groups, limit);
}

function fillBlocks(groups: readonly (readonly Item[])[], limit: number): Item[][] {
  const blocks: Item[][] = [[]];
  const room = () => limit - (blocks.at(-1)?.length ?? 0);
  for (const group of groups) {
    if (room() < limit && group.length > room()) blocks.push([]);
    for (const item of group) {
      if (room() === 0) blocks.push([]);
      blocks.at(-1)?.push(item);
    }
  }
  return blocks.filter((items) => items.length > 0);
}

/** Returns "Step 1", "Steps 2 to 6" or, if a step continues in the next block, "Steps 1 to 1.5" and "Steps 1.6 to 1.11". */
function formatBlockTitle(items: readonly Item[], next: readonly Item[] | undefined): string {
  const [first, last] = [items[0]?.number ?? '', items.at(-1)?.number ?? ''];
  const [top] = last.split('.');
  const isCut = first.startsWith(`${top}.`) || next?.[0]?.number?.startsWith(`${top}.`);
  const to = isCut ? last : top;
  return first === to ? `Step ${first}` : `Steps ${first} to ${to}`;
}

/** After the steps, the checks at the activity's last pause point remain. They are on the activity's own list. */
function formatCompletion(knowledge: Knowledge, { id, data }: ActivityEntry): string {
  const last = data.pausePoints.at(-1);
  const hasChecks = last && findLessonChecks(knowledge, id, last.id).length > 0;
  return hasChecks
    ? `Say: “All steps done.” Then take the list “${data.title}” and go through “${last.title}”.`
    : 'Say: “All steps done.”';
}

function explainProcedure(blocks: readonly Block[], note: string, moreTried: number): Explanation[] {
  const explanation: Explanation[] = [
    {
      kind: 'order',
      sentence: `These are all steps of the procedure in “${note}”, in order. Steps are never cut or merged.`,
      lessons: [],
    },
  ];
  if (blocks.length > 1) {
    const sentence = `The steps are divided into ${blocks.length} blocks, because a block has at most ${MAX_ITEMS} items.`;
    explanation.push({ kind: 'divided', sentence, lessons: [] });
  }
  if (moreTried > 0) {
    const sentence = `Not shown: ${formatCount(moreTried, 'more attempt')} without success in postmortems of the same services and the same fault.`;
    explanation.push({ kind: 'tried', sentence, lessons: [] });
  }
  return explanation;
}
