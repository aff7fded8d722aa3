/** Finds the checklist that a person asks for on the command line. */

import type { ProcedureEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import { getProcedureListId } from '../graph/procedures.ts';
import { formatWithArticle } from '../schema/kinds.ts';
import { formatCount } from '../schema/labels.ts';
import { createAddresses } from '../source/addresses.ts';
import { findNearest } from '../source/find-nearest.ts';
import { type Checklist, listItems, MIN_ITEMS } from './checklist.ts';
import { type ChecklistChoice, findListOrganization } from './checklist-choice.ts';
import { createChecklistSource } from './checklist-source.ts';
import { generateChecklist, isTooShort } from './generate-checklist.ts';
import { createProcedureChecklist } from './procedure-checklist.ts';

export interface ChecklistRequest {
  /** An activity, a procedure (`redis-process-dead`), or the id of a list (`services/redis`). */
  readonly name?: string | undefined;
  readonly services: readonly string[];
  readonly tags: readonly string[];
  /** The organization that the list is for. If omitted, the home, or all of them if there is no home. */
  readonly organization?: string | undefined;
}

/** Its message is for the person who asked. */
export class UnknownChecklistError extends Error {}

/** The list that was asked for has too few items. Its message says where they are. */
export class ShortChecklistError extends Error {}

/**
 * @param today as `2026-11-21`
 * @throws UnknownChecklistError if an id does not exist, or the request is empty
 * @throws ShortChecklistError if a list for one service or one recurring issue has fewer than `MIN_ITEMS` items
 */
export function findChecklist(knowledge: Knowledge, request: ChecklistRequest, today: string): Checklist {
  const { name, services, tags, organization } = request;
  for (const id of services) requireKnownId(knowledge, 'service', id);
  for (const id of tags) requireKnownId(knowledge, 'tag', id);
  if (organization !== undefined) requireKnownId(knowledge, 'organization', organization);
  const hasFilter = services.length + tags.length > 0;
  if (name === undefined && !hasFilter) {
    throw new UnknownChecklistError('Missing list, expected an activity, a procedure, --service or --tag');
  }
  const isHome = organization === findListOrganization(createChecklistSource(knowledge), {})?.id;
  const choice = { services, tags, ...(organization === undefined || isHome ? {} : { organization }) };
  if (name === undefined) return generateLongChecklist(knowledge, choice, today);
  if (knowledge.find({ kind: 'activity', id: name })) {
    return generateLongChecklist(knowledge, { activity: name, ...choice }, today);
  }
  const procedure = findProcedure(knowledge, name);
  if (procedure && (hasFilter || organization !== undefined)) {
    throw new UnknownChecklistError(
      `Unexpected --service, --tag or --organization, expected none: \`${name}\` is a procedure`,
    );
  }
  if (procedure) return createProcedureChecklist(knowledge, procedure, today);
  const [folder, id = ''] = name.split('/');
  if (folder === 'services') {
    const service = requireKnownId(knowledge, 'service', id);
    return generateLongChecklist(knowledge, { ...choice, services: [service, ...services] }, today);
  }
  if (folder === 'tags') {
    const tag = requireKnownId(knowledge, 'tag', id);
    return generateLongChecklist(knowledge, { ...choice, tags: [tag, ...tags] }, today);
  }
  throw new UnknownChecklistError(
    `Unknown list \`${name}\`, expected an activity or a procedure${formatSuggestion(name, listChecklistNames(knowledge))}`,
  );
}

function generateLongChecklist(knowledge: Knowledge, choice: ChecklistChoice, today: string): Checklist {
  const list = generateChecklist(createChecklistSource(knowledge), choice, today);
  if (!isTooShort(choice, list)) return list;
  const entry = {
    kind: choice.services.length > 0 ? ('service' as const) : ('tag' as const),
    id: choice.services[0] ?? choice.tags[0] ?? '',
  };
  const count = listItems(list).length;
  const path = createAddresses(new URL(knowledge.site.address).pathname).entry(entry);
  const items = count === 0 ? 'no check is about it' : `it has only ${formatCount(count, 'item')}`;
  throw new ShortChecklistError(
    `There is no list for \`${entry.id}\`: ${items}, and a list has at least ${MIN_ITEMS}. See ${new URL(path, knowledge.site.address).href}`,
  );
}

function findProcedure(knowledge: Knowledge, name: string): ProcedureEntry | undefined {
  const procedures = knowledge
    .all('procedure')
    .filter(({ id, data }) => [id, data.id, getProcedureListId({ id })].includes(name));
  if (procedures.length > 1) {
    const ids = procedures.map(({ id }) => `\`${id}\``).join(', ');
    throw new UnknownChecklistError(`Unexpected name \`${name}\`, expected one of ${ids}`);
  }
  return procedures[0];
}

/** Returns the names of all activities and procedures. */
function listChecklistNames(knowledge: Knowledge): string[] {
  return [
    ...knowledge.all('activity').map(({ id }) => id),
    ...knowledge.all('procedure').map(({ data }) => data.id),
  ];
}

function requireKnownId(knowledge: Knowledge, kind: 'service' | 'tag' | 'organization', id: string): string {
  if (knowledge.find({ kind, id })) return id;
  const ids = knowledge.all(kind).map((entry) => entry.id);
  throw new UnknownChecklistError(
    `Unknown ${kind} \`${id}\`, expected the id of ${formatWithArticle(kind)}${formatSuggestion(id, ids)}`,
  );
}

function formatSuggestion(word: string, candidates: readonly string[]): string {
  const suggestion = findNearest(word, candidates);
  return suggestion ? `; the nearest is \`${suggestion}\`` : '';
}
