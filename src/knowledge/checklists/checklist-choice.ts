/** The choice of an activity, services and tags. The builder saves it in its URL. */
import type { ChecklistSource } from './checklist-source.ts';

export interface ChecklistChoice {
  readonly activity?: string;
  readonly services: readonly string[];
  readonly tags: readonly string[];
}

/** Parses `activity=deploy&service=redis&service=nginx&tag=stale-lock`, and returns unknown ids separately. */
export function parseChoice(
  params: URLSearchParams,
  source: Pick<ChecklistSource, 'activities' | 'services' | 'tags'>,
): { readonly choice: ChecklistChoice; readonly unknown: readonly string[] } {
  const read = (name: string, known: readonly { readonly id: string }[]) => {
    const ids = [...new Set(params.getAll(name))].filter((id) => id !== '');
    return Map.groupBy(ids, (id) => (known.some((entry) => entry.id === id) ? 'known' : 'unknown'));
  };
  const activity = read('activity', source.activities);
  const services = read('service', source.services);
  const tags = read('tag', source.tags);
  const first = activity.get('known')?.[0];
  return {
    choice: {
      ...(first ? { activity: first } : {}),
      services: (services.get('known') ?? []).sort(),
      tags: (tags.get('known') ?? []).sort(),
    },
    unknown: [activity, services, tags].flatMap((ids) => ids.get('unknown') ?? []),
  };
}

/** Returns the URL parameters of a choice, the same ones whatever its order. */
export function toChoiceParams({ activity, services, tags }: ChecklistChoice): URLSearchParams {
  const params = new URLSearchParams();
  if (activity) params.append('activity', activity);
  for (const service of [...new Set(services)].sort()) params.append('service', service);
  for (const tag of [...new Set(tags)].sort()) params.append('tag', tag);
  return params;
}

/** Returns the id of the list of this choice, if that list has its own page. */
export function findListId({ activity, services, tags }: ChecklistChoice): string | undefined {
  const [service, tag] = [services[0], tags[0]];
  if (activity && services.length + tags.length === 0) return activity;
  if (!activity && services.length === 1 && tags.length === 0) return `services/${service}`;
  if (!activity && services.length === 0 && tags.length === 1) return `tags/${tag}`;
  return undefined;
}
