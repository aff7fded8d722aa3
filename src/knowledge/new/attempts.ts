/** Reads an attempt from one line: its effect if the line starts with it, and its kind if a word names it. */

import { getEnumValues, getSchemaAt } from '../schema/inspect-schema.ts';
import { type PostmortemData, postmortemSchema } from '../schema/postmortem.ts';

export type Attempt = PostmortemData['mitigations'][number];

/** Words that leave no doubt about what was done. Without one of them, the kind is a gap. */
const ACTION_PATTERNS: readonly (readonly [Attempt['action'], RegExp])[] = [
  ['rollback', /\broll(?:ed|ing)?[ -]?back\b|\brolled(?: \S+){1,4} back\b|\brevert(?:ed|ing)?\b/i],
  ['failover', /\bfail(?:ed|ing)?[ -]?over\b/i],
  ['restart', /\b(?:re-?start|re-?boot)(?:ed|ing|s)?\b/i],
  ['scale', /\bscal(?:ed|ing|e)\b/i],
  ['restore-data', /\brestor(?:ed|ing|e)\b.*\b(?:backup|snapshot|dump)s?\b/i],
  ['drain', /\bdrain(?:ed|ing)?\b/i],
  ['hotfix', /\bhot-?fix(?:ed)?\b/i],
  ['wait', /^wait(?:ed|ing)?\b/i],
];

const WORKED_VALUES = getEnumValues(getSchemaAt(postmortemSchema, ['mitigations', 0, 'worked'])) ?? [];

/** @param line `no: restarted it twice`; the effect and its colon are optional */
export function parseAttempt(line: string): Attempt {
  const [, effect = '', rest = ''] = /^([a-z]+):\s+(.*)$/i.exec(line) ?? [];
  const isEffect = WORKED_VALUES.includes(effect.toLowerCase());
  const text = (isEffect ? rest : line).trim();
  const matching = ACTION_PATTERNS.filter(([, words]) => words.test(text));
  return {
    // Two of them in one line are two attempts, or an attempt and its purpose.
    action: matching.length === 1 && matching[0] ? matching[0][0] : 'unknown',
    worked: isEffect ? (effect.toLowerCase() as Attempt['worked']) : 'unknown',
    text,
  };
}
