/**
 * A checklist as a plain value, the same for the page, for paper, and for every export. It is created by
 * `generateChecklist` (from lessons' checks) or `createProcedureChecklist` (from a note's procedure).
 */
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import type { StepCode } from '../source/mdx/procedure-steps.ts';

/** DO-CONFIRM: do the work, then confirm it together. READ-DO: read a step, do it, read the next. */
export type ChecklistMode = 'do-confirm' | 'read-do';

/** The source of an item, a postmortem or a note, with a label that is short enough for paper. */
export interface EvidenceRef {
  readonly kind: 'postmortem' | 'note';
  readonly id: string;
  readonly title: string;
  /** "GNOME 2009-12", "Oma, note". */
  readonly label: string;
  readonly relation: 'learned' | 'confirmed' | 'relearned' | 'taught';
}

interface LessonRef {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

export interface Item {
  /** A hash of the text, the expected value, the commands and the condition: it changes if and only if one of them does. */
  readonly id: string;
  /** The number of a step ("2", "2.1"). Checks have none. */
  readonly number?: string;
  /** The instruction, starting with a verb. */
  readonly text: string;
  /** The value you should see. Steps of procedures have none. */
  readonly expect?: string;
  /** Commands, and text to compare character by character. */
  readonly code: readonly StepCode[];
  /** The condition of a destructive step, or `unknown`. Other items have none. */
  readonly onlyIf?: string;
  /** Oldest first. Empty for steps: their note is named once for the whole list. */
  readonly evidence: readonly EvidenceRef[];
  /** The lessons that ask for it. */
  readonly lessons: readonly LessonRef[];
}

/** An item that did not fit its pause point. */
interface CutItem {
  readonly text: string;
  readonly lessons: readonly LessonRef[];
}

/** The items of one pause point. */
export interface Block {
  /** Unique on the list, and also its anchor. */
  readonly id: string;
  readonly title: string;
  readonly mode: ChecklistMode;
  /** At most `MAX_ITEMS`. */
  readonly items: readonly Item[];
  readonly cut: readonly CutItem[];
}

/** A mitigation that was tried in an earlier incident without success. */
export interface FailedAttempt {
  readonly text: string;
  readonly worked: 'no' | 'harmful' | 'partly';
  readonly evidence: EvidenceRef;
}

/** One decision of the generator, as a sentence. */
export interface Explanation {
  readonly kind: 'order' | 'cut' | 'merged' | 'nearly-same' | 'left-out' | 'tried' | 'divided';
  readonly sentence: string;
  /** The ids of the lessons it is about. */
  readonly lessons: readonly string[];
}

export interface ProcedureRef {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly marks: readonly ProcedureMark[];
}

export interface Checklist {
  /** `planned-reboot`, `services/redis`, `tags/stale-lock`, `procedures/note/procedure`; `build` for any other choice. */
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** `mixed`: each block shows its own mode. */
  readonly mode: ChecklistMode | 'mixed';
  /** Names the missing parts, if the list is only an outline. */
  readonly outline?: string;
  /** Symptoms that call for this list. */
  readonly signals: readonly string[];
  readonly tried: readonly FailedAttempt[];
  readonly blocks: readonly Block[];
  /** The last line: what to say when everything is done. */
  readonly completion: string;
  /** The text that the whole list comes from, if it is one. */
  readonly sources: readonly EvidenceRef[];
  /** Procedures for the same work. */
  readonly procedures: readonly ProcedureRef[];
  /** A hash of the items in their order: it changes if and only if they change. */
  readonly version: string;
  /** The date of its newest evidence, in words. Absent if no date is known. */
  readonly revised?: string;
  /** The roles or teams that maintain it. */
  readonly owner?: string;
  readonly reviewBy?: { readonly date: string; readonly overdue: boolean };
  /** The URL of its page. */
  readonly address: string;
  /** The URL of the site, for links within it. */
  readonly site: string;
  readonly explanation: readonly Explanation[];
}

/** Ten or more items at one pause point are too many (Degani and Wiener, NASA CR-177549; Gawande, 2009). */
export const MAX_ITEMS = 9;

/** Returns the marks that a list has wherever it is named. */
export function getChecklistMarks(list: Pick<Checklist, 'outline' | 'blocks'>): ProcedureMark[] {
  return [
    ...(list.outline === undefined ? [] : (['outline'] as const)),
    ...(listItems(list).some(({ onlyIf }) => onlyIf !== undefined) ? (['destructive'] as const) : []),
  ];
}

/** Returns all items in reading order. */
export function listItems({ blocks }: Pick<Checklist, 'blocks'>): Item[] {
  return blocks.flatMap(({ items }) => items);
}
