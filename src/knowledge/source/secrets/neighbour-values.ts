/** Finds further secrets next to one that was found: `password: … or …`, `changed from … to …`. */
import { isPlaceholder, isReference } from './placeholder.ts';
import { isRandom } from './randomness.ts';
import type { SecretMatch } from './secret-match.ts';

/** A word or comma between two values, and the next value unless it is a name with a value of its own. */
const NEXT_VALUE =
  /["'`*]{0,3}(?:[ \t]{0,3}[,;][ \t]{0,3}(?:(?:or|and|then)[ \t]{1,3})?|[ \t]{1,3}(?:or|and|to|then|oder|und|ou|et|o|y)[ \t]{1,3}|[ \t]{1,3}[/→|][ \t]{1,3})["'`*]{0,3}(?<value>[^\s"'`,;<>()[\]|=]{8,200})(?![^\s"'`,;<>()[\]|]|["'`]?[ \t]{0,3}[:=])/dy;

/** @param found the widened matches of the text, from left to right */
export function findNeighbours(found: readonly SecretMatch[], text: string): SecretMatch[] {
  const neighbours: SecretMatch[] = [];
  for (const match of found) {
    // The text behind a neighbour is read already, so that the time only depends on the length of the text.
    const isRead = match.span.end <= (neighbours.at(-1)?.span.end ?? 0);
    if (match.family === 'secret' && match.extent === 'value' && !isRead)
      neighbours.push(...listNeighbours(match, text));
  }
  return neighbours;
}

function* listNeighbours(match: SecretMatch, text: string): Generator<SecretMatch> {
  let at = match.span.end;
  // A match up to the next blank includes the comma or semicolon.
  while (at > match.span.start && /[,;.]/.test(text.charAt(at - 1))) at--;
  for (;;) {
    NEXT_VALUE.lastIndex = at;
    const [start, last] = NEXT_VALUE.exec(text)?.indices?.groups?.value ?? [0, 0];
    const value = text.slice(start, last).replace(/[.:!?}]+$/, '');
    if (!isRandom(value) || isPlaceholder(value) || isReference(value)) return;
    at = start + value.length;
    yield { ...match, span: { start, end: at } };
  }
}
