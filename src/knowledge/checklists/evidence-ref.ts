/** Postmortems and notes as short references: "GNOME 2009-12", "Oma, note". */

import type { NoteEntry, PostmortemEntry } from '../graph/entries.ts';
import { getStartTime } from '../graph/knowledge.ts';
import { describeTime, parseTime } from '../schema/time.ts';
import type { EvidenceRef } from './checklist.ts';

/** A date that sorts and compares without a reader of EDTF. */
export interface SourceDate {
  /** No more precise than the source. */
  readonly words: string;
  /** The last day that it may mean, as `2015-03-31`. */
  readonly lastDay: string;
}

/** @returns undefined where the year is not known */
export function toSourceDate(notation: string | undefined): SourceDate | undefined {
  const time = notation ? parseTime(notation) : undefined;
  if (!time?.yearKnown) return undefined;
  // A clock time belongs to the day that it was written in, wherever its offset puts it in UTC.
  const lastDay = time.precision === 'time' ? time.source.slice(0, 10) : toIsoDay(time.latest);
  return { words: describeTime(time), lastDay };
}

function toIsoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

export function toPostmortemRef(postmortem: PostmortemEntry, relation: EvidenceRef['relation']): EvidenceRef {
  const { title, organization } = postmortem.data;
  const label = `${organization} ${formatShortDate(postmortem)}`;
  return { kind: 'postmortem', id: postmortem.id, title, label, relation };
}

export function toNoteRef(note: NoteEntry): EvidenceRef {
  const { title, organization } = note.data;
  return { kind: 'note', id: note.id, title, label: `${organization}, note`, relation: 'taught' };
}

/** Year and month, or what is known of them: "2009-12", "2009", "21 March". */
function formatShortDate(postmortem: PostmortemEntry): string {
  const time = getStartTime(postmortem);
  const [year = '', month = 'XX'] = time.source.replace(/[~?%]$/, '').split('-');
  if (year === 'XXXX') return describeTime(time).replace(', year not known', '');
  return month.includes('X') ? year : `${year}-${month}`;
}
