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
  readonly lessons: readonly LessonWithEvidence[];
}

export interface LessonWithEvidence {
  readonly lesson: LessonEntry;
  /** The postmortems and notes of the organization that support the lesson. */
  readonly evidence: readonly (PostmortemEntry | NoteEntry)[];
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
  const evidence = new Map<string, (PostmortemEntry | NoteEntry)[]>();
  for (const entry of [...postmortems, ...notes]) {
    for (const lesson of listLessons(entry)) {
      const group = evidence.get(lesson);
      if (group) group.push(entry);
      else evidence.set(lesson, [entry]);
    }
  }
  const lessons = knowledge
    .all('lesson')
    .map((lesson) => ({ lesson, evidence: evidence.get(lesson.id) ?? [] }));
  return { procedures, postmortems, notes, lessons: lessons.filter(({ evidence }) => evidence.length > 0) };
}

function listLessons(entry: PostmortemEntry | NoteEntry): Set<string> {
  const { lessons } = entry.data;
  return new Set('learned' in lessons ? [...lessons.learned, ...lessons.confirmed] : lessons);
}
