/**
 * The input of the generator as one JSON value. The builder in the browser loads the parts of it that it needs, and
 * generates lists with the same code.
 */
import type { Entry, LessonEntry, NoteEntry, PostmortemEntry } from '../graph/entries.ts';
import { findEvidence } from '../graph/evidence.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { getHome, hasSeveralOrganizations } from '../graph/organization.ts';
import { getProcedureMarks } from '../graph/procedures.ts';
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import type { ActivityData } from '../schema/vocabulary.ts';
import type { ChecklistMode, EvidenceRef, PublicSource } from './checklist.ts';
import { type SourceDate, toNoteRef, toPostmortemRef, toSourceDate } from './evidence-ref.ts';

export interface SourceActivity {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly mode: ChecklistMode;
  readonly opening: readonly {
    readonly text: string;
    readonly expect?: string;
    readonly source: PublicSource;
  }[];
  readonly pausePoints: readonly SourcePausePoint[];
}

export interface SourcePausePoint {
  readonly id: string;
  readonly title: string;
  /** The noun for the machines or attempts for which its items are done again: "machine". */
  readonly repeats?: string | undefined;
  /** `lesson-id/check-id`, in the order of doing. */
  readonly checks: readonly string[];
}

/** A postmortem or a note that lessons refer to. */
export interface SourceText extends Omit<EvidenceRef, 'relation'> {
  /** When the incident started or the note was written. Absent if the year is not known. */
  readonly date?: SourceDate;
}

interface SourceEvidence {
  readonly text: number;
  readonly relation: EvidenceRef['relation'];
}

export interface SourceLesson {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  /**
   * Postmortems oldest first, then the notes that teach it. `text` is an index in `texts`. Of many, only those of its
   * checks and the newest ones.
   */
  readonly evidence: readonly SourceEvidence[];
  /** The number of the others. Absent if there are none. */
  readonly moreEvidence?: number;
  readonly owner?: string;
  readonly reviewBy?: SourceDate;
  /** The title of the lesson that replaces it. */
  readonly replacedBy?: string;
}

/** A check as it is written. Those of a lesson are in its order. */
export interface SourceCheck {
  readonly lesson: string;
  readonly id?: string;
  readonly activity: string;
  readonly pausePoint: string;
  readonly text: string;
  readonly expect?: string;
  /** Empty if the services of the lesson apply. */
  readonly services: readonly string[];
  readonly organization?: string;
  /** Indexes in `texts`. Each is also among the evidence of the lesson. */
  readonly evidence: readonly number[];
}

interface SourceProcedure {
  readonly id: string;
  readonly title: string;
  readonly activity: string;
  readonly services: readonly string[];
  readonly marks: readonly ProcedureMark[];
  readonly organization: string;
}

export interface ChecklistSource {
  readonly site: { readonly address: string; readonly owner?: string };
  readonly organizations: readonly { readonly id: string; readonly title: string; readonly home?: true }[];
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
    organizations: knowledge.all('organization').map((organization) => ({
      id: organization.id,
      title: organization.data.title,
      // A single organization is everybody's own.
      ...(organization === getHome(knowledge) || !hasSeveralOrganizations(knowledge) ? { home: true } : {}),
    })),
    activities: knowledge.all('activity').map(({ id, data }) => toSourceActivity(id, data)),
    services: knowledge.all('service').map(({ id, data }) => ({ id, title: data.title })),
    tags: knowledge.all('tag').map(({ id, data: { title, meaning } }) => ({ id, title, meaning })),
    texts: entries.map((entry) => toSourceText(knowledge, entry)),
    lessons: lessons.map(({ id }) => toSourceLesson(knowledge, id, indices)),
    checks: lessons.flatMap((lesson) => toSourceChecks(knowledge, lesson, indices)),
    procedures: knowledge.all('procedure').map((procedure) => {
      const { title, activity, services } = procedure.data;
      const { organization } = knowledge.get('note', procedure.note).data;
      return {
        id: procedure.id,
        title,
        activity,
        services,
        marks: getProcedureMarks(procedure),
        organization,
      };
    }),
  };
}

function toSourceActivity(id: string, data: ActivityData): SourceActivity {
  const { title, objective, mode, opening, pausePoints } = data;
  return {
    id,
    title,
    objective,
    mode,
    opening: opening.map(({ text, expect, source }) => ({ text, ...(expect ? { expect } : {}), source })),
    pausePoints,
  };
}

function toSourceChecks(
  knowledge: Knowledge,
  { id: lesson, data }: LessonEntry,
  indices: ReadonlyMap<Entry, number>,
): SourceCheck[] {
  return data.checks.map(({ id, activity, pausePoint, text, expect, services, organization, evidence }) => ({
    lesson,
    ...(id ? { id } : {}),
    activity,
    pausePoint,
    text,
    ...(expect ? { expect } : {}),
    services,
    ...(organization ? { organization } : {}),
    evidence: evidence.map((postmortem) => indices.get(knowledge.get('postmortem', postmortem)) ?? -1),
  }));
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
  const all = [...learned, ...taught].map(([entry, relation]) => ({
    text: indices.get(entry) ?? -1,
    relation,
  }));
  const checked = new Set(
    data.checks.flatMap(({ evidence }) =>
      evidence.map((postmortem) => indices.get(knowledge.get('postmortem', postmortem)) ?? -1),
    ),
  );
  return {
    id,
    title,
    reason,
    services,
    tags,
    ...cutEvidence(all, checked),
    ...(owner ? { owner } : {}),
    ...(reviewBy ? { reviewBy } : {}),
    ...(replacedBy ? { replacedBy } : {}),
  };
}

/** Of a lesson; nobody reads more on a list, and its page has all of them. */
const MAX_EVIDENCE = 6;

function cutEvidence(
  all: readonly SourceEvidence[],
  checked: ReadonlySet<number>,
): Pick<SourceLesson, 'evidence' | 'moreEvidence'> {
  const newest = new Set(all.slice(-MAX_EVIDENCE));
  const evidence = all.filter((item) => newest.has(item) || checked.has(item.text));
  const more = all.length - evidence.length;
  return { evidence, ...(more > 0 ? { moreEvidence: more } : {}) };
}
