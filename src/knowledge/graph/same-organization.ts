/** Compares whose two postmortems or notes are. */
import type { NoteEntry, PostmortemEntry } from './entries.ts';

type Owned = Pick<PostmortemEntry, 'data'> | Pick<NoteEntry, 'data'>;

export function isSameOrganization(a: Owned, b: Owned): boolean {
  return a.data.organization === b.data.organization;
}
