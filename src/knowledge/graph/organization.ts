/** Finds whose an entry is. Nothing else decides this. */
import { UNKNOWN_ID } from '../schema/scalars.ts';
import type { OrganizationData } from '../schema/vocabulary.ts';
import type { Entry, OrganizationEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { describeOwnerIds } from './owner-label.ts';

export const UNKNOWN_TITLE = 'Unknown organization';

type Team = OrganizationData['teams'][number];

export interface Owner {
  readonly organization: OrganizationEntry;
  readonly team?: Team;
}

/** Returns the organization and the team of a postmortem, a note or a procedure, which has those of its note. */
export function getOwner(knowledge: Knowledge, entry: Entry): Owner | undefined {
  if (entry.kind === 'procedure') return getOwner(knowledge, knowledge.get('note', entry.note));
  if (entry.kind !== 'postmortem' && entry.kind !== 'note') return undefined;
  const organization = knowledge.find({ kind: 'organization', id: entry.data.organization });
  if (!organization) return undefined;
  const team = organization.data.teams.find(({ id }) => id === entry.data.team);
  return { organization, ...(team ? { team } : {}) };
}

export function getOrganization(knowledge: Knowledge, entry: Entry): OrganizationEntry | undefined {
  return getOwner(knowledge, entry)?.organization;
}

/** Returns the name for lists in which every organization has its name, the home as well. */
export function getOrganizationTitle(knowledge: Knowledge, entry: Entry): string {
  return getOrganization(knowledge, entry)?.data.title ?? UNKNOWN_TITLE;
}

/** Returns your own organization, if the vocabulary names one. */
export function getHome(knowledge: Knowledge): OrganizationEntry | undefined {
  return knowledge.all('organization').find(({ data }) => data.home);
}

/** Returns whether pages have to say whose things are: with a single organization, all are its own. */
export function hasSeveralOrganizations(knowledge: Knowledge): boolean {
  return knowledge.all('organization').length > 1;
}

/** Returns "Oma", "At Oma" if another organization is the home, or undefined if it is your own or there is no other. */
export function describeOwner(knowledge: Knowledge, entry: Entry): string | undefined {
  const owner = getOwner(knowledge, entry);
  return owner && describeOrganization(knowledge, owner);
}

/** Returns the same for the organization of a check. */
export function describeCheckOrganization(knowledge: Knowledge, id: string | undefined): string | undefined {
  const organization = id === undefined ? undefined : knowledge.find({ kind: 'organization', id });
  return organization && describeOrganization(knowledge, { organization });
}

function describeOrganization(knowledge: Knowledge, { organization, team }: Owner): string | undefined {
  const organizations = knowledge.all('organization').map(({ data }) => data);
  return describeOwnerIds(organizations, { organization: organization.id, team: team?.id });
}

/**
 * Returns whose an entry is on the page of another one: a label even for your own, and nothing if both have the same
 * owner.
 */
export function describeOtherOwner(knowledge: Knowledge, entry: Entry, page: Entry): string | undefined {
  const [owner, pageOwner] = [getOwner(knowledge, entry), getOwner(knowledge, page)];
  if (!owner) return UNKNOWN_TITLE;
  if (owner.organization === pageOwner?.organization && owner.team === pageOwner.team) return undefined;
  const isHome = owner.organization === getHome(knowledge);
  return describeOrganization(knowledge, owner) ?? (isHome ? 'Your own' : undefined);
}

/** Puts your own entries first, then those of your organization's other teams. The order is otherwise kept. */
export function sortHomeFirst<E extends Entry>(knowledge: Knowledge, entries: readonly E[]): E[] {
  return entries.toSorted((a, b) => getHomeRank(knowledge, a) - getHomeRank(knowledge, b));
}

/** Returns 0 for your own entries, 1 for those of your organization's other teams, and 2 for others. */
export function getHomeRank(knowledge: Knowledge, entry: Entry): number {
  const home = getHome(knowledge);
  if (!home) return 0;
  if (getOrganization(knowledge, entry) !== home) return 2;
  return describeOwner(knowledge, entry) === undefined ? 0 : 1;
}

export interface OwnerGroup<E extends Entry> {
  /** The id of the organization, or `unknown`. */
  readonly id: string;
  readonly title: string;
  /** Those of your own team first. The order is otherwise kept. */
  readonly entries: readonly E[];
}

/** Groups entries by organization: the home first, the others by name, and last those whose owner is not known. */
export function groupByOrganization<E extends Entry>(
  knowledge: Knowledge,
  entries: readonly E[],
): OwnerGroup<E>[] {
  const groups = Map.groupBy(sortHomeFirst(knowledge, entries), (entry) => getOrganization(knowledge, entry));
  const organizations = listOrganizations(knowledge).filter((organization) => groups.has(organization));
  return [...organizations, undefined].flatMap((organization) => {
    const own = groups.get(organization) ?? [];
    const { id = UNKNOWN_ID, data: { title = UNKNOWN_TITLE } = {} } = organization ?? {};
    return own.length > 0 ? [{ id, title, entries: own }] : [];
  });
}

/** Returns all organizations: the home first, the others by name. */
export function listOrganizations(knowledge: Knowledge): OrganizationEntry[] {
  return knowledge
    .all('organization')
    .toSorted(
      (a, b) =>
        Number(b.data.home ?? false) - Number(a.data.home ?? false) ||
        a.data.title.localeCompare(b.data.title, 'en'),
    );
}
