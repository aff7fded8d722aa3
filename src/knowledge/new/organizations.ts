/** Whose pages there are: who writes the next one is most often among them. */
import type { Content } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';

/** The organizations that pages name, each once, the most frequent first. */
export function listOrganizations(content: Content): string[] {
  const times = new Map<string, number>();
  for (const { yaml } of content.documents) {
    const name = getTextAt(yaml.value, ['organization']);
    if (name !== undefined && name !== 'unknown') times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
