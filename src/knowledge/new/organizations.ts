/** Lists the organizations of the existing pages: a new page most often belongs to one of them. */
import type { Content } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';

/** Returns each organization once, the most frequent first. */
export function listOrganizations(content: Content): string[] {
  const counts = new Map<string, number>();
  for (const { yaml } of content.documents) {
    const name = getTextAt(yaml.value, ['organization']);
    if (name !== undefined && name !== 'unknown') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
