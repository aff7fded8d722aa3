/** A question about a new page: it has one field, one flag, and at most one prompt. */
import type { FieldQuestion } from '../schema/field.ts';
import type { Kind } from '../schema/kinds.ts';

/**
 * The answer to `text` is one line, to `lines` several; `choice` is a value of a closed list; `id` is that of an
 * entry of `entryKind`, and `ids` are several; `attempts` are lines on what was tried, each with its effect.
 */
type QuestionType = 'text' | 'lines' | 'time' | 'choice' | 'id' | 'ids' | 'attempts';

export interface Question extends FieldQuestion {
  /** The path of the answer in the frontmatter. */
  readonly path: readonly [string, ...string[]];
  readonly type: QuestionType;
  /** The kind of the entries to choose from. */
  readonly entryKind?: Kind | undefined;
}

/** Returns whether you can give the flag several times. */
export function isRepeatable({ type }: Question): boolean {
  return type === 'lines' || type === 'ids' || type === 'attempts';
}
