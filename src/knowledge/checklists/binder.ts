/** Chooses the lists for the binder, which people print and keep for when the network is down. */

import type { Knowledge } from '../graph/knowledge.ts';
import { getHome, getOrganization } from '../graph/organization.ts';
import { getProcedureListId } from '../graph/procedures.ts';
import { formatCount } from '../schema/labels.ts';
import { type ChecklistGroup, keepPrintable } from './all-checklists.ts';
import type { Checklist } from './checklist.ts';

export interface Binder {
  /** The name of the site. */
  readonly title: string;
  /** Names the owner of the lists: "Emergency procedures and activities of Oma". */
  readonly audience: string;
  /** True if the contents name the organization of each procedure. */
  readonly namesOrganizations: boolean;
  /** The start of every emergency comes first, then the procedures, then the other activities. */
  readonly groups: readonly ChecklistGroup[];
  /** Sentences that name what is not in the binder. */
  readonly leftOut: readonly string[];
}

/**
 * Puts the emergency procedures and the activities of the home organization into a binder, or those of all
 * organizations if there is no home. Lists for services and recurring issues ask the same questions again. An outline
 * refers to texts that nobody can open when the network is down.
 *
 * @param groups all lists, as `createAllChecklists` returns them
 */
export function createBinder(knowledge: Knowledge, groups: readonly ChecklistGroup[]): Binder {
  const home = getHome(knowledge);
  const procedures = listOfKind(groups, 'procedure');
  const owners = new Map(
    knowledge
      .all('procedure')
      .map((procedure) => [getProcedureListId(procedure), getOrganization(knowledge, procedure)]),
  );
  const isOwn = ({ id }: Checklist) => home === undefined || owners.get(id) === home;
  const usable = procedures.filter(isOwn);
  const outlines = listOfKind(groups, 'outline').filter(isOwn);
  const empty = listOfKind(groups, 'activity').filter(({ blocks }) => blocks.length === 0);
  const short = [...listOfKind(groups, 'service'), ...listOfKind(groups, 'tag')];
  const activities = listOfKind(groups, 'activity');
  const emergencies = activities.filter(({ mode }) => mode === 'read-do');
  return {
    title: knowledge.site.title,
    audience: home
      ? `Emergency procedures and activities of ${home.data.title}`
      : 'Emergency procedures and activities of all organizations',
    namesOrganizations: home === undefined,
    groups: keepPrintable([
      { kind: 'activity', title: 'In every emergency', lists: emergencies },
      { kind: 'procedure', title: 'Emergency procedures', lists: usable },
      {
        kind: 'activity',
        title: 'Activities',
        lists: activities.filter((list) => !emergencies.includes(list)),
      },
    ]),
    leftOut: [
      nameLists('Procedures that are only an outline', outlines),
      nameLists('Activities without checks', empty),
      countLists(procedures.length - usable.length, 'of other organizations', 'emergency procedure'),
      countLists(short.length, 'for a service or a recurring issue, with items of the activities', 'list'),
    ].filter((sentence) => sentence !== ''),
  };
}

function listOfKind(groups: readonly ChecklistGroup[], kind: ChecklistGroup['kind']): readonly Checklist[] {
  return groups.find((group) => group.kind === kind)?.lists ?? [];
}

function nameLists(words: string, lists: readonly Checklist[]): string {
  return lists.length > 0 ? `${words}: ${lists.map(({ title }) => title).join('; ')}.` : '';
}

function countLists(count: number, which: string, noun: string): string {
  return count > 0 ? `${formatCount(count, noun)} ${which}.` : '';
}
