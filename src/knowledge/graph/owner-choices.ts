/** The choices of a filter by organization and team: each with the number of rows that it keeps. */
import { UNKNOWN_ID } from '../schema/scalars.ts';
import type { Entry, LessonEntry, OrganizationEntry } from './entries.ts';
import { findEvidence } from './evidence.ts';
import type { Knowledge } from './knowledge.ts';
import { getOwner, listOrganizations, UNKNOWN_TITLE } from './organization.ts';

export interface OwnerChoice {
  /** `oma`, `oma/web`, or `unknown`. */
  readonly key: string;
  readonly title: string;
  /** Absent if it is not known. */
  readonly organization?: OrganizationEntry;
  /** The id of a team of the organization. */
  readonly team?: string;
  readonly count: number;
}

/** Returns the key of an entry's owner: `oma`, or `oma/web` with a team. `unknown` belongs to nobody. */
export function getOwnerKey(knowledge: Knowledge, entry: Entry): string {
  const owner = getOwner(knowledge, entry);
  if (!owner) return UNKNOWN_ID;
  return [owner.organization.id, ...(owner.team ? [owner.team.id] : [])].join('/');
}

/** Returns the keys of those that have evidence for a lesson, in postmortems or notes. */
export function listLessonOwnerKeys(knowledge: Knowledge, lesson: LessonEntry): string[] {
  const sources = [
    ...findEvidence(knowledge, lesson.id).map(({ postmortem }) => postmortem),
    ...knowledge.findEntriesLinkingTo(lesson, 'note', ['teaches']),
  ];
  return [...new Set(sources.map((entry) => getOwnerKey(knowledge, entry)))];
}

/**
 * Returns the choices for rows with these keys: your own organization first, the others by name, each with its teams,
 * and last the rows whose owner is not known. A single organization is no choice, but its teams are. Returns an empty
 * list if there is nothing to choose from.
 */
export function listOwnerChoices(knowledge: Knowledge, rows: readonly (readonly string[])[]): OwnerChoice[] {
  const count = (key: string) =>
    rows.filter((keys) => keys.some((own) => own === key || own.startsWith(`${key}/`))).length;
  const organizations = listOrganizations(knowledge);
  const isOnly = organizations.length === 1;
  const choices = [
    ...organizations.flatMap((organization): OwnerChoice[] => {
      const { id, data } = organization;
      const teams = data.teams.map((team) => ({
        key: `${id}/${team.id}`,
        title: isOnly ? team.title : `${data.title}, ${team.title}`,
        organization,
        team: team.id,
        count: count(`${id}/${team.id}`),
      }));
      return [...(isOnly ? [] : [{ key: id, title: data.title, organization, count: count(id) }]), ...teams];
    }),
    { key: UNKNOWN_ID, title: UNKNOWN_TITLE, count: count(UNKNOWN_ID) },
  ].filter((choice) => choice.count > 0);
  return choices.length > 1 ? choices : [];
}
