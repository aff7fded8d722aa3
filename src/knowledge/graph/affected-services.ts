/** Finds the services that an incident concerned, and those that it shares with something else. */
import type { PostmortemEntry } from './entries.ts';
import type { Knowledge } from './knowledge.ts';

/** Returns the services of its factors. Its other services may only have been nearby. */
export function getAffectedServices({ data }: Pick<PostmortemEntry, 'data'>): Set<string> {
  return new Set(data.factors.flatMap(({ services }) => services));
}

/** Returns the services that are in both. Generic ones, such as Git, relate nothing by themselves. */
export function findSharedServices(
  knowledge: Knowledge,
  services: Iterable<string>,
  others: Iterable<string>,
): string[] {
  const wanted = new Set(others);
  return [...new Set(services)].filter(
    (id) => wanted.has(id) && !knowledge.find({ kind: 'service', id })?.data.generic,
  );
}
