/**
 * Reduces a query for a first answer that arrives before the next keystroke, and after a few kilobytes on a slow
 * network. The complete query follows.
 */

import { estimateFrequency, isTyped, selectTopConcepts } from './choose-concepts.ts';
import { hasCjkLetters } from './cjk.ts';
import type { Concept, SearchTerm } from './concepts.ts';
import { MIN_TYPED_LENGTH } from './query-length.ts';
import { MAX_SHORT_WORD_LENGTH } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { LIMITS } from './weights.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/**
 * Drops other names, words that too many pages contain, and of many words the less informative ones. If only the
 * beginning of a too common word is left, replaces it with its likeliest completion. A query of one or two letters
 * becomes empty.
 */
export function toQuickQuery(
  understanding: QueryUnderstanding,
  frequencies: WordFrequencies,
): QueryUnderstanding {
  const { query } = understanding;
  if (query.trim().length < MIN_TYPED_LENGTH && !hasCjkLetters(query))
    return { ...understanding, concepts: [] };
  const typed = understanding.concepts.map((concept) => ({
    ...concept,
    terms: getTypedTerms(concept).map(toExactTerm),
  }));
  const maxPages = frequencies.pages * LIMITS.vagueShare;
  const isVague = (term: SearchTerm) => estimatePages(term, frequencies) > maxPages;
  const complete = (term: SearchTerm): SearchTerm => {
    const isPrefix =
      isVague(term) &&
      frequencies.getFrequency(term.text) * MIN_PREFIX_RATIO < estimatePages(term, frequencies);
    const word = isPrefix ? findLikelyCompletion(term.text, frequencies) : undefined;
    return word === undefined ? term : { ...term, text: word, match: 'phrase' };
  };
  const specific = typed.filter(({ terms, isRequired }) => isRequired || !terms.every(isVague));
  const concepts =
    specific.length > 0
      ? selectTopConcepts(specific, frequencies, LIMITS.quickConcepts)
      : typed.map((concept) => ({ ...concept, terms: concept.terms.map(complete) }));
  return { ...understanding, concepts };
}

/** Returns the most frequent word with this prefix that is not too common. */
export function findLikelyCompletion(prefix: string, frequencies: WordFrequencies): string | undefined {
  return frequencies.findCompletion(prefix, frequencies.pages * LIMITS.vagueShare);
}

/**
 * Returns the terms for what was typed, or for the best of its other names if no page contains it. A recognised error
 * has more, because each is a guess.
 */
function getTypedTerms({ terms, isEssential }: Concept): SearchTerm[] {
  const typed = terms.filter(isTyped);
  if (typed.length > 0) return typed;
  return [...terms].sort((a, b) => b.weight - a.weight).slice(0, isEssential ? MAX_MEANINGS : 1);
}

const MAX_MEANINGS = 2;

/** If the words with this prefix are in so many times more pages than the word itself, it is probably a prefix. */
const MIN_PREFIX_RATIO = 4;

/** Estimates the number of pages that a lookup finds. For a word, Pagefind also finds longer words. */
function estimatePages({ text, match }: SearchTerm, frequencies: WordFrequencies): number {
  return match === 'prefix' || match === 'word'
    ? frequencies.getPrefixFrequency(text)
    : estimateFrequency(text, frequencies);
}

/** Returns whether the quick query leaves out a term of the full one. */
export function hasFewerTerms(quickQuery: QueryUnderstanding, fullQuery: QueryUnderstanding): boolean {
  const listTerms = ({ concepts }: QueryUnderstanding) =>
    concepts.flatMap(({ terms }) => terms.map(({ text, match }) => `${match} ${text}`));
  const quickTerms = new Set(listTerms(quickQuery));
  return listTerms(fullQuery).some((term) => !quickTerms.has(term));
}

/** Excludes the inflected forms of a short word, which need a second lookup. */
function toExactTerm(term: SearchTerm): SearchTerm {
  return term.match === 'word' && term.text.length <= MAX_SHORT_WORD_LENGTH
    ? { ...term, match: 'phrase' }
    : term;
}
