import { findNearest } from '../../source/find-nearest.ts';
import { quote, type Span } from '../../source/problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Returns what to report if a name is not the name of a rule, with the nearest one. */
export function createUnknownRuleFinding(name: string, rules: readonly Rule[], span: Span): Finding {
  const nearest = findNearest(
    name,
    rules.map((rule) => rule.name),
  );
  return {
    span,
    message: `Unknown rule ${quote(name)}, expected the name of a rule`,
    hint: nearest ? `Did you mean \`${nearest}\`?` : undefined,
  };
}
