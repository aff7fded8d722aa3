/** Looks up a concept by all of its terms, and returns the pages that match any of them. */
import type { Concept, SearchTerm } from './concepts.ts';
import type { Filters, Hit, SearchEngine, SearchField } from './search-engine.ts';
import { WEIGHTS } from './weights.ts';

/** A page that matches a concept, with the best matching term. */
export interface ConceptHit {
  readonly hit: Hit;
  readonly term: SearchTerm;
  readonly score: number;
  /** The fields that any of the terms is in. */
  readonly fields: readonly SearchField[];
  /** The sum of the scores of the other matching terms. */
  readonly otherScores: number;
  readonly locations: readonly number[];
}

export async function lookUpConcept(
  engine: SearchEngine,
  { terms }: Concept,
  filters: Filters,
  signal?: AbortSignal,
): Promise<Map<string, ConceptHit>> {
  const hitsByTerm = await Promise.all(terms.map((term) => engine.lookUp(term, filters, signal)));
  const merged = new Map<string, ConceptHit>();
  for (const [index, hits] of hitsByTerm.entries()) {
    const term = terms[index];
    if (!term) continue;
    const topScore = Math.max(...hits.map(({ score }) => score)) || 1;
    for (const hit of hits) {
      const position = 1 - WEIGHTS.position + (WEIGHTS.position * hit.score) / topScore;
      const score = term.weight * position * getFieldWeight(hit.fields);
      const conceptHit = { hit, term, score, fields: hit.fields, otherScores: 0, locations: hit.locations };
      merged.set(hit.key, mergeHits(merged.get(hit.key), conceptHit));
    }
  }
  return merged;
}

/** Returns the better of two hits on the same page, with the scores and locations of the other one added. */
function mergeHits(first: ConceptHit | undefined, second: ConceptHit): ConceptHit {
  if (!first) return second;
  const [better, other] = second.score > first.score ? [second, first] : [first, second];
  const otherScores = first.otherScores + other.score;
  const fields = [...new Set([...better.fields, ...other.fields])];
  return { ...better, fields, otherScores, locations: [...first.locations, ...second.locations] };
}

function getFieldWeight(fields: readonly SearchField[]): number {
  return Math.max(1, ...fields.map((field) => WEIGHTS.field[field]));
}
