/** Lists the organizations that a new page can belong to, the most likely first. */
import type { Content } from '../source/content.ts';
import { getTextAt } from '../source/field-values.ts';

/** Returns the home first, then those of most pages. */
export function listOrganizations(content: Content): string[] {
  const items = content.findVocabulary('organization')?.items ?? [];
  const countPages = (id: string) =>
    content.documents.filter(({ yaml }) => getTextAt(yaml.value, ['organization']) === id).length;
  return items
    .map(({ id, validated: { data } }) => ({ id, isHome: Boolean(data?.home), pages: countPages(id) }))
    .sort((a, b) => Number(b.isHome) - Number(a.isHome) || b.pages - a.pages)
    .map(({ id }) => id);
}

/** Returns the organization that needs no question: the only one, or the home if nobody can be asked. */
export function findDefaultOrganization(content: Content, canAsk: boolean): string | undefined {
  const [first, ...others] = listOrganizations(content);
  if (first === undefined || others.length === 0) return first;
  const isHome = content.findItem('organization', first)?.validated.data?.home;
  return isHome && !canAsk ? first : undefined;
}
