/** The weight of the words of a query, before it is known how rare they are. */
import type { AliasGroup } from './aliases.ts';
import { EVERYDAY_WORDS, LOG_WORDS, STOP_WORDS } from './common-words.ts';
import { isEnglishWord } from './english-words.ts';
import { stem } from './stem.ts';
import { WEIGHTS } from './weights.ts';
import type { WordSet } from './word-set.ts';

export interface WordContext {
  readonly isLog: boolean;
  /** The stems of words whose meaning is that of a recognised error. */
  readonly explained: ReadonlySet<string>;
  readonly english: WordSet | undefined;
  /** True if the thesaurus is used, so that ordinary English words count less. */
  readonly isEveryday: boolean;
}

/** @param groups the names that the words are together */
export function computeWordWeight(
  words: readonly string[],
  groups: readonly AliasGroup[],
  { isLog, explained, english, isEveryday }: WordContext,
): number {
  // A translated word is as common as an English one.
  const isName = hasGroupBesides(groups, 'foreign');
  // That a word such as memory has a short form does not make it a name.
  const isOwnName = hasGroupBesides(groups, 'foreign', 'short-form');
  if (!isOwnName && words.every((word) => explained.has(stem(word)))) return WEIGHTS.explainedWord;
  if (!isLog) {
    if (isName) return 1;
    if (areEveryday(words)) return WEIGHTS.everydayWord;
    // In everyday words, only the unusual ones say what happened.
    const isOrdinary = isEveryday && words.every((word) => isEnglishWord(word, english));
    return isOrdinary ? WEIGHTS.ordinaryWord : 1;
  }
  if (words.every((word) => LOG_WORDS.has(word))) return WEIGHTS.log.logWord;
  if (groups.some(({ type }) => type === 'service' || type === 'product')) return WEIGHTS.log.systemName;
  if (words.every((word) => /^\d+$/.test(word))) return WEIGHTS.log.number;
  return areEveryday(words) ? WEIGHTS.everydayWord : 1;
}

/** Returns the factor for several words that are one name or phrase, from 1 to 2. */
export function computeLengthFactor(words: number): number {
  return Math.min(2, Math.max(1, words * 0.75));
}

function hasGroupBesides(groups: readonly AliasGroup[], ...types: readonly AliasGroup['type'][]): boolean {
  return groups.some(({ type }) => !types.includes(type));
}

function areEveryday(words: readonly string[]): boolean {
  return words.every((word) => EVERYDAY_WORDS.has(word) || STOP_WORDS.has(word));
}
