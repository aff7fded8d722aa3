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
