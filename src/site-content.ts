/** The site's only access to the content. */
import { getCollection, getEntry, render } from 'astro:content';
import { type ListedAction, listActions } from './knowledge/actions/list-actions.ts';
import { type ChecklistGroup, createAllChecklists } from './knowledge/checklists/all-checklists.ts';
import type { Entry } from './knowledge/graph/entries.ts';
import { Knowledge } from './knowledge/graph/knowledge.ts';
import { createInsightRecords } from './knowledge/insights/create-records.ts';
import type { InsightRecord } from './knowledge/insights/insight-record.ts';
import { PostmortemSimilarity } from './knowledge/similar/similar-postmortems.ts';
import { createAddresses } from './knowledge/source/addresses.ts';
import { Redirects } from './knowledge/source/redirects.ts';
import { getToday } from './node/clock.ts';
import { SETTINGS_ID, type SiteSettings } from './site-settings.ts';

let cachedKnowledge: { readonly revision: unknown; readonly knowledge: Promise<Knowledge> } | undefined;

/** Returns the knowledge base. A build creates it once, `npm run dev` once for each revision of the content. */
export async function getKnowledge(): Promise<Knowledge> {
  const revision = import.meta.env.DEV ? await getRevision() : undefined;
  if (!cachedKnowledge || cachedKnowledge.revision !== revision)
    cachedKnowledge = { revision, knowledge: loadKnowledge() };
  return cachedKnowledge.knowledge;
}

let cachedSimilarity: { knowledge: Knowledge; similarity: PostmortemSimilarity } | undefined;

/** Returns which postmortems are similar. Created once for each knowledge base. */
export function getSimilarity(knowledge: Knowledge): PostmortemSimilarity {
  if (cachedSimilarity?.knowledge !== knowledge)
    cachedSimilarity = { knowledge, similarity: new PostmortemSimilarity(knowledge) };
  return cachedSimilarity.similarity;
}

let cachedChecklists: { knowledge: Knowledge; groups: ChecklistGroup[] } | undefined;

/** Returns every checklist that has its own page. Created once for each knowledge base. */
export async function getChecklists(): Promise<ChecklistGroup[]> {
  const knowledge = await getKnowledge();
  if (cachedChecklists?.knowledge !== knowledge)
    cachedChecklists = { knowledge, groups: createAllChecklists(knowledge, getToday()) };
  return cachedChecklists.groups;
}

let cachedRecords: { knowledge: Knowledge; records: readonly InsightRecord[] } | undefined;

/** Returns the facts that insights count. Created once for each knowledge base. */
export async function getInsightRecords(): Promise<readonly InsightRecord[]> {
  const knowledge = await getKnowledge();
  if (cachedRecords?.knowledge !== knowledge)
    cachedRecords = { knowledge, records: createInsightRecords(knowledge) };
  return cachedRecords.records;
}

let cachedActions: { knowledge: Knowledge; actions: readonly ListedAction[] } | undefined;

/** Returns all actions in the order of their list. Created once for each knowledge base. */
export async function getActions(): Promise<readonly ListedAction[]> {
  const knowledge = await getKnowledge();
  if (cachedActions?.knowledge !== knowledge)
    cachedActions = { knowledge, actions: listActions(knowledge, getToday()) };
  return cachedActions.actions;
}

async function getSettings(): Promise<SiteSettings> {
  const settings = await getEntry('settings', SETTINGS_ID);
  if (!settings) throw new Error('The content was not loaded: it has no site.yaml');
  return settings.data;
}

/** Returns the paths of the pictures, below the content folder. */
export async function listPictures(): Promise<readonly string[]> {
  return (await getSettings()).pictures;
}

async function loadKnowledge(): Promise<Knowledge> {
  const { site, redirects } = await getSettings();
  const entries = await getCollection('entries');
  return new Knowledge(
    entries.map(({ data }) => data),
    site,
    new Redirects(redirects),
  );
}

/** Returns a value that changes with any file of the content. */
export async function getRevision(): Promise<unknown> {
  return (await getEntry('settings', SETTINGS_ID))?.digest;
}

/** Returns the body of a postmortem, note or lesson as a component. */
export async function renderEntryBody({ kind, id }: Pick<Entry, 'kind' | 'id'>) {
  const stored = await getEntry('entries', `${kind}/${id}`);
  if (!stored) throw new Error(`There is no ${kind} \`${id}\``);
  return (await render(stored)).Content;
}

/** The addresses of this site, which include its prefix. */
export const addresses = createAddresses(import.meta.env.BASE_URL);
