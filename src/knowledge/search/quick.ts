/**
 * A first answer: little enough is asked that it is there before the next key, and after a few kilobytes on a slow
 * network. The whole query is asked behind it.
 */
import { frequencyOf, isTyped, mostTelling } from './choose.ts';
import type { Concept, Term } from './concepts.ts';
import { SHORT_WORD } from './engine.ts';
import type { Understanding } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';
import { LIMITS, SHORTEST_TYPED } from './weights.ts';

/**
 * Without other names, without words that too many pages hold to tell much, and of many words only those that tell
 * most. Where nothing is left but the beginning of such a word, the likeliest word is asked for that it may become.
 * Of a letter or two nothing is asked.
 */
export function quickly(understanding: Understanding, vocabulary: Vocabulary): Understanding {
  if (understanding.query.trim().length < SHORTEST_TYPED) return { ...understanding, concepts: [] };
  const typed = understanding.concepts.map((concept) => ({
    ...concept,
    terms: typedTerms(concept).map(asExact),
  }));
  const most = vocabulary.pages * LIMITS.vagueShare;
  const isVague = (term: Term) => pagesOf(term, vocabulary) > most;
  const completed = (term: Term): Term => {
    const isBegun = isVague(term) && vocabulary.frequency(term.text) * BEGUN < pagesOf(term, vocabulary);
    const word = isBegun ? likeliestWord(term.text, vocabulary) : undefined;
    return word === undefined ? term : { ...term, text: word, match: 'phrase' };
  };
  const telling = typed.filter(({ terms }) => !terms.every(isVague));
  const concepts =
    telling.length > 0
      ? mostTelling(telling, vocabulary, LIMITS.quickConcepts)
      : typed.map((concept) => ({ ...concept, terms: concept.terms.map(completed) }));
  return { ...understanding, concepts };
}

/** What a beginning may become, and few enough pages hold. */
export function likeliestWord(beginning: string, vocabulary: Vocabulary): string | undefined {
  return vocabulary.likeliest(beginning, vocabulary.pages * LIMITS.vagueShare);
}

/** What was typed; where no page holds that, the best of its other names. */
function typedTerms({ terms }: Concept): Term[] {
  const typed = terms.filter(isTyped);
  if (typed.length > 0) return typed;
  return [...terms].sort((a, b) => b.weight - a.weight).slice(0, 1);
}

/** A word in so many times fewer pages than the words that begin so is more likely the beginning of one of them. */
const BEGUN = 4;

/** How many pages a look-up finds, nearly: Pagefind finds what begins so, too. */
function pagesOf({ text, match }: Term, vocabulary: Vocabulary): number {
  return match === 'prefix' || match === 'word'
    ? vocabulary.frequencyOfPrefix(text)
    : frequencyOf(text, vocabulary);
}

/** Whether less is asked than was understood. */
export function asksLess(quick: Understanding, whole: Understanding): boolean {
  const terms = ({ concepts }: Understanding) => concepts.flatMap((concept: Concept) => concept.terms);
  const asked = new Set(terms(quick).map(({ text, match }) => `${match} ${text}`));
  return terms(whole).some(({ text, match }) => !asked.has(`${match} ${text}`));
}

/** Inflected forms of a short word take a second lookup. */
function asExact(term: Term): Term {
  return term.match === 'word' && term.text.length <= SHORT_WORD ? { ...term, match: 'phrase' } : term;
}
