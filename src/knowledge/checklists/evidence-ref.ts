/** Creates short references to postmortems and notes: "GNOME 2009-12", "Oma, note". */
import type { NoteEntry, PostmortemEntry } from '../graph/entries.ts';
import { getStartTime, type Knowledge } from '../graph/knowledge.ts';
import { getOrganizationTitle } from '../graph/organization.ts';
import { describeTime, parseTime } from '../schema/time.ts';
import type { EvidenceRef } from './checklist.ts';

/** A date that the browser can sort and compare without an EDTF parser. */
export interface SourceDate {
  /** No more precise than the source. */
  readonly words: string;
  /** The last day that the date can mean, as `2015-03-31`. */
  readonly lastDay: string;
}

/** @returns undefined if the year is not known */
export function toSourceDate(notation: string | undefined): SourceDate | undefined {
  const time = notation ? parseTime(notation) : undefined;
  if (!time?.yearKnown) return undefined;
  // A clock time belongs to the day as written, whatever day its offset makes it in UTC.
  const lastDay = time.precision === 'time' ? time.source.slice(0, 10) : toIsoDay(time.latest);
  return { words: describeTime(time), lastDay };
}

function toIsoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

export function toPostmortemRef(
  knowledge: Knowledge,
  postmortem: PostmortemEntry,
  relation: EvidenceRef['relation'],
): EvidenceRef {
  const label = `${getOrganizationTitle(knowledge, postmortem)} ${formatShortDate(postmortem)}`;
  return { kind: 'postmortem', id: postmortem.id, title: postmortem.data.title, label, relation };
}

export function toNoteRef(knowledge: Knowledge, note: NoteEntry): EvidenceRef {
  const label = `${getOrganizationTitle(knowledge, note)}, note`;
  return { kind: 'note', id: note.id, title: note.data.title, label, relation: 'taught' };
}

/** Returns year and month, as far as they are known: "2009-12", "2009", "21 March". */
function formatShortDate(postmortem: PostmortemEntry): string {
  const time = getStartTime(postmortem);
  const [year = '', month = 'XX'] = time.source.replace(/[~?%]$/, '').split('-');
  if (year === 'XXXX') return describeTime(time).replace(', year unknown', '');
  return month.includes('X') ? year : `${year}-${month}`;
}
