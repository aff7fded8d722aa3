/** Chooses the concepts and terms that are worth a lookup, because each loads a part of the index. */

import type { Concept, SearchTerm } from './concepts.ts';
import { stem } from './stem.ts';
import { LIMITS, WEIGHTS } from './weights.ts';
import type { WordFrequencies } from './word-frequencies.ts';

/**
 * Returns the most informative concepts by weight and rarity, until they carry nearly all information of the query.
 * Everyday words are included only if there are few other concepts.
 */
export function chooseConcepts(
  concepts: readonly Concept[],
  frequencies: WordFrequencies,
  isLog: boolean,
): Concept[] {
  const weighty = concepts.filter(({ weight }) => weight > WEIGHTS.everydayWord);
  const candidates = weighty.length >= LIMITS.enoughConcepts ? weighty : concepts;
  const sorted = sortByInformation(candidates, frequencies, isLog);
  const total = sorted.reduce((sum, { information }) => sum + information, 0);
  const chosen = new Set<Concept>(
    concepts.filter(({ isRequired, isEssential }) => isRequired || isEssential),
  );
  let sum = 0;
  for (const { concept, information } of sorted) {
    if (chosen.size >= LIMITS.concepts || sum > total * LIMITS.informationShare) break;
    chosen.add(concept);
    sum += information;
  }
  return concepts
    .filter((concept) => chosen.has(concept))
    .map((concept) => ({ ...concept, terms: chooseTerms(concept.terms, frequencies, isLog) }));
}

/** @param prefersTechnical whether technical words come before rarer ones, which may be only unusual */
function sortByInformation(
  concepts: readonly Concept[],
  frequencies: WordFrequencies,
  prefersTechnical: boolean,
): { concept: Concept; information: number }[] {
  return concepts
    .map((concept) => {
      const information = concept.weight * computeConceptRarity(concept, frequencies);
      const priority = information * (prefersTechnical && concept.isTechnical ? LIMITS.technical : 1);
      return { concept, information, priority };
    })
    .sort((a, b) => b.priority - a.priority);
}

/**
 * Drops other names that are in many pages, which add noise, and those that are much rarer than what was typed, which
 * add hardly a page.
 */
function chooseTerms(
  terms: readonly SearchTerm[],
  frequencies: WordFrequencies,
  isLog: boolean,
): SearchTerm[] {
  const limit = frequencies.pages * LIMITS.commonShare;
  const typed = Math.max(0, ...terms.filter(isTyped).map(({ text }) => estimateFrequency(text, frequencies)));
  const useful = terms.filter((term) => {
    if (isTyped(term)) return true;
    const frequency = estimateFrequency(term.text, frequencies);
    return frequency * LIMITS.rarer >= typed && (!LOOSE_NAMES.has(term.via) || frequency <= limit);
  });
  const chosen = useful.length > 0 ? useful : [...terms];
  // A log is not typed letter by letter, so the cost of contained terms does not matter.
  return isLog ? chosen : removeContainedTerms(chosen);
}

/** Drops "redis server" next to "redis": it finds no further page and no better one. */
function removeContainedTerms(terms: readonly SearchTerm[]): SearchTerm[] {
  const weights = new Map(
    terms.filter(({ match }) => match === 'word').map(({ text, weight }) => [stem(text), weight]),
  );
  return terms.filter(
    ({ text, match, weight }) =>
      match !== 'all' || !text.split(' ').some((word) => (weights.get(stem(word)) ?? 0) >= weight),
  );
}

const LOOSE_NAMES: ReadonlySet<SearchTerm['via']> = new Set([
  'related',
  'signature',
  'tag',
  'activity',
  'everyday',
]);

/** Returns whether a term is what was typed, or a part or a correction of it, rather than another name. */
export function isTyped({ via }: SearchTerm): boolean {
  return via === 'typed' || via === 'part' || via === 'joined' || via === 'prefix' || via === 'correction';
}

function computeConceptRarity({ terms }: Concept, frequencies: WordFrequencies): number {
  const frequency = Math.max(1, ...terms.map(({ text }) => estimateFrequency(text, frequencies)));
  return Math.log(1 + frequencies.pages / frequency);
}

/** Returns an upper estimate of how many pages contain all words of a text. */
export function estimateFrequency(text: string, frequencies: WordFrequencies): number {
  return Math.min(...text.split(' ').map((word) => frequencies.getFrequency(word)));
}
