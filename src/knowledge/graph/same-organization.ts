/** Compares whose two postmortems or notes are. */
import { UNKNOWN_ID } from '../schema/scalars.ts';
import type { NoteEntry, PostmortemEntry } from './entries.ts';

type Owned = Pick<PostmortemEntry, 'data'> | Pick<NoteEntry, 'data'>;

export function isSameOrganization(a: Owned, b: Owned): boolean {
  return a.data.organization !== UNKNOWN_ID && a.data.organization === b.data.organization;
}
