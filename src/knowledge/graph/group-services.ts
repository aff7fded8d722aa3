/** Groups services by the organization whose postmortems, notes and procedures name them. */
import type { OrganizationEntry, ServiceEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { getOrganization, listOrganizations } from './organization.ts';

export interface ServiceGroup {
  /** The only organization that names the services. */
  readonly organization?: OrganizationEntry;
  /** Of the services of no single organization: several name them, or none does. */
  readonly named?: 'by several' | 'by none';
  readonly services: readonly ServiceEntry[];
}

const SOURCES = ['postmortem', 'note', 'procedure'] as const;

/** Returns what several organizations name first, then your own group, the others by name, and last what none names. */
export function groupByNamingOrganization(
  knowledge: Knowledge,
  services: readonly ServiceEntry[],
): ServiceGroup[] {
  const owners = new Map(services.map((service) => [service, findNamingOrganizations(knowledge, service)]));
  const select = (isMember: (organizations: ReadonlySet<OrganizationEntry>) => boolean) =>
    services.filter((service) => isMember(owners.get(service) ?? new Set()));
  const groups: ServiceGroup[] = [
    { named: 'by several', services: select(({ size }) => size > 1) },
    ...listOrganizations(knowledge).map((organization) => ({
      organization,
      services: select((all) => all.size === 1 && all.has(organization)),
    })),
    { named: 'by none', services: select(({ size }) => size === 0) },
  ];
  return groups.filter((group) => group.services.length > 0);
}

/** Returns the organizations of the entries that name a service. */
export function findNamingOrganizations(knowledge: Knowledge, service: ServiceEntry): Set<OrganizationEntry> {
  const entries = SOURCES.flatMap((kind) => knowledge.findEntriesLinkingTo(service, kind));
  return new Set(entries.flatMap((entry) => getOrganization(knowledge, entry) ?? []));
}
