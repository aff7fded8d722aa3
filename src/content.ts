/** The one door to the content: the site asks here, and nowhere else. */
import { getCollection, getEntry, render } from 'astro:content';
import { allChecklists, type ChecklistGroup } from './knowledge/checklists/all.ts';
import type { Entry } from './knowledge/graph/entries.ts';
import { Knowledge } from './knowledge/graph/knowledge.ts';
import type { SiteData } from './knowledge/schema/site.ts';
import { Similarity } from './knowledge/similar/similar.ts';
import { createAddresses } from './knowledge/source/addresses.ts';
import { type Redirect, Redirects } from './knowledge/source/redirects.ts';
import { today } from './node/today.ts';

let made: { readonly revision: unknown; readonly knowledge: Promise<Knowledge> } | undefined;

/** The knowledge base. Made once in a build; in `npm run dev` once for each revision of the content. */
export async function getKnowledge(): Promise<Knowledge> {
  const revision = import.meta.env.DEV ? await getRevision() : undefined;
  if (!made || made.revision !== revision) made = { revision, knowledge: makeKnowledge() };
  return made.knowledge;
}

let compared: { knowledge: Knowledge; similarity: Similarity } | undefined;

/** Which postmortems seem related, though nobody wrote it down. Made once for each knowledge base. */
export function similarityOf(knowledge: Knowledge): Similarity {
  if (compared?.knowledge !== knowledge) compared = { knowledge, similarity: new Similarity(knowledge) };
  return compared.similarity;
}

let lists: { knowledge: Knowledge; groups: ChecklistGroup[] } | undefined;

/** Every checklist that has a page of its own. Made once for each knowledge base. */
export async function getChecklists(): Promise<ChecklistGroup[]> {
  const knowledge = await getKnowledge();
  if (lists?.knowledge !== knowledge) lists = { knowledge, groups: allChecklists(knowledge, today()) };
  return lists.groups;
}

async function makeKnowledge(): Promise<Knowledge> {
  const stored = await getCollection('knowledge');
  const beside = (id: string) => stored.find((entry) => entry.id === id);
  const site = beside('site/site');
  if (!site) throw new Error('The content was not loaded: it has no site.yaml');
  const redirects = beside('redirects/redirects');
  const noEntries = [site, redirects, beside(REVISION)];
  const entries = stored
    .filter((entry) => !noEntries.includes(entry))
    .map(({ data }) => data as unknown as Entry);
  return new Knowledge(
    entries,
    (site.data as { data: SiteData }).data,
    new Redirects((redirects?.data as { data: Redirect[] } | undefined)?.data),
  );
}

const REVISION = 'revision/revision';

/** In `npm run dev`, what changes with the text of any file of the content. */
export async function getRevision(): Promise<unknown> {
  return (await getEntry('knowledge', REVISION))?.data.data;
}

/** The body of a postmortem, note or lesson, as a component. */
export async function renderedBody({ kind, id }: Pick<Entry, 'kind' | 'id'>) {
  const stored = await getEntry('knowledge', `${kind}/${id}`);
  if (!stored) throw new Error(`There is no ${kind} \`${id}\``);
  return (await render(stored)).Content;
}

/** Where things stand on this site, its prefix included. */
export const addresses = createAddresses(import.meta.env.BASE_URL);
