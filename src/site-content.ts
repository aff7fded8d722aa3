/** The one door to the content: the site asks here, and nowhere else. */
import { getCollection, getEntry, render } from 'astro:content';
import { type ChecklistGroup, createAllChecklists } from './knowledge/checklists/all-checklists.ts';
import type { Entry } from './knowledge/graph/entries.ts';
import { Knowledge } from './knowledge/graph/knowledge.ts';
import type { SiteData } from './knowledge/schema/site.ts';
import { PostmortemSimilarity } from './knowledge/similar/similar-postmortems.ts';
import { createAddresses } from './knowledge/source/addresses.ts';
import { type Redirect, Redirects } from './knowledge/source/redirects.ts';
import { getToday } from './node/clock.ts';

let cachedKnowledge: { readonly revision: unknown; readonly knowledge: Promise<Knowledge> } | undefined;

/** The knowledge base. Made once in a build; in `npm run dev` once for each revision of the content. */
export async function getKnowledge(): Promise<Knowledge> {
  const revision = import.meta.env.DEV ? await getRevision() : undefined;
  if (!cachedKnowledge || cachedKnowledge.revision !== revision)
    cachedKnowledge = { revision, knowledge: loadKnowledge() };
  return cachedKnowledge.knowledge;
}

let cachedSimilarity: { knowledge: Knowledge; similarity: PostmortemSimilarity } | undefined;

/** Which postmortems seem related, though nobody wrote it down. Made once for each knowledge base. */
export function getSimilarity(knowledge: Knowledge): PostmortemSimilarity {
  if (cachedSimilarity?.knowledge !== knowledge)
    cachedSimilarity = { knowledge, similarity: new PostmortemSimilarity(knowledge) };
  return cachedSimilarity.similarity;
}

let cachedChecklists: { knowledge: Knowledge; groups: ChecklistGroup[] } | undefined;

/** Every checklist that has a page of its own. Made once for each knowledge base. */
export async function getChecklists(): Promise<ChecklistGroup[]> {
  const knowledge = await getKnowledge();
  if (cachedChecklists?.knowledge !== knowledge)
    cachedChecklists = { knowledge, groups: createAllChecklists(knowledge, getToday()) };
  return cachedChecklists.groups;
}

async function loadKnowledge(): Promise<Knowledge> {
  const stored = await getCollection('knowledge');
  const beside = (id: string) => stored.find((entry) => entry.id === id);
  const site = beside('site/site');
  if (!site) throw new Error('The content was not loaded: it has no site.yaml');
  const redirects = beside('redirects/redirects');
  const noEntries = [site, redirects, beside(REVISION_ID)];
  const entries = stored
    .filter((entry) => !noEntries.includes(entry))
    .map(({ data }) => data as unknown as Entry);
  return new Knowledge(
    entries,
    (site.data as { data: SiteData }).data,
    new Redirects((redirects?.data as { data: Redirect[] } | undefined)?.data),
  );
}

const REVISION_ID = 'revision/revision';

/** In `npm run dev`, what changes with the text of any file of the content. */
export async function getRevision(): Promise<unknown> {
  return (await getEntry('knowledge', REVISION_ID))?.data.data;
}

/** The body of a postmortem, note or lesson, as a component. */
export async function renderEntryBody({ kind, id }: Pick<Entry, 'kind' | 'id'>) {
  const stored = await getEntry('knowledge', `${kind}/${id}`);
  if (!stored) throw new Error(`There is no ${kind} \`${id}\``);
  return (await render(stored)).Content;
}

/** Where things stand on this site, its prefix included. */
export const addresses = createAddresses(import.meta.env.BASE_URL);
