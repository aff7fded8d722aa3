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
  /** The evidence of the lesson as a whole: postmortems oldest first, then notes. Of many, only some. */
  readonly evidence: readonly EvidenceRef[];
  /** The number of the others. Absent if there are none. */
  readonly moreEvidence?: number;
}

/** The organizations whose own systems an item is about. */
interface ItemOrganization {
  /** "Oma", "GNOME, Oma". */
  readonly name: string;
  /** The words before the item: "Oma", or "At Oma" on a list that is for another organization. */
  readonly label: string;
}

/** A public text that recommends what an item asks for. */
export interface PublicSource {
  readonly title: string;
  readonly url: string;
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
  /** Absent if the item is for everyone, or for the organization of the list. */
  readonly organization?: ItemOrganization;
  /** Commands, and text to compare character by character. */
  readonly code: readonly StepCode[];
  /** The condition of a destructive step, or `unknown`. Other items have none. */
  readonly onlyIf?: string;
  /** The postmortems in which this very check was missing, or proved right. Oldest first. */
  readonly evidence: readonly EvidenceRef[];
  /** The lessons that ask for it. */
  readonly lessons: readonly LessonRef[];
  /** Present for general practice, which no lesson asks for. */
  readonly generalPractice?: PublicSource;
}

/**
 * `limit`: its pause point has more items than a person goes through. `organization`: it is about the systems of
 * another organization. `choice`: the chosen services or tags do not need it. `replaced`: another lesson replaces its
 * own. `pause-point`: its activity has no such pause point.
 */
export type OmissionReason = 'limit' | 'organization' | 'choice' | 'replaced' | 'pause-point';

/** A check that is not on the list, although its activity asks for it. */
export interface OmittedItem extends Pick<Item, 'text' | 'expect' | 'organization' | 'lessons'> {
  readonly reason: OmissionReason;
  /** The reason in words: "Belongs to Oma". */
  readonly why: string;
}

/** The items of one pause point. */
export interface Block {
  /** Unique on the list, and also its anchor. */
  readonly id: string;
  readonly title: string;
  readonly mode: ChecklistMode;
  /** The noun for the machines or attempts for which its items are done again. Absent if they are done once. */
  readonly repeats?: string;
  /** At most `MAX_ITEMS`. */
  readonly items: readonly Item[];
}

/** A mitigation that was tried in an earlier incident without success. */
export interface FailedAttempt {
  readonly text: string;
  readonly worked: 'no' | 'harmful' | 'partly';
  readonly evidence: EvidenceRef;
}

/** One decision of the generator, as a sentence. */
export interface Explanation {
  readonly kind: 'order' | 'merged' | 'nearly-same' | 'tried' | 'divided';
  readonly sentence: string;
  /** The ids of the lessons it is about. */
  readonly lessons: readonly string[];
}

export interface ProcedureRef {
  readonly id: string;
  readonly title: string;
  /** Whose it is, if that is not the organization of the list: "Oma", "At Oma". */
  readonly organization?: string;
  readonly address: string;
  readonly marks: readonly ProcedureMark[];
}

export interface Checklist {
  /** `planned-reboot`, `services/redis`, `tags/stale-lock`, `procedures/note/procedure`; `build` for any other choice. */
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** The name of the organization that the list is for. Absent if it is for all of them. */
  readonly organization?: string;
  /** Items about the systems of other organizations are on the list, too. */
  readonly includesOthers: boolean;
  /** `mixed`: each block shows its own mode. */
  readonly mode: ChecklistMode | 'mixed';
  /** Names the missing parts, if the list is only an outline. */
  readonly outline?: string;
  /** Symptoms that call for this list. */
  readonly signals: readonly string[];
  readonly tried: readonly FailedAttempt[];
  readonly blocks: readonly Block[];
  /** By pause point, in the order of doing. */
  readonly omitted: readonly OmittedItem[];
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

/** The boxes of an item that is done several times: more machines need another sheet. */
export const MAX_REPEATS = 6;

/** A list for a service or a recurring issue with fewer items has no page: its items are on the page of the entry. */
export const MIN_ITEMS = 4;

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
