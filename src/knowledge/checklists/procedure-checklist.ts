/** A READ-DO list of a note's procedure: every step, in its order, with the signals that call for it. */

import { checksOf } from '../graph/checks.ts';
import type { ActivityEntry, ProcedureEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { createAddresses } from '../source/addresses.ts';
import type { Step } from '../source/mdx/steps.ts';
import { type Block, type Checklist, type Explanation, type Item, MAX_ITEMS } from './checklist.ts';
import { noteRef, sourceDate } from './evidence-ref.ts';
import { ownerOf, reviewOf, revisionOf } from './generate.ts';
import { itemId, versionOf } from './identity.ts';
import { triedBefore } from './tried.ts';

/** The id of its list: `procedures/note/procedure`. */
export function procedureListId(procedure: Pick<ProcedureEntry, 'id'>): string {
  return `procedures/${procedure.id.replace('#', '/')}`;
}

/** Whether its list has a page of its own: emergency procedures do. */
export function hasChecklistPage(knowledge: Knowledge, { data }: Pick<ProcedureEntry, 'data'>): boolean {
  return knowledge.get('activity', data.activity).data.mode === 'read-do';
}

/**
 * Steps are never cut, merged or put into another order: skipping one can do harm. More than nine are
 * divided into blocks.
 *
 * @param today the day, as `2026-11-21`, for the warning about a review date
 */
export function procedureChecklist(
  knowledge: Knowledge,
  procedure: ProcedureEntry,
  today: string,
): Checklist {
  const { data } = procedure;
  const note = knowledge.get('note', procedure.note);
  const activity = knowledge.get('activity', data.activity);
  const id = procedureListId(procedure);
  const groups = data.steps.map((step, index) => itemsOfStep(step, `${index + 1}`));
  const parts = divided(groups);
  const blocks = parts.map((items, index): Block => {
    const title = parts.length === 1 ? 'Steps' : titleOfPart(items, parts[index + 1]);
    const first = items[0]?.number ?? '';
    return { id: `step-${first.replaceAll('.', '-')}`, title, mode: activity.data.mode, items, cut: [] };
  });
  const tried = triedBefore(knowledge, data.services);
  const path = createAddresses(new URL(knowledge.site.address).pathname).checklist(id);
  const written = sourceDate(note.data.written);
  return {
    id,
    title: data.title,
    objective: activity.data.objective,
    completion: completionOf(knowledge, activity),
    mode: activity.data.mode,
    signals: data.signals,
    tried: tried.shown,
    blocks,
    sources: [noteRef(note)],
    procedures: [],
    version: versionOf(blocks),
    ...revisionOf(written ? [{ date: written }] : []),
    ...ownerOf([note.data.owner], knowledge.site.owner),
    ...reviewOf([sourceDate(note.data.reviewBy)], today),
    address: new URL(path, knowledge.site.address).href,
    explanation: explain(blocks, note.data.title, tried.more),
  };
}

function itemsOfStep(step: Step, number: string): Item[] {
  const text = step.text || step.code[0]?.text || '';
  const code = step.text ? step.code : step.code.slice(1);
  const item: Item = { id: itemId({ text, code }), number, text, code, evidence: [], lessons: [] };
  return [item, ...step.steps.flatMap((inner, index) => itemsOfStep(inner, `${number}.${index + 1}`))];
}

/** Blocks of at most nine and of nearly the same length, cut between top-level steps where that is possible. */
function divided(groups: readonly (readonly Item[])[]): Item[][] {
  const fewest = filled(groups, MAX_ITEMS).length;
  let limit = Math.ceil(groups.flat().length / Math.max(1, fewest));
  while (filled(groups, limit).length > fewest) limit++;
  return filled(groups, limit);
}

function filled(groups: readonly (readonly Item[])[], limit: number): Item[][] {
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

/** "Step 1", "Steps 2 to 6"; where a step goes on from block to block, "Steps 1 to 1.5", "Steps 1.6 to 1.11". */
function titleOfPart(items: readonly Item[], next: readonly Item[] | undefined): string {
  const [first, last] = [items[0]?.number ?? '', items.at(-1)?.number ?? ''];
  const [top] = last.split('.');
  const isCut = first.startsWith(`${top}.`) || next?.[0]?.number?.startsWith(`${top}.`);
  const to = isCut ? last : top;
  return first === to ? `Step ${first}` : `Steps ${first} to ${to}`;
}

/** What remains to be done when the steps are done stands on the activity's own list, at its last pause point. */
function completionOf(knowledge: Knowledge, { id, data }: ActivityEntry): string {
  const last = data.pausePoints.at(-1);
  const remains = last && checksOf(knowledge, id, last.id).length > 0;
  return remains
    ? `Say: “All steps done.” Then take the list “${data.title}” and go through “${last.title}”.`
    : 'Say: “All steps done.”';
}

function explain(blocks: readonly Block[], note: string, moreTried: number): Explanation[] {
  const explanation: Explanation[] = [
    {
      kind: 'order',
      sentence: `These are all steps of the procedure in “${note}”, in its order; steps are never cut or merged.`,
      lessons: [],
    },
  ];
  if (blocks.length > 1) {
    const sentence = `The steps are divided into ${blocks.length} blocks, because a block holds ${MAX_ITEMS}.`;
    explanation.push({ kind: 'divided', sentence, lessons: [] });
  }
  if (moreTried > 0) {
    const sentence = `${moreTried} more attempts that did not help, in postmortems of the same services, are not shown.`;
    explanation.push({ kind: 'tried', sentence, lessons: [] });
  }
  return explanation;
}
