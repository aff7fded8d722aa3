/** Tells technical words from everyday ones, so that the words of an error count more than those around them. */
import type { AliasGroup } from './aliases.ts';
import { EVERYDAY_WORDS, LOG_WORDS, STOP_WORDS } from './common-words.ts';
import { stem } from './stem.ts';
import type { Token } from './tokens.ts';

/** Returns the stems of the words of names, without everyday ones. */
export function listTechnicalStems(groups: readonly AliasGroup[]): ReadonlySet<string> {
  const words = groups.flatMap(({ names }) =>
    names.flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/)),
  );
  return new Set(
    words.filter((word) => word.length > 2 && !isCommon(word) && !STOP_WORDS.has(word)).map(stem),
  );
}

/** Returns whether a token is an identifier, a code or a word of a name. */
export function isTechnical({ typed, whole, parts }: Token, stems: ReadonlySet<string>): boolean {
  if (isCommon(whole)) return false;
  const isCode = parts.length > 1 || /\d|_|[a-z][A-Z]|^[A-Z]{2,}$/.test(typed);
  return isCode || stems.has(stem(whole));
}

function isCommon(word: string): boolean {
  return EVERYDAY_WORDS.has(word) || LOG_WORDS.has(word);
}
