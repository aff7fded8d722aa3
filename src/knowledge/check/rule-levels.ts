/** The levels of rules that a team sets in `site.yaml`. */
import type { Content } from '../source/content.ts';
import type { Rule } from './rules/rule.ts';

export type RuleLevel = 'off' | 'warn' | 'error';

const PUBLISHES = 'it keeps secrets and personal data from being published';
const RUNS = 'it keeps content from running, or from harming a reader';
const BUILDS = 'without it, a page could not be built, or would lead nowhere';

const REASONS: Readonly<Record<string, string>> = {
  'max-entries': 'it keeps one file from making the build slow for everyone',
  'no-secret': PUBLISHES,
  'no-personal-data': PUBLISHES,
  'no-unused-allowed-secret': PUBLISHES,
  'no-unused-picture': PUBLISHES,
  'no-code': RUNS,
  'known-component': RUNS,
  'valid-component-use': RUNS,
  'allowed-markup': RUNS,
  'no-unsafe-link': RUNS,
  'no-invisible-character': RUNS,
};

/** Error rules that only concern what a page says. */
const ABOUT_WHAT_IS_SAID =
  /^(?:consistent-|required-(?:action|lesson|picture|check)|no-(?:future|overdue|vague|trailing|duplicate-reference)|max-|min-|valid-timeline-order)/;

/** Returns why a rule must stay as it is, without a full stop; undefined if a team may set its level. */
export function getLockReason({ name, severity, warnsInDraft }: Rule): string | undefined {
  const reason = REASONS[name];
  if (reason !== undefined) return reason;
  return severity === 'warning' || warnsInDraft || ABOUT_WHAT_IS_SAID.test(name) ? undefined : BUILDS;
}

export function getRuleLevel(content: Content, rule: Rule): RuleLevel | undefined {
  const set = content.site?.validated.data?.rules.find((candidate) => candidate.rule === rule.name)?.level;
  return set !== undefined && getLockReason(rule) === undefined ? set : undefined;
}
