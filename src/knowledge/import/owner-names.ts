/** Tells roles and teams from the names of people. */
import { ROLE_WORDS } from '../check/role-words.ts';

/** A name that contains the word of a role is a role. Any other name can be that of a person. */
export function isRoleName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .some((word) => ROLE_WORDS.has(word));
}
