/** Finds whose an entry is. Nothing else decides this. */
import type { OrganizationData } from '../schema/vocabulary.ts';
import type { Entry, OrganizationEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

type Team = OrganizationData['teams'][number];

interface Owner {
  readonly organization: OrganizationEntry;
  readonly team?: Team;
}

/** Returns the organization and the team of a postmortem, a note or a procedure, which has those of its note. */
function getOwner(knowledge: Knowledge, entry: Entry): Owner | undefined {
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
  return getOrganization(knowledge, entry)?.data.title ?? 'Unknown organization';
}

/** Returns your own organization, if the vocabulary names one. */
export function getHome(knowledge: Knowledge): OrganizationEntry | undefined {
  return knowledge.all('organization').find(({ data }) => data.home);
}

function getHomeTeam(home: OrganizationEntry | undefined): Team | undefined {
  return home?.data.teams.find((team) => team.home);
}

/** Returns "Oma", "At Oma" if another organization is the home, or undefined if it is your own. */
export function describeOwner(knowledge: Knowledge, entry: Entry): string | undefined {
  const owner = getOwner(knowledge, entry);
  return owner && describeOrganization(knowledge, owner);
}

/** Returns the same for an owner that is not that of an entry, such as the organization of a check. */
function describeOrganization(knowledge: Knowledge, { organization, team }: Owner): string | undefined {
  const home = getHome(knowledge);
  const name = getOwnerName({ organization, ...(team ? { team } : {}) });
  if (!home) return name;
  if (organization !== home) return `At ${name}`;
  const homeTeam = getHomeTeam(home);
  if (!team || team === homeTeam) return undefined;
  return homeTeam ? `At ${team.title}` : team.title;
}

/** Returns the name of an owner without regard to the home, for lists in which all owners have their names. */
function getOwnerName({ organization, team }: Owner): string {
  return [organization.data.title, ...(team ? [team.title] : [])].join(', ');
}

/** Puts your own entries first, then those of your organization's other teams. The order is otherwise kept. */
export function sortHomeFirst<E extends Entry>(knowledge: Knowledge, entries: readonly E[]): E[] {
  const home = getHome(knowledge);
  if (!home) return [...entries];
  const getRank = (entry: E) => {
    if (getOrganization(knowledge, entry) !== home) return 2;
    return describeOwner(knowledge, entry) === undefined ? 0 : 1;
  };
  return entries.toSorted((a, b) => getRank(a) - getRank(b));
}

export interface OwnerGroup<E extends Entry> {
  /** Undefined for entries whose organization is not known. */
  readonly organization: OrganizationEntry | undefined;
  readonly entries: readonly E[];
}

/** Groups entries by organization: the home first, the others by name, and last those whose owner is not known. */
export function groupByOrganization<E extends Entry>(
  knowledge: Knowledge,
  entries: readonly E[],
): OwnerGroup<E>[] {
  const home = getHome(knowledge);
  const groups = Map.groupBy(entries, (entry) => getOrganization(knowledge, entry));
  const getRank = (organization: OrganizationEntry | undefined) =>
    organization === undefined ? 2 : organization === home ? 0 : 1;
  return [...groups]
    .map(([organization, own]) => ({ organization, entries: own }))
    .sort(
      (a, b) =>
        getRank(a.organization) - getRank(b.organization) ||
        (a.organization?.data.title ?? '').localeCompare(b.organization?.data.title ?? '', 'en'),
    );
}
