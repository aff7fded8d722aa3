/** The choice of an activity, an organization, services and tags. The builder saves it in its URL. */
import type { ChecklistSource } from './checklist-source.ts';

export interface ChecklistChoice {
  readonly activity?: string;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  /** The organization that the list is for, if it is not the home. Without a home, the list is for all. */
  readonly organization?: string;
  /** Items of other organizations are on the list, too, each with its name. */
  readonly others?: true;
}

type KnownIds = Pick<ChecklistSource, 'activities' | 'services' | 'tags' | 'organizations'>;

/** Returns the organization that a list is for, or undefined if it is for all. */
export function findListOrganization(
  { organizations }: Pick<ChecklistSource, 'organizations'>,
  { organization }: Pick<ChecklistChoice, 'organization'>,
): ChecklistSource['organizations'][number] | undefined {
  return organizations.find(({ id, home }) => (organization ? id === organization : home));
}

/** Parses `activity=deploy&service=redis&service=nginx&tag=stale-lock`, and returns unknown ids separately. */
export function parseChoice(
  params: URLSearchParams,
  source: KnownIds,
): { readonly choice: ChecklistChoice; readonly unknown: readonly string[] } {
  const read = (name: string, known: readonly { readonly id: string }[]) => {
    const ids = [...new Set(params.getAll(name))].filter((id) => id !== '');
    return Map.groupBy(ids, (id) => (known.some((entry) => entry.id === id) ? 'known' : 'unknown'));
  };
  const activity = read('activity', source.activities);
  const services = read('service', source.services);
  const tags = read('tag', source.tags);
  const organization = read('organization', source.organizations);
  const first = activity.get('known')?.[0];
  return {
    choice: {
      ...(first ? { activity: first } : {}),
      services: (services.get('known') ?? []).sort(),
      tags: (tags.get('known') ?? []).sort(),
      ...parseOrganization(organization.get('known') ?? [], params.get('others') === 'include', source),
    },
    unknown: [activity, services, tags, organization].flatMap((ids) => ids.get('unknown') ?? []),
  };
}

/** Leaves out what is the default, so that equal lists have equal addresses. */
function parseOrganization(
  [id]: readonly string[],
  includesOthers: boolean,
  { organizations }: KnownIds,
): Pick<ChecklistChoice, 'organization' | 'others'> {
  const home = organizations.find((organization) => organization.home);
  const organization = id === home?.id ? undefined : id;
  return {
    ...(organization ? { organization } : {}),
    ...(includesOthers && (organization || home) ? { others: true } : {}),
  };
}

/** Returns the URL parameters of a choice, the same ones whatever its order. */
export function toChoiceParams(choice: ChecklistChoice): URLSearchParams {
  const params = new URLSearchParams();
  if (choice.activity) params.append('activity', choice.activity);
  if (choice.organization) params.append('organization', choice.organization);
  if (choice.others) params.append('others', 'include');
  for (const service of [...new Set(choice.services)].sort()) params.append('service', service);
  for (const tag of [...new Set(choice.tags)].sort()) params.append('tag', tag);
  return params;
}

/** Returns the id of the list of this choice, if such lists have their own pages. */
export function findListId(choice: ChecklistChoice): string | undefined {
  const { activity, services, tags, organization, others } = choice;
  const [service, tag] = [services[0], tags[0]];
  if (organization || others) return undefined;
  if (activity && services.length + tags.length === 0) return activity;
  if (!activity && services.length === 1 && tags.length === 0) return `services/${service}`;
  if (!activity && services.length === 0 && tags.length === 1) return `tags/${tag}`;
  return undefined;
}
