/**
 * The input of the generator as one small JSON value: the builder in the browser loads it, and generates lists with
 * the same code.
 */
import type { Entry, NoteEntry, PostmortemEntry } from '../graph/entries.ts';
import { findEvidence } from '../graph/evidence.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { getProcedureMarks } from '../graph/procedures.ts';
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import type { ChecklistMode, EvidenceRef } from './checklist.ts';
import { type SourceDate, toNoteRef, toPostmortemRef, toSourceDate } from './evidence-ref.ts';

export interface SourceActivity {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly mode: ChecklistMode;
  readonly pausePoints: readonly { readonly id: string; readonly title: string }[];
}

/** A postmortem or a note that lessons refer to. */
export interface SourceText extends Omit<EvidenceRef, 'relation'> {
  /** When the incident started or the note was written. Absent if the year is not known. */
  readonly date?: SourceDate;
}

export interface SourceLesson {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  /** Postmortems oldest first, then the notes that teach it. `text` is an index in `texts`. */
  readonly evidence: readonly { readonly text: number; readonly relation: EvidenceRef['relation'] }[];
  readonly owner?: string;
  readonly reviewBy?: SourceDate;
  /** The title of the lesson that replaces it. */
  readonly replacedBy?: string;
}

export interface SourceCheck {
  readonly lesson: string;
  readonly activity: string;
  readonly pausePoint: string;
  readonly text: string;
  readonly expect: string;
  /** As written: empty if the services of the lesson apply. */
  readonly services: readonly string[];
}

interface SourceProcedure {
  readonly id: string;
  readonly title: string;
  readonly activity: string;
  readonly services: readonly string[];
  readonly marks: readonly ProcedureMark[];
}

export interface ChecklistSource {
  readonly site: { readonly address: string; readonly owner?: string };
  readonly activities: readonly SourceActivity[];
  readonly services: readonly { readonly id: string; readonly title: string }[];
  readonly tags: readonly { readonly id: string; readonly title: string; readonly meaning: string }[];
  readonly texts: readonly SourceText[];
  readonly lessons: readonly SourceLesson[];
  readonly checks: readonly SourceCheck[];
  /** Without their steps: `createProcedureChecklist` makes lists of those. */
  readonly procedures: readonly SourceProcedure[];
}

export function createChecklistSource(knowledge: Knowledge): ChecklistSource {
  const lessons = knowledge.all('lesson').filter(({ data }) => data.checks.length > 0);
  const { address, owner } = knowledge.site;
  const entries = [...knowledge.all('postmortem'), ...knowledge.all('note')];
  const indices = new Map<Entry, number>(entries.map((entry, index) => [entry, index]));
  return {
    site: { address, ...(owner ? { owner } : {}) },
    activities: knowledge.all('activity').map(({ id, data: { title, objective, mode, pausePoints } }) => ({
      id,
      title,
      objective,
      mode,
      pausePoints,
    })),
    services: knowledge.all('service').map(({ id, data }) => ({ id, title: data.title })),
    tags: knowledge.all('tag').map(({ id, data: { title, meaning } }) => ({ id, title, meaning })),
    texts: entries.map((entry) => toSourceText(knowledge, entry)),
    lessons: lessons.map(({ id }) => toSourceLesson(knowledge, id, indices)),
    checks: lessons.flatMap(({ id, data }) =>
      data.checks.map(({ activity, pausePoint, text, expect = '', services }) => ({
        lesson: id,
        activity,
        pausePoint,
        text,
        expect,
        services,
      })),
    ),
    procedures: knowledge.all('procedure').map((procedure) => {
      const { title, activity, services } = procedure.data;
      return { id: procedure.id, title, activity, services, marks: getProcedureMarks(procedure) };
    }),
  };
}

function toSourceText(knowledge: Knowledge, entry: PostmortemEntry | NoteEntry): SourceText {
  const [ref, notation] =
    entry.kind === 'note'
      ? [toNoteRef(knowledge, entry), entry.data.written]
      : [toPostmortemRef(knowledge, entry, 'learned'), entry.data.started];
  const date = toSourceDate(notation);
  const { relation: _, ...text } = ref;
  return { ...text, ...(date ? { date } : {}) };
}

function toSourceLesson(knowledge: Knowledge, id: string, indices: ReadonlyMap<Entry, number>): SourceLesson {
  const { title, reason, services, tags, owner, ...data } = knowledge.get('lesson', id).data;
  const reviewBy = toSourceDate(data.reviewBy);
  const replacedBy = data.replacedBy && knowledge.getTitle({ kind: 'lesson', id: data.replacedBy });
  const learned = findEvidence(knowledge, id).map(
    ({ postmortem, relation }) => [postmortem, relation] as const,
  );
  const taught = knowledge
    .findEntriesLinkingTo({ kind: 'lesson', id }, 'note', ['teaches'])
    .map((note) => [note, 'taught'] as const);
  return {
    id,
    title,
    reason,
    services,
    tags,
    evidence: [...learned, ...taught].map(([entry, relation]) => ({
      text: indices.get(entry) ?? -1,
      relation,
    })),
    ...(owner ? { owner } : {}),
    ...(reviewBy ? { reviewBy } : {}),
    ...(replacedBy ? { replacedBy } : {}),
  };
}
