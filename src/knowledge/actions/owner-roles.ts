/** The roles that own actions. */
import GithubSlugger, { slug } from 'github-slugger';
import type { ActionItem } from '../graph/relearned-lessons.ts';
import { UNKNOWN_ID } from '../schema/scalars.ts';
import { toPlainText } from '../source/inline/plain-text.ts';

export interface OwnerRole {
  /** A word for addresses; `unknown` for the actions whose owner is not known. */
  readonly id: string;
  /** The role as the first action has it. */
  readonly title: string;
}

const UNKNOWN_OWNER: OwnerRole = { id: UNKNOWN_ID, title: 'Owner not known' };

/** The name of a folder is part of an address, and may have 255 bytes. */
const MAX_ID_LENGTH = 60;

/** Returns the same text for roles that differ only in case, spaces or notation of characters. */
export function toRoleKey(owner = UNKNOWN_ID): string {
  return owner.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Returns the roles of actions by their keys. */
export function listOwnerRoles(actions: readonly Pick<ActionItem, 'owner'>[]): Map<string, OwnerRole> {
  const slugger = new GithubSlugger();
  slugger.slug(UNKNOWN_ID);
  const roles = new Map([[UNKNOWN_ID, UNKNOWN_OWNER]]);
  for (const { owner } of actions) {
    const key = toRoleKey(owner);
    if (owner === undefined || roles.has(key)) continue;
    const id = slugger.slug(slug([...key].slice(0, MAX_ID_LENGTH).join('')) || 'role');
    roles.set(key, { id, title: toPlainText(owner.trim()) });
  }
  return roles;
}

export interface CountedRole extends OwnerRole {
  readonly count: number;
}

/** Counts actions by role: the names in alphabetical order, and last those whose owner is not known. */
export function countRoles(actions: readonly { readonly owner: OwnerRole }[]): CountedRole[] {
  return [...Map.groupBy(actions, ({ owner }) => owner)]
    .map(([role, own]) => ({ ...role, count: own.length }))
    .sort(
      (a, b) =>
        Number(a.id === UNKNOWN_ID) - Number(b.id === UNKNOWN_ID) || a.title.localeCompare(b.title, 'en'),
    );
}
