/** Decides which problems prevent a text from being rendered as it is. */

import { RULES } from '../check/rules/index.ts';
import type { Problem } from '../source/problem.ts';

const WORDING_RULES = new Set(RULES.filter(({ warnsInDraft }) => warnsInDraft).map(({ name }) => name));

/** Errors about wording and completeness leave a text that can be rendered; after any other it must not be. */
export function blocksRendering({ severity, rule }: Problem): boolean {
  return severity === 'error' && !WORDING_RULES.has(rule);
}
