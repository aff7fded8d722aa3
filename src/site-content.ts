/** The site's only access to the content. */
import { getCollection, getEntry, render } from 'astro:content';
import { type ListedAction, listActions } from './knowledge/actions/list-actions.ts';
import { type ChecklistGroup, createAllChecklists } from './knowledge/checklists/all-checklists.ts';
import type { Checklist } from './knowledge/checklists/checklist.ts';
import type { Entry, PostmortemEntry } from './knowledge/graph/entries.ts';
import { Knowledge, type KnowledgeQuestion } from './knowledge/graph/knowledge.ts';
import { listEmergencyCards } from './knowledge/graph/procedures.ts';
import { createInsightRecords } from './knowledge/insights/create-records.ts';
import type { InsightRecord } from './knowledge/insights/insight-record.ts';
import type { Kind, Ref } from './knowledge/schema/kinds.ts';
import { findRelatedPostmortems, type RelatedPostmortems } from './knowledge/similar/related-postmortems.ts';
import { PostmortemSimilarity } from './knowledge/similar/similar-postmortems.ts';
import { createAddresses } from './knowledge/source/addresses.ts';
import { Redirects } from './knowledge/source/redirects.ts';
import { getToday } from './node/clock.ts';
import { digestData } from './node/data-digest.ts';
import { extractKeptFeatures } from './node/kept-features.ts';
import {
  type EntryPart,
  getEntryPart,
  getPageQuestions,
  observeEntry,
  type QuestionKey,
  withoutRecording,
} from './page-questions.ts';
import { SETTINGS_ID, type SiteSettings } from './site-settings.ts';

let cachedKnowledge: { readonly revision: unknown; readonly knowledge: Promise<Knowledge> } | undefined;

/** Returns the knowledge base. While a page is rendered, what it asks is recorded. */
export async function getKnowledge(): Promise<Knowledge> {
  const knowledge = await getWholeKnowledge();
  return getPageQuestions()?.observe(knowledge) ?? knowledge;
}

/** A build creates it once, `npm run dev` once for each revision of the content. */
async function getWholeKnowledge(): Promise<Knowledge> {
  const revision = import.meta.env.DEV ? await getRevision() : undefined;
  if (!cachedKnowledge || cachedKnowledge.revision !== revision)
    cachedKnowledge = { revision, knowledge: withoutRecording(loadKnowledge) };
  return cachedKnowledge.knowledge;
}

let cachedSimilarity: { knowledge: Knowledge; similarity: PostmortemSimilarity } | undefined;

/** Created once for each knowledge base. */
function getSimilarity(knowledge: Knowledge): PostmortemSimilarity {
  if (cachedSimilarity?.knowledge !== knowledge)
    cachedSimilarity = { knowledge, similarity: new PostmortemSimilarity(knowledge, extractKeptFeatures) };
  return cachedSimilarity.similarity;
}

let cachedChecklists: { knowledge: Knowledge; groups: ChecklistGroup[] } | undefined;

/** Created once for each knowledge base. */
async function getAllChecklists(): Promise<ChecklistGroup[]> {
  const knowledge = await getWholeKnowledge();
  if (cachedChecklists?.knowledge !== knowledge)
    cachedChecklists = { knowledge, groups: createAllChecklists(knowledge, getToday()) };
  return cachedChecklists.groups;
}

let cachedRecords: { knowledge: Knowledge; records: readonly InsightRecord[] } | undefined;

/** Created once for each knowledge base. */
async function getAllRecords(): Promise<readonly InsightRecord[]> {
  const knowledge = await getWholeKnowledge();
  if (cachedRecords?.knowledge !== knowledge)
    cachedRecords = { knowledge, records: createInsightRecords(knowledge, getToday()) };
  return cachedRecords.records;
}

let cachedActions: { knowledge: Knowledge; actions: readonly ListedAction[] } | undefined;

/** Created once for each knowledge base. */
async function getAllActions(): Promise<readonly ListedAction[]> {
  const knowledge = await getWholeKnowledge();
  if (cachedActions?.knowledge !== knowledge)
    cachedActions = { knowledge, actions: listActions(knowledge, getToday()) };
  return cachedActions.actions;
}

/**
 * Answers what pages ask in addition to the knowledge base. Arguments are values that JSON can write, and answers are
 * plain data. An answer is computed from the whole knowledge base, but a page depends on the answer alone.
 */
const QUESTIONS = {
  today: async () => getToday(),
  actions: async () => getAllActions(),
  hasActions: async () =>
    (await getWholeKnowledge()).all('postmortem').some(({ data }) => data.actions.length > 0),
  checklists: async () => getAllChecklists(),
  checklist: async (id: string) =>
    (await getAllChecklists()).flatMap(({ lists }) => lists).find((list) => list.id === id),
  emergencies: async () =>
    listEmergencyCards(await getWholeKnowledge()).map(({ kind, id }): Ref => ({ kind, id })),
  records: async () => getAllRecords(),
  related: async (id: string) => {
    const knowledge = await getWholeKnowledge();
    return findRelatedPostmortems(knowledge, getSimilarity(knowledge), knowledge.get('postmortem', id));
  },
  body: async (kind: Kind, id: string) => (await getEntry('entries', `${kind}/${id}`))?.rendered?.html,
  knowledge: async (question: KnowledgeQuestion) => (await getWholeKnowledge()).answer(question),
  part: async (kind: Kind, id: string, part: EntryPart) =>
    getEntryPart((await getWholeKnowledge()).find({ kind, id }), part),
  settings: async () => {
    const { site, redirects } = await getSettings();
    return { site, redirects };
  },
} satisfies Record<string, (...args: never[]) => Promise<unknown>>;

type QuestionName = keyof typeof QUESTIONS;
type Question = (...args: never[]) => Promise<unknown>;

function ask<Name extends QuestionName>(
  name: Name,
  ...args: Parameters<(typeof QUESTIONS)[Name]>
): ReturnType<(typeof QUESTIONS)[Name]> {
  getPageQuestions()?.asked.add(JSON.stringify([name, ...args]));
  const answer = () => (QUESTIONS[name] as Question)(...(args as never[]));
  return withoutRecording(answer) as ReturnType<(typeof QUESTIONS)[Name]>;
}

const answerDigests = new Map<QuestionKey, Promise<string>>();

/** Returns a hash of the answer to a question that a page asked, in this build or in an earlier one. */
export function digestAnswerOf(key: QuestionKey): Promise<string> {
  const known = answerDigests.get(key);
  if (known) return known;
  const [name, ...args] = JSON.parse(key) as [QuestionName, ...never[]];
  const digest = (QUESTIONS[name] as Question)(...args).then(digestData);
  answerDigests.set(key, digest);
  return digest;
}

/** Returns today's date, as `2026-11-21`. */
export function getPageDay(): Promise<string> {
  return ask('today');
}

/** Returns whether any postmortem has an action. Each page asks this, so that the answer has to change rarely. */
export function hasActions(): Promise<boolean> {
  return ask('hasActions');
}

/** Returns all actions in the order of their list. */
export function getActions(): Promise<readonly ListedAction[]> {
  return ask('actions');
}

/** Returns every checklist that has its own page. */
export function getChecklists(): Promise<ChecklistGroup[]> {
  return ask('checklists');
}

/** Returns the checklist with an id, if it has its own page. */
export function findChecklist(id: string): Promise<Checklist | undefined> {
  return ask('checklist', id);
}

/** Returns the emergency procedures that a responder can follow, your own first. */
export function findEmergencies(): Promise<readonly Ref[]> {
  return ask('emergencies');
}

/** Returns the facts that insights count. */
export function getInsightRecords(): Promise<readonly InsightRecord[]> {
  return ask('records');
}

/** Returns the postmortems related to one. */
export function findRelated({ id }: PostmortemEntry): Promise<RelatedPostmortems> {
  return ask('related', id);
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
    entries.map(({ data }) => observeEntry(data)),
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
  await ask('body', kind, id);
  const stored = await getEntry('entries', `${kind}/${id}`);
  if (!stored) throw new Error(`There is no ${kind} \`${id}\``);
  return (await render(stored)).Content;
}

/** The addresses of this site, which include its prefix. */
export const addresses = createAddresses(import.meta.env.BASE_URL);
