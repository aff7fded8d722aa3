/**
 * Widens what a pattern found to the whole run of characters that it is part of. A pattern knows the usual shape of a
 * secret, and would leave the rest of a longer secret visible.
 */
import type { Span } from '../problem.ts';

/** Longer runs are no secrets, and the search stays fast. */
const MAX_WIDENING = 5_000;

/** @param isToken whether the pattern found a whole token, which can also start earlier, not the value of a name */
export function widenMatch(text: string, { start, end }: Span, isToken: boolean): Span {
  return { start: isToken ? findRunStart(text, start) : start, end: findRunEnd(text, { start, end }) };
}

/** Characters that are part of most tokens, but neither of an assignment nor of an address. */
const TOKEN_CHARACTER = /[\p{L}\p{N}_-]/u;

function findRunStart(text: string, start: number): number {
  let at = start;
  while (at > Math.max(0, start - MAX_WIDENING) && TOKEN_CHARACTER.test(text.charAt(at - 1))) at--;
  return at;
}

/** Ends before white space, quotes and bars. A quote or bar before a letter or digit is part of the value. */
const RUN_PATTERN = /(?:[^\s"'`<>|]|["'|](?=[\p{L}\p{N}])){0,5000}/uy;
/** At the end of a run, these belong to the sentence or to the markup. */
const TRAILING_MARKS = '.,;:!?)]}*~\\';

function findRunEnd(text: string, { start, end }: Span): number {
  RUN_PATTERN.lastIndex = end;
  let at = end + (RUN_PATTERN.exec(text)?.[0].length ?? 0);
  while (at > Math.max(start, end) && TRAILING_MARKS.includes(text.charAt(at - 1))) at--;
  return at;
}
