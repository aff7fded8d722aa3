import { RULES } from '../../check/rules/index.ts';
import type { Problem } from '../../source/problem.ts';

const WORDING_RULES = new Set(
  RULES.filter(({ severity, warnsInDraft }) => warnsInDraft || severity === 'warning').map(
    ({ name }) => name,
  ),
);

/** Returns whether the text with this problem must not be rendered: an error that is not about wording or completeness. */
export function blocksRendering({ severity, rule }: Problem): boolean {
  return severity === 'error' && !WORDING_RULES.has(rule);
}
