/** Collects the concepts of a query. One that is looked up like an earlier one is part of it: a log repeats its words. */
import type { Concept, SearchTerm } from './concepts.ts';
import { stem } from './stem.ts';

export class ConceptList {
  readonly concepts: Concept[] = [];
  /** The places of the concepts, by their strongest terms. */
  readonly #places = new Map<string, number>();

  /**
   * Adds a concept, unless it has no terms.
   *
   * @param system the product or service that it is about, whose names are one concept
   */
  add(concept: Concept, system?: string): void {
    const bestTerms = selectBestTerms(concept.terms);
    const [strongest] = [...bestTerms].sort(([, a], [, b]) => b.weight - a.weight);
    if (!strongest) return;
    const key = system === undefined ? strongest[0] : `system ${system}`;
    const place = this.#places.get(key) ?? this.concepts.length;
    const earlier = this.concepts[place];
    const added = { ...concept, terms: [...bestTerms.values()] };
    this.#places.set(key, place);
    this.concepts[place] = earlier ? mergeConcepts(earlier, added) : added;
  }

  /** Adds a phrase. It stays apart from the words in it, and counts even if no page contains it. */
  addPhrase(phrase: Concept): void {
    this.concepts.push(phrase);
  }
}

/** Returns the best term of each lookup. The engines find all forms of a word by any of them. */
function selectBestTerms(terms: readonly SearchTerm[]): Map<string, SearchTerm> {
  const bestTerms = new Map<string, SearchTerm>();
  for (const term of terms) {
    const key = `${term.match} ${term.text.split(' ').map(stem).join(' ')}`;
    if (term.weight > (bestTerms.get(key)?.weight ?? 0)) bestTerms.set(key, term);
  }
  return bestTerms;
}

function mergeConcepts(earlier: Concept, later: Concept): Concept {
  const isLaterFirst = later.isEssential && !earlier.isEssential;
  return {
    ...earlier,
    ...later,
    source: (isLaterFirst ? later : earlier).source,
    weight: Math.max(earlier.weight, later.weight),
    terms: [...selectBestTerms([...earlier.terms, ...later.terms]).values()],
  };
}
