/** The columns of the board of actions. One that is empty in every row takes room from the others. */

import { UNKNOWN_ID } from '../schema/scalars.ts';
import type { ListedAction } from './list-actions.ts';

export interface ActionColumns {
  readonly owner: boolean;
  /** The due date, or for a closed action the day on which it was closed. */
  readonly date: boolean;
}

/** Returns whether any of the actions has an owner, and whether any has the date that its group shows. */
export function findActionColumns(
  actions: readonly Pick<ListedAction, 'action' | 'group' | 'owner'>[],
): ActionColumns {
  return {
    owner: actions.some(({ owner }) => owner.id !== UNKNOWN_ID),
    date: actions.some(({ action, group }) => (isClosed(group) ? action.closed : action.due)),
  };
}

function isClosed(group: ListedAction['group']): boolean {
  return group === 'done' || group === 'dropped';
}
