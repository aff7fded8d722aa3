/** Collects what an organization has: its postmortems, notes and procedures, and the lessons with evidence there. */
import type {
  LessonEntry,
  NoteEntry,
  OrganizationEntry,
  PostmortemEntry,
  ProcedureEntry,
} from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { isEmergency } from './procedures.ts';

interface OwnedEntries {
  /** Emergencies first. */
  readonly procedures: readonly ProcedureEntry[];
  readonly postmortems: readonly PostmortemEntry[];
  readonly notes: readonly NoteEntry[];
  readonly lessons: readonly {
    readonly lesson: LessonEntry;
    /** Its postmortems and notes that support the lesson. */
    readonly evidence: readonly (PostmortemEntry | NoteEntry)[];
  }[];
}

export interface OrganizationProfile extends OwnedEntries {
  readonly teams: readonly {
    readonly team: OrganizationEntry['data']['teams'][number];
    readonly own: OwnedEntries;
  }[];
}

export function createOrganizationProfile(
  knowledge: Knowledge,
  organization: OrganizationEntry,
): OrganizationProfile {
  const postmortems = knowledge.all('postmortem').filter(({ data }) => data.organization === organization.id);
  const notes = knowledge.all('note').filter(({ data }) => data.organization === organization.id);
  const isOf =
    (team: string) =>
    ({ data }: PostmortemEntry | NoteEntry) =>
      data.team === team;
  return {
    ...collectEntries(knowledge, postmortems, notes),
    teams: organization.data.teams.map((team) => ({
      team,
      own: collectEntries(knowledge, postmortems.filter(isOf(team.id)), notes.filter(isOf(team.id))),
    })),
  };
}

function collectEntries(
  knowledge: Knowledge,
  postmortems: readonly PostmortemEntry[],
  notes: readonly NoteEntry[],
): OwnedEntries {
  const noteIds = new Set(notes.map(({ id }) => id));
  const procedures = knowledge
    .all('procedure')
    .filter(({ note }) => noteIds.has(note))
    .toSorted((a, b) => Number(isEmergency(b)) - Number(isEmergency(a)));
  const lessons = knowledge.all('lesson').map((lesson) => ({
    lesson,
    evidence: [
      ...postmortems.filter(({ data: { lessons: own } }) =>
        [...own.learned, ...own.confirmed].includes(lesson.id),
      ),
      ...notes.filter(({ data }) => data.lessons.includes(lesson.id)),
    ],
  }));
  return { procedures, postmortems, notes, lessons: lessons.filter(({ evidence }) => evidence.length > 0) };
}
