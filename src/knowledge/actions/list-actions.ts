/** Lists the actions of all postmortems, by what has to be done first. */

import type { PostmortemEntry } from '../graph/entries.ts';
import type { Knowledge } from '../graph/knowledge.ts';
import type { ActionItem } from '../graph/relearned-lessons.ts';
import { isOpen } from '../schema/action-status.ts';
import { getLastDay, parseTime } from '../schema/time.ts';
import { listOwnerRoles, type OwnerRole, toRoleKey } from './owner-roles.ts';
import { createRepeatFinder, type Repeat } from './repeats.ts';

/** The groups of a list of actions, in its order. Only an open action, or one in progress, can be overdue. */
const ACTION_GROUPS = ['overdue', 'open', 'in-progress', 'unknown', 'done', 'dropped'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** The groups of actions that somebody has to do. */
const OUTSTANDING_GROUPS: readonly ActionGroup[] = ['overdue', 'open', 'in-progress'];

export interface ListedAction {
  readonly postmortem: PostmortemEntry;
  readonly action: ActionItem;
  /** Its place in the postmortem. */
  readonly index: number;
  readonly group: ActionGroup;
  readonly owner: OwnerRole;
  /** The last day that its due date can mean, as `2026-11-30`: it is overdue from the next one. */
  readonly lastDay?: string;
  /** The incidents that happened again before it was done, oldest first. */
  readonly repeats: readonly Repeat[];
}

/**
 * Returns all actions: by group, then by due date or, if they are closed, the latest first; then those of the newest
 * postmortem first.
 *
 * @param today as `2026-11-28`
 */
export function listActions(knowledge: Knowledge, today: string): ListedAction[] {
  const postmortems = knowledge.all('postmortem');
  const owners = listOwnerRoles(postmortems.flatMap(({ data }) => data.actions));
  const findRepeats = createRepeatFinder(knowledge);
  return postmortems
    .flatMap((postmortem) =>
      postmortem.data.actions.map((action, index): ListedAction => {
        const lastDay = findLastDay(action.due);
        return {
          postmortem,
          action,
          index,
          group: isOverdue(action, today) ? 'overdue' : action.status,
          owner: owners.get(toRoleKey(action.owner)) as OwnerRole,
          ...(lastDay === undefined ? {} : { lastDay }),
          repeats: findRepeats(postmortem, action),
        };
      }),
    )
    .sort(compareActions);
}

/**
 * An action is overdue from the day after the last day that its due date can mean.
 *
 * @param today as `2026-11-28`
 */
export function isOverdue({ status, due }: Pick<ActionItem, 'status' | 'due'>, today: string): boolean {
  const lastDay = findLastDay(due);
  return isOpen({ status }) && lastDay !== undefined && lastDay < today;
}

export function isOutstanding({ group }: Pick<ListedAction, 'group'>): boolean {
  return OUTSTANDING_GROUPS.includes(group);
}

export interface CountedGroup {
  readonly group: ActionGroup;
  readonly count: number;
}

/** Counts actions by group, in the order of the list, without empty groups. */
export function countGroups(actions: readonly Pick<ListedAction, 'group'>[]): CountedGroup[] {
  return ACTION_GROUPS.map((group) => ({
    group,
    count: actions.filter((action) => action.group === group).length,
  })).filter(({ count }) => count > 0);
}

function findLastDay(due: string | undefined): string | undefined {
  const time = due === undefined ? undefined : parseTime(due);
  return time && getLastDay(time);
}

function compareActions(a: ListedAction, b: ListedAction): number {
  const byGroup = ACTION_GROUPS.indexOf(a.group) - ACTION_GROUPS.indexOf(b.group);
  if (byGroup !== 0) return byGroup;
  return a.group === 'done' || a.group === 'dropped' ? compareClosed(a, b) : compareDue(a, b);
}

/** The latest first; those whose date is not known come last. */
function compareClosed(a: ListedAction, b: ListedAction): number {
  const [closedA, closedB] = [findLastDay(a.action.closed) ?? '', findLastDay(b.action.closed) ?? ''];
  return closedA === closedB ? 0 : closedA > closedB ? -1 : 1;
}

/** The earliest first; those without a date come last. */
function compareDue(a: ListedAction, b: ListedAction): number {
  if (a.lastDay === b.lastDay) return 0;
  if (a.lastDay === undefined || b.lastDay === undefined) return a.lastDay === undefined ? 1 : -1;
  return a.lastDay < b.lastDay ? -1 : 1;
}
