/**
 * What a checklist is: a plain value, the same for the page, for paper, and for every export. It is made
 * by `generate` (from lessons' checks) or `procedureChecklist` (from a note's procedure).
 */
import type { StepCode } from '../source/mdx/procedure-steps.ts';

/** DO-CONFIRM: do the work, then confirm it together. READ-DO: read a step, do it, read the next. */
export type ChecklistMode = 'do-confirm' | 'read-do';

/** Why an item is there: a postmortem or a note, named shortly enough for paper. */
export interface EvidenceRef {
  readonly kind: 'postmortem' | 'note';
  readonly id: string;
  readonly title: string;
  /** "GNOME 2009-12", "Oma, note". */
  readonly label: string;
  readonly relation: 'learned' | 'confirmed' | 'relearned' | 'taught';
}

export interface LessonRef {
  readonly id: string;
  readonly statement: string;
  readonly reason: string;
}

export interface Item {
  /** A hash of what is asked and expected: the same item keeps it, a changed one gets another. */
  readonly id: string;
  /** The number of a step ("2", "2.1"); checks have none. */
  readonly number?: string;
  /** What to do or confirm; starts with a verb. */
  readonly text: string;
  /** The value one expects to see; steps of procedures have none. */
  readonly expect?: string;
  /** Commands, and text to compare to the letter. */
  readonly code: readonly StepCode[];
  /** Oldest first; empty for steps, whose note is named once for the whole list. */
  readonly evidence: readonly EvidenceRef[];
  /** The lessons that ask for it. */
  readonly lessons: readonly LessonRef[];
}

/** An item that did not fit its pause point. */
export interface CutItem {
  readonly text: string;
  readonly lessons: readonly LessonRef[];
}

/** What is gone through at one pause point. */
export interface Block {
  /** Unique on the list; also its anchor. */
  readonly id: string;
  readonly title: string;
  readonly mode: ChecklistMode;
  /** Never more than nine. */
  readonly items: readonly Item[];
  readonly cut: readonly CutItem[];
}

/** Something that was tried in an earlier incident and did not bring the help that was hoped for. */
export interface FailedAttempt {
  readonly text: string;
  readonly worked: 'no' | 'harmful' | 'partly';
  readonly evidence: EvidenceRef;
}

/** What the generator did with what it was given, in a sentence. */
export interface Explanation {
  readonly kind: 'order' | 'cut' | 'merged' | 'nearly-same' | 'left-out' | 'tried' | 'divided';
  readonly sentence: string;
  /** The lessons that it speaks of. */
  readonly lessons: readonly string[];
}

export interface ProcedureRef {
  readonly id: string;
  readonly title: string;
  readonly address: string;
}

export interface Checklist {
  /** `planned-reboot`, `services/redis`, `tags/stale-lock`, `procedures/note/procedure`; `build` for a choice. */
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** `mixed`: each block says its own. */
  readonly mode: ChecklistMode | 'mixed';
  /** What one sees that calls for it. */
  readonly signals: readonly string[];
  readonly tried: readonly FailedAttempt[];
  readonly blocks: readonly Block[];
  /** The last line: what is said when it is done. */
  readonly completion: string;
  /** Where the whole list comes from, if that is one text. */
  readonly sources: readonly EvidenceRef[];
  /** Procedures for the same work. */
  readonly procedures: readonly ProcedureRef[];
  /** A hash of the items in their order: it changes if and only if they do. */
  readonly version: string;
  /** The date of its newest evidence, in words; absent where no date is known. */
  readonly revised?: string;
  /** The roles or teams that keep it right. */
  readonly owner?: string;
  readonly reviewBy?: { readonly date: string; readonly overdue: boolean };
  /** Where it stands, with scheme and host. */
  readonly address: string;
  readonly explanation: readonly Explanation[];
}

/** Ten or more items at one pause point are a fault (Degani and Wiener, NASA CR-177549; Gawande, 2009). */
export const MAX_ITEMS = 9;

/** All items, in the order in which they are read. */
export function listItems({ blocks }: Pick<Checklist, 'blocks'>): Item[] {
  return blocks.flatMap(({ items }) => items);
}

/** How a mode is printed. */
export const MODE_NAMES: Record<ChecklistMode, string> = { 'do-confirm': 'DO-CONFIRM', 'read-do': 'READ-DO' };

/** How a mode is explained, in a few words. */
export const MODE_MEANINGS: Record<ChecklistMode, string> = {
  'do-confirm': 'Do the work, then stop and confirm each line together.',
  'read-do': 'Read a step, do it, tick it, read the next.',
};
