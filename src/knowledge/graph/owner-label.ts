/** Puts into words whose something is. */
import type { OrganizationData } from '../schema/vocabulary.ts';

/** The ids of an organization and of one of its teams, as a postmortem or a note has them. */
export interface OwnerIds {
  readonly organization: string;
  readonly team?: string | undefined;
}

/**
 * Returns "Oma", "Oma, Web", or "At Oma" if another organization is the home. Returns undefined if it is your own or not
 * known. If there is only one organization, only its teams have labels.
 *
 * @param organizations all of them
 */
export function describeOwnerIds(
  organizations: readonly OrganizationData[],
  { organization: id, team: teamId }: OwnerIds,
): string | undefined {
  const organization = organizations.find((one) => one.id === id);
  if (!organization) return undefined;
  const team = organization.teams.find((one) => one.id === teamId);
  const home = organizations.find((one) => one.home);
  if (organization === home || organizations.length === 1) {
    const homeTeam = organization.teams.find((one) => one.home);
    if (!team || team === homeTeam) return undefined;
    return homeTeam ? `At ${team.title}` : team.title;
  }
  const name = [organization.title, ...(team ? [team.title] : [])].join(', ');
  return home ? `At ${name}` : name;
}
