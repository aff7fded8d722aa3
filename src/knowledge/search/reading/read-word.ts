/** Reads one word. */
import type { AliasGroup } from '../aliases.ts';
import { STOP_WORDS } from '../common-words.ts';
import type { SearchTerm } from '../concepts.ts';
import { MIN_TYPED_LENGTH } from '../query-length.ts';
import { isTechnical } from '../technical-words.ts';
import { lookUpWord } from '../term-lookup.ts';
import type { Token } from '../tokens.ts';
import { WEIGHTS } from '../weights.ts';
import type { WordFrequencies } from '../word-frequencies.ts';
import { correctWord } from './correct-word.ts';
import { lookUpOtherNames } from './other-names.ts';
import { readProducts } from './read-products.ts';
import type { Reading } from './reading.ts';

/** Longer runs of letters are data, which no page contains. */
const MAX_WORD_LENGTH = 100;

/** Returns whether a word is not worth a search, unless it is a name. */
export function isIgnored({ isLog, frequencies }: Reading, word: string): boolean {
  if (STOP_WORDS.has(word)) return true;
  if (word.length === 1) return !frequencies.has(word);
  if (word.length > MAX_WORD_LENGTH) return true;
  return isLog && /^\d+$/.test(word) && word.length !== 3;
}

/** @param token one with a single part */
export function readWord(reading: Reading, token: Token, groups: readonly AliasGroup[]): void {
  const { whole, parts, typed } = token;
  const isName = groups.length > 0;
  if (!isName && !reading.frequencies.has(whole) && /\d$/.test(whole)) {
    if (readProducts(reading, parts).length === 0) return;
  }
  const ownTerms = lookUpTypedWord(reading.frequencies, whole, isName);
  const terms = [...ownTerms, ...lookUpOtherNames(reading, typed, groups, ownTerms.length > 0)];
  if (terms.length === 0) terms.push(...correctWord(reading, typed, whole));
  reading.addConcept(typed, terms, reading.computeWeight([whole], groups), {
    groups,
    isTechnical: isTechnical(token, reading.lexicon.technicalStems),
  });
}

function lookUpTypedWord(frequencies: WordFrequencies, word: string, isName: boolean): SearchTerm[] {
  if (frequencies.has(word)) return lookUpWord(frequencies, word, 'typed', WEIGHTS.term.typed);
  if (!isName && word.length >= MIN_TYPED_LENGTH && frequencies.hasPrefix(word)) {
    return [{ text: word, match: 'prefix', via: 'prefix', weight: WEIGHTS.term.prefix }];
  }
  return [];
}
