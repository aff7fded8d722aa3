/** Reads the tokens of a query into concepts: what was typed, with all ways to look for it. */
import { type AliasGroup, type AliasMatch, findNames } from '../aliases.ts';
import { isCjkParticle } from '../cjk.ts';
import { STOP_WORDS } from '../common-words.ts';
import { MIN_TYPED_LENGTH } from '../query-length.ts';
import { normalizeText, type Token } from '../tokens.ts';
import { readAsTyped } from './read-as-typed.ts';
import { readIdentifier } from './read-identifier.ts';
import { readCjkName, readName } from './read-name.ts';
import { isIgnored, readWord } from './read-word.ts';
import type { Reading } from './reading.ts';

/** @param factor the importance of the tokens, from 0 to 1 */
export function readTokens(reading: Reading, tokens: readonly Token[], factor = 1): void {
  reading.factor = factor;
  const matchesByPlace = new Map<number, AliasMatch[]>();
  for (const match of findNames(reading.names, tokens)) {
    matchesByPlace.set(match.at, [...(matchesByPlace.get(match.at) ?? []), match]);
  }
  for (let at = 0; at < tokens.length;) {
    const matches = matchesByPlace.get(at) ?? [];
    const length = matches[0]?.length ?? countJoinedTokens(reading, tokens, at, matchesByPlace);
    const covered = tokens.slice(at, at + length);
    const groups = matches.map(({ group }) => group);
    const isLiteral = reading.literal.has(normalizeText(covered.map(({ typed }) => typed).join(' ')));
    if (isLiteral) for (const token of covered) readAsTyped(reading, token);
    else if (length > 1) readName(reading, covered, groups);
    else if (covered[0]) {
      const isLast = at > 0 && at === tokens.length - 1;
      readToken(reading, covered[0], groups, isLast);
    }
    at += length;
  }
  reading.factor = 1;
}

/** Returns 2 if the pages write this word and the next one as one word, and otherwise 1. */
function countJoinedTokens(
  { frequencies }: Reading,
  tokens: readonly Token[],
  at: number,
  matches: ReadonlyMap<number, unknown>,
): number {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || matches.has(at + 1)) return 1;
  const isShort = first.whole.length < 3 || second.whole.length < 3;
  const areStopWords = STOP_WORDS.has(first.whole) && STOP_WORDS.has(second.whole);
  return !isShort && !areStopWords && frequencies.has(first.whole + second.whole) ? 2 : 1;
}

/** @param isLast whether it is the last of several words, which may not be typed to its end */
function readToken(reading: Reading, token: Token, groups: readonly AliasGroup[], isLast: boolean): void {
  const { whole, parts } = token;
  const isName = groups.length > 0;
  if (token.isCjk) {
    if (isName || !isCjkParticle(whole)) readCjkName(reading, [token], groups);
    return;
  }
  if (!isName && (isIgnored(reading, whole) || (isLast && whole.length < MIN_TYPED_LENGTH))) return;
  if (parts.length > 1) readIdentifier(reading, token, groups);
  else readWord(reading, token, groups);
}
