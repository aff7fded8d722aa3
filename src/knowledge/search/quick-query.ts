/**
 * A first answer: little enough is asked that it is there before the next key, and after a few kilobytes on a slow
 * network. The whole query is asked behind it.
 */
import { estimateFrequency, isTyped, selectTopConcepts } from './choose-concepts.ts';
import type { Concept, SearchTerm } from './concepts.ts';
import { MAX_SHORT_WORD_LENGTH } from './search-engine.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { LIMITS, MIN_TYPED_LENGTH } from './weights.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/**
 * Without other names, without words that too many pages hold to tell much, and of many words only those that tell
 * most. Where nothing is left but the beginning of such a word, the likeliest word is asked for that it may become.
 * Of a letter or two nothing is asked.
 */
export function toQuickQuery(
  understanding: QueryUnderstanding,
  vocabulary: WordFrequencies,
): QueryUnderstanding {
  if (understanding.query.trim().length < MIN_TYPED_LENGTH) return { ...understanding, concepts: [] };
  const typed = understanding.concepts.map((concept) => ({
    ...concept,
    terms: getTypedTerms(concept).map(toExactTerm),
  }));
  const most = vocabulary.pages * LIMITS.vagueShare;
  const isVague = (term: SearchTerm) => estimatePages(term, vocabulary) > most;
  const completed = (term: SearchTerm): SearchTerm => {
    const isBegun =
      isVague(term) &&
      vocabulary.getFrequency(term.text) * MIN_PREFIX_RATIO < estimatePages(term, vocabulary);
    const word = isBegun ? findLikelyCompletion(term.text, vocabulary) : undefined;
    return word === undefined ? term : { ...term, text: word, match: 'phrase' };
  };
  const telling = typed.filter(({ terms }) => !terms.every(isVague));
  const concepts =
    telling.length > 0
      ? selectTopConcepts(telling, vocabulary, LIMITS.quickConcepts)
      : typed.map((concept) => ({ ...concept, terms: concept.terms.map(completed) }));
  return { ...understanding, concepts };
}

/** What a beginning may become, and few enough pages hold. */
export function findLikelyCompletion(beginning: string, vocabulary: WordFrequencies): string | undefined {
  return vocabulary.findCompletion(beginning, vocabulary.pages * LIMITS.vagueShare);
}

/** What was typed; where no page holds that, the best of its other names. */
function getTypedTerms({ terms }: Concept): SearchTerm[] {
  const typed = terms.filter(isTyped);
  if (typed.length > 0) return typed;
  return [...terms].sort((a, b) => b.weight - a.weight).slice(0, 1);
}

/** A word in so many times fewer pages than the words that begin so is more likely the beginning of one of them. */
const MIN_PREFIX_RATIO = 4;

/** How many pages a look-up finds, nearly: Pagefind finds what begins so, too. */
function estimatePages({ text, match }: SearchTerm, vocabulary: WordFrequencies): number {
  return match === 'prefix' || match === 'word'
    ? vocabulary.getPrefixFrequency(text)
    : estimateFrequency(text, vocabulary);
}

/** Whether less is asked than was understood. */
export function hasFewerTerms(quick: QueryUnderstanding, whole: QueryUnderstanding): boolean {
  const terms = ({ concepts }: QueryUnderstanding) => concepts.flatMap((concept: Concept) => concept.terms);
  const asked = new Set(terms(quick).map(({ text, match }) => `${match} ${text}`));
  return terms(whole).some(({ text, match }) => !asked.has(`${match} ${text}`));
}

/** Inflected forms of a short word take a second lookup. */
function toExactTerm(term: SearchTerm): SearchTerm {
  return term.match === 'word' && term.text.length <= MAX_SHORT_WORD_LENGTH
    ? { ...term, match: 'phrase' }
    : term;
}
