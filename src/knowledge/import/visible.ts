/** What cannot be seen is refused by the check, so it is not taken over. */
import { HIDDEN } from '../check/rules/hidden-character.ts';
import type { Foreign } from './foreign.ts';

/** The source without its invisible characters, and how many there were. */
export function withoutHidden({ facts, events, body, ...said }: Foreign): {
  foreign: Foreign;
  hidden: number;
} {
  let hidden = 0;
  const clean = <Value>(value: Value): Value => {
    if (typeof value === 'string') {
      return value.replace(HIDDEN, () => {
        hidden++;
        return '';
      }) as Value;
    }
    if (Array.isArray(value)) return value.map(clean) as Value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as Value;
  };
  return { foreign: { ...said, facts: clean(facts), events: clean(events), body: clean(body) }, hidden };
}
