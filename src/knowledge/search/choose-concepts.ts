/** Which concepts and terms are worth a lookup: each costs a part of the index. */

import type { Concept, SearchTerm } from './concepts.ts';
import { stem } from './stem.ts';
import { LIMITS, WEIGHTS } from './weights.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/**
 * The concepts that tell most, by weight and rarity, until they make up nearly all of what was asked;
 * everyday words only where little else is left.
 */
export function chooseConcepts(
  concepts: readonly Concept[],
  vocabulary: WordFrequencies,
  isLog: boolean,
): Concept[] {
  const weighty = concepts.filter(({ weight }) => weight > WEIGHTS.everydayWord);
  const chosen = weighty.length >= LIMITS.enoughConcepts ? weighty : concepts;
  const told = sortByInformation(chosen, vocabulary);
  const all = told.reduce((sum, { tells }) => sum + tells, 0);
  const kept = new Set<Concept>();
  let sum = 0;
  for (const { concept, tells } of told) {
    if (kept.size >= LIMITS.concepts || sum > all * LIMITS.told) break;
    kept.add(concept);
    sum += tells;
  }
  return chosen
    .filter((concept) => kept.has(concept))
    .map((concept) => ({ ...concept, terms: chooseTerms(concept.terms, vocabulary, isLog) }));
}

/** The concepts that tell most, in the order of the query. */
export function selectTopConcepts(
  concepts: readonly Concept[],
  vocabulary: WordFrequencies,
  most: number,
): Concept[] {
  const kept = new Set(
    sortByInformation(concepts, vocabulary)
      .slice(0, most)
      .map(({ concept }) => concept),
  );
  return concepts.filter((concept) => kept.has(concept));
}

function sortByInformation(
  concepts: readonly Concept[],
  vocabulary: WordFrequencies,
): { concept: Concept; tells: number }[] {
  return concepts
    .map((concept) => ({ concept, tells: concept.weight * computeConceptRarity(concept, vocabulary) }))
    .sort((a, b) => b.tells - a.tells);
}

/**
 * Other names that stand in many pages bring more noise than answers, and those that are much rarer than
 * what was typed bring hardly a page more.
 */
function chooseTerms(
  terms: readonly SearchTerm[],
  vocabulary: WordFrequencies,
  isLog: boolean,
): SearchTerm[] {
  const limit = vocabulary.pages * LIMITS.commonShare;
  const typed = Math.max(0, ...terms.filter(isTyped).map(({ text }) => estimateFrequency(text, vocabulary)));
  const kept = terms.filter((term) => {
    if (isTyped(term)) return true;
    const frequency = estimateFrequency(term.text, vocabulary);
    return frequency * LIMITS.rarer >= typed && (!LOOSE_NAMES.has(term.via) || frequency <= limit);
  });
  const chosen = kept.length > 0 ? kept : [...terms];
  // Lines of a log are not typed letter by letter, and every name in them helps.
  return isLog ? chosen : removeContainedTerms(chosen);
}

/** Where "redis" is searched for, "redis server" finds no page more, and none of them better. */
function removeContainedTerms(terms: readonly SearchTerm[]): SearchTerm[] {
  const words = new Map(
    terms.filter(({ match }) => match === 'word').map(({ text, weight }) => [stem(text), weight]),
  );
  return terms.filter(
    ({ text, match, weight }) =>
      match !== 'all' || !text.split(' ').some((word) => (words.get(stem(word)) ?? 0) >= weight),
  );
}

const LOOSE_NAMES: ReadonlySet<SearchTerm['via']> = new Set(['related', 'signature', 'tag', 'activity']);

/** Whether it is what was typed, or a part or a correction of it; the rest are other names. */
export function isTyped({ via }: SearchTerm): boolean {
  return via === 'typed' || via === 'part' || via === 'joined' || via === 'prefix' || via === 'correction';
}

function computeConceptRarity({ terms }: Concept, vocabulary: WordFrequencies): number {
  const frequency = Math.max(1, ...terms.map(({ text }) => estimateFrequency(text, vocabulary)));
  return Math.log(1 + vocabulary.pages / frequency);
}

/** How many pages hold all words of a text, nearly, and at most. */
export function estimateFrequency(text: string, vocabulary: WordFrequencies): number {
  return Math.min(...text.split(' ').map((word) => vocabulary.getFrequency(word)));
}
