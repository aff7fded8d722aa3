/** Reads what is meant exactly as typed: words whose correction was undone, and phrases in quotation marks. */
import type { SearchTerm } from '../concepts.ts';
import { type Token, tokenize } from '../tokens.ts';
import { WEIGHTS } from '../weights.ts';
import { computeLengthFactor } from '../word-weight.ts';
import type { Reading } from './reading.ts';

/** Reads a word whose correction was undone. */
export function readAsTyped(reading: Reading, { typed, whole, parts, isCjk }: Token): void {
  if (isCjk) {
    reading.addConcept(typed, [toTypedTerm(parts.join(' '), 'phrase')], 1);
    return;
  }
  const { frequencies, lexicon } = reading;
  const isPrefix = frequencies.hasPrefix(whole);
  const isKnown = isPrefix || frequencies.has(whole) || lexicon.aliases.has(whole);
  if (!isKnown && frequencies.isConclusive(whole)) {
    reading.addUnknown([typed]);
    return;
  }
  const match = parts.length > 1 ? 'whole' : isPrefix ? 'prefix' : 'phrase';
  reading.addConcept(typed, [toTypedTerm(whole, match)], 1);
}

/** Reads a phrase in quotation marks: exactly these words, without other names and corrections. */
export function readPhrase(reading: Reading, phrase: string): void {
  const { frequencies } = reading;
  const words = tokenize(phrase).flatMap(({ whole, parts, isCjk }) => (isCjk ? parts : [whole]));
  const isAbsent = words.some((word) => !frequencies.has(word) && frequencies.isConclusive(word));
  const terms = isAbsent ? [] : [toTypedTerm(words.join(' '), 'phrase')];
  reading.addPhrase(phrase, terms, computeLengthFactor(words.length));
}

function toTypedTerm(text: string, match: SearchTerm['match']): SearchTerm {
  return { text, match, via: 'typed', weight: WEIGHTS.term.typed };
}
