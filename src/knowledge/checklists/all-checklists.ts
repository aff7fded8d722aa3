/** Creates every list that has its own page: activities, emergency procedures, services and tags with checks. */

import type { Knowledge } from '../graph/knowledge.ts';
import { sortHomeFirst } from '../graph/organization.ts';
import { hasChecklistPage } from '../graph/procedures.ts';
import type { Checklist } from './checklist.ts';
import type { ChecklistChoice } from './checklist-choice.ts';
import { createChecklistSource } from './checklist-source.ts';
import { generateChecklist, isTooShort } from './generate-checklist.ts';
import { createProcedureChecklist } from './procedure-checklist.ts';

export interface ChecklistGroup {
  /** `outline`: a procedure that only names what there is to do. It is no help in an emergency. */
  readonly kind: 'procedure' | 'activity' | 'service' | 'tag' | 'outline';
  readonly title: string;
  readonly lists: readonly Checklist[];
}

/**
 * Returns emergencies first, because they are why people open a binder. Each list is for the home organization, or for
 * all if there is no home. Every activity has its list, even without items, because other pages link to it. A service
 * or a recurring issue with only a few items has none.
 *
 * @param today as `2026-11-21`
 */
export function createAllChecklists(knowledge: Knowledge, today: string): ChecklistGroup[] {
  const source = createChecklistSource(knowledge);
  const generate = (choices: readonly ChecklistChoice[]) =>
    choices
      .map((choice) => ({ choice, list: generateChecklist(source, choice, today) }))
      .filter(({ choice, list }) => !isTooShort(choice, list))
      .map(({ list }) => list);
  const procedures = sortHomeFirst(
    knowledge,
    knowledge.all('procedure').filter((procedure) => hasChecklistPage(knowledge, procedure)),
  ).map((procedure) => createProcedureChecklist(knowledge, procedure, today));
  const isOutline = ({ outline }: Checklist) => outline !== undefined;
  const groups: ChecklistGroup[] = [
    {
      kind: 'procedure',
      title: 'Emergency procedures',
      lists: procedures.filter((list) => !isOutline(list)),
    },
    {
      kind: 'activity',
      title: 'Activities',
      lists: generate(source.activities.map(({ id }) => ({ activity: id, services: [], tags: [] }))),
    },
    {
      kind: 'service',
      title: 'Services',
      lists: generate(source.services.map(({ id }) => ({ services: [id], tags: [] }))),
    },
    {
      kind: 'tag',
      title: 'Recurring issues',
      lists: generate(source.tags.map(({ id }) => ({ services: [], tags: [id] }))),
    },
    { kind: 'outline', title: 'Outlines of procedures', lists: procedures.filter(isOutline) },
  ];
  return groups.filter(({ lists }) => lists.length > 0);
}

/** Returns the groups without lists that have no items: nobody prints those. */
export function keepPrintable(groups: readonly ChecklistGroup[]): ChecklistGroup[] {
  return groups
    .map((group) => ({ ...group, lists: group.lists.filter(({ blocks }) => blocks.length > 0) }))
    .filter(({ lists }) => lists.length > 0);
}
