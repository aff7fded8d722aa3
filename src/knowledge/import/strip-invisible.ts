/** Removes invisible characters: the check rejects them. */
import { INVISIBLE_CHARACTERS } from '../source/invisible-characters.ts';
import type { SourceDocument } from './source-document.ts';

/** The source without its invisible characters, and how many there were. */
export function stripInvisible({ facts, events, body, ...rest }: SourceDocument): {
  document: SourceDocument;
  hidden: number;
} {
  let hidden = 0;
  const clean = <Value>(value: Value): Value => {
    if (typeof value === 'string') {
      return value.replace(INVISIBLE_CHARACTERS, () => {
        hidden++;
        return '';
      }) as Value;
    }
    if (Array.isArray(value)) return value.map(clean) as Value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as Value;
  };
  return { document: { ...rest, facts: clean(facts), events: clean(events), body: clean(body) }, hidden };
}
