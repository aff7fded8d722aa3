/**
 * What is asked while a query is still being typed: enough for a first answer, and little enough that it is there
 * before the next key. The whole query is asked when the typing stops.
 */
import { isTyped } from './choose.ts';
import type { Concept, Term, Understanding } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';
import { LIMITS, SHORTEST_TYPED } from './weights.ts';

/**
 * Without other names. The beginning of a word that too many pages hold is left out; where it is all that was typed,
 * the likeliest word is asked for that it may become. Of a letter or two nothing is asked. Pasted lines are asked
 * as a whole.
 */
export function quickly(understanding: Understanding, vocabulary: Vocabulary): Understanding {
  if (understanding.isLog) return understanding;
  if (understanding.query.trim().length < SHORTEST_TYPED) return { ...understanding, concepts: [] };
  const most = vocabulary.pages * LIMITS.begunShare;
  const isVague = ({ text, match }: Term) => match === 'prefix' && vocabulary.frequencyOfPrefix(text) > most;
  const completed = (term: Term): Term => {
    const word = isVague(term) ? vocabulary.likeliest(term.text, most) : undefined;
    return word === undefined ? term : { ...term, text: word, match: 'phrase' };
  };
  const typed = understanding.concepts
    .map((concept) => ({ ...concept, terms: concept.terms.filter(isTyped).map(asExact) }))
    .filter(({ terms }) => terms.length > 0);
  if (typed.length === 0) return understanding;
  const telling = typed.filter(({ terms }) => !terms.every(isVague));
  const concepts =
    telling.length > 0
      ? telling
      : typed.map((concept) => ({ ...concept, terms: concept.terms.map(completed) }));
  return { ...understanding, concepts };
}

/** Whether less is asked than was understood. */
export function asksLess(quick: Understanding, whole: Understanding): boolean {
  const terms = ({ concepts }: Understanding) => concepts.flatMap((concept: Concept) => concept.terms);
  const asked = new Set(terms(quick).map(({ text, match }) => `${match} ${text}`));
  return terms(whole).some(({ text, match }) => !asked.has(`${match} ${text}`));
}

/** Up to so many letters a word and its inflected forms are looked up apart. */
const SHORT = 4;

/** Inflected forms of a short word take a second lookup. */
function asExact(term: Term): Term {
  return term.match === 'word' && term.text.length <= SHORT ? { ...term, match: 'phrase' } : term;
}
