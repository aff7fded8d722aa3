/** The kinds of pages that an import makes drafts of. */
import { noteSchema } from '../schema/note.ts';
import { postmortemSchema } from '../schema/postmortem.ts';

export type DraftKind = 'postmortem' | 'note';

const SCHEMAS = { postmortem: postmortemSchema, note: noteSchema };

/** Returns whether the pages of a kind have a field. */
export function hasField(kind: DraftKind, field: string): boolean {
  return Object.hasOwn(SCHEMAS[kind].shape, field);
}
