/** A question about a new page, as data: it is one field, one flag, and at most one prompt. */

/**
 * `text` is one line, `lines` several, each to the letter; `choice` is a value of a closed list, `ids` are those
 * of entries of `of`; `attempts` are what was tried, with its effect.
 */
type QuestionType = 'text' | 'lines' | 'time' | 'choice' | 'ids' | 'attempts';

export interface Question {
  /** Where the answer stands in the frontmatter. */
  readonly path: readonly [string, ...string[]];
  readonly type: QuestionType;
  /** The flag that answers it, without its dashes. */
  readonly flag: string;
  /** As it is asked on a terminal; what has no prompt can only be said by its flag. */
  readonly prompt?: string;
  /** A good answer, shown while nothing is typed yet. */
  readonly example?: string;
  /** The page cannot be begun without it. */
  readonly required?: true;
  /** The kind of the entries that are named. */
  readonly entryKind?: 'service' | 'tag' | 'lesson';
}

/** Whether a flag may be given several times. */
export function isRepeatable({ type }: Question): boolean {
  return type === 'lines' || type === 'ids' || type === 'attempts';
}
