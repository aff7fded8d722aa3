/** The marks of procedures and their steps, in the words of pages, lists, search results and exports. */

export const PROCEDURE_MARKS = ['outline', 'destructive'] as const;
/** `outline`: the steps refer to other texts. `destructive`: a step deletes, kills or replaces something. */
export type ProcedureMark = (typeof PROCEDURE_MARKS)[number];

const MARK_LABELS: Record<ProcedureMark, string> = { outline: 'Outline only', destructive: 'Destructive' };

export function describeMark(mark: ProcedureMark): string {
  return MARK_LABELS[mark];
}

/** Returns "Outline only. The source does not name the script." */
export function describeOutline(missing: string): string {
  return `${MARK_LABELS.outline}. ${endSentence(missing)}`;
}

/**
 * Returns "Destructive. Only if you can lose the data."
 *
 * @param onlyIf the end of a sentence that starts with "Only if", or `unknown`
 */
export function describeDestructiveStep(onlyIf: string): string {
  const condition =
    onlyIf === 'unknown' ? 'What must be true first is not recorded.' : endSentence(`Only if ${onlyIf}`);
  return `${MARK_LABELS.destructive}. ${condition}`;
}

/** Returns "Destructive: step 2" or "Destructive: steps 2 and 4.1", or an empty text if there are none. */
export function describeDestructiveSteps(numbers: readonly string[]): string {
  if (numbers.length === 0) return '';
  const list = new Intl.ListFormat('en-GB').format(numbers);
  return `${MARK_LABELS.destructive}: ${numbers.length === 1 ? 'step' : 'steps'} ${list}`;
}

/** Adds a full stop unless the text ends with a mark of its own. */
function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
