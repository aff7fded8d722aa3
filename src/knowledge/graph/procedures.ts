/** Finds which procedures are emergencies, which are usable as they are, and which are destructive. */
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import type { Step } from '../source/mdx/procedure-steps.ts';
import type { ProcedureEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { sortHomeFirst } from './organization.ts';

type Marked = Pick<ProcedureEntry, 'data'>;

export function isEmergency({ data }: Marked): boolean {
  return data.activity === 'emergency';
}

/** Returns whether the steps refer to other texts, so that nobody can follow them during an incident. */
export function isOutline({ data }: Marked): boolean {
  return data.outline !== undefined;
}

export function getProcedureMarks(procedure: Marked): ProcedureMark[] {
  return [
    ...(isOutline(procedure) ? (['outline'] as const) : []),
    ...(procedure.data.steps.some(isDestructive) ? (['destructive'] as const) : []),
  ];
}

function isDestructive(step: Step): boolean {
  return step.onlyIf !== undefined || step.steps.some(isDestructive);
}

/** Returns the emergency procedures that a responder can follow, your own first. */
export function listEmergencyCards(knowledge: Knowledge): ProcedureEntry[] {
  const cards = knowledge
    .all('procedure')
    .filter((procedure) => isEmergency(procedure) && !isOutline(procedure));
  return sortHomeFirst(knowledge, cards);
}

/** Returns the id of a procedure's list: `procedures/note/procedure`. */
export function getProcedureListId(procedure: Pick<ProcedureEntry, 'id'>): string {
  return `procedures/${procedure.id.replace('#', '/')}`;
}

/** Returns the id of the procedure that has this list, `undefined` if it is not the list of a procedure. */
export function getListProcedureId(list: string): string | undefined {
  const [, note, procedure] = /^procedures\/([^/]+)\/([^/]+)$/.exec(list) ?? [];
  return procedure && `${note}#${procedure}`;
}

/** Returns whether a procedure's list has its own page: only those of emergency procedures do. */
export function hasChecklistPage(knowledge: Knowledge, { data }: Pick<ProcedureEntry, 'data'>): boolean {
  return knowledge.find({ kind: 'activity', id: data.activity })?.data.mode === 'read-do';
}

/** Returns the id of the list that a responder ticks off. An outline has none, because nobody can follow it. */
export function findProcedureSheet(knowledge: Knowledge, procedure: ProcedureEntry): string | undefined {
  return hasChecklistPage(knowledge, procedure) && !isOutline(procedure)
    ? getProcedureListId(procedure)
    : undefined;
}
