/**
 * How alike texts are: the cosine of their TF-IDF vectors (Salton and Buckley, "Term-weighting approaches
 * in automatic text retrieval", 1988), with the terms that they share. Unlike the scores of BM25 it has an
 * absolute scale, from 0 to 1, so that a threshold means the same in every knowledge base.
 */
import { termsOf } from './terms.ts';

export interface Likeness {
  /** The text's place in the list that the index was made from. */
  readonly index: number;
  /** From 0 (nothing shared) to 1 (the same words as often). */
  readonly cosine: number;
  /** The shared terms, those that weigh most first. */
  readonly shared: readonly string[];
}

export class TfIdf {
  /** For each text its terms with their weights; the length of each vector is 1. */
  readonly #vectors: readonly ReadonlyMap<string, number>[];
  readonly #postings = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    const counts = texts.map(countTerms);
    for (const [index, terms] of counts.entries()) {
      for (const term of terms.keys()) {
        const list = this.#postings.get(term);
        if (list) list.push(index);
        else this.#postings.set(term, [index]);
      }
    }
    this.#vectors = counts.map((terms) => this.#weigh(terms, texts.length));
  }

  /** `(1 + ln tf) · ln(1 + N/df)`, brought to length 1. */
  #weigh(terms: ReadonlyMap<string, number>, size: number): Map<string, number> {
    const weights = new Map<string, number>();
    let squares = 0;
    for (const [term, count] of terms) {
      const weight = (1 + Math.log(count)) * Math.log(1 + size / (this.#postings.get(term)?.length ?? 1));
      weights.set(term, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [term, weight] of weights) weights.set(term, weight / length);
    return weights;
  }

  /** The other texts that are at least this much alike, the most alike first. */
  alike(index: number, threshold: number): Likeness[] {
    const own = this.#vectors[index] ?? new Map<string, number>();
    const cosines = new Map<number, number>();
    for (const [term, weight] of own) {
      for (const other of this.#postings.get(term) ?? []) {
        if (other === index) continue;
        cosines.set(other, (cosines.get(other) ?? 0) + weight * (this.#vectors[other]?.get(term) ?? 0));
      }
    }
    return [...cosines]
      .filter(([, cosine]) => cosine >= threshold)
      .map(([other, cosine]) => ({ index: other, cosine, shared: this.#shared(own, other) }))
      .sort((a, b) => b.cosine - a.cosine || a.index - b.index);
  }

  #shared(own: ReadonlyMap<string, number>, other: number): string[] {
    return [...own]
      .map(([term, weight]) => [term, weight * (this.#vectors[other]?.get(term) ?? 0)] as const)
      .filter(([, weight]) => weight > 0)
      .sort(([a, weightA], [b, weightB]) => weightB - weightA || (a < b ? -1 : 1))
      .map(([term]) => term);
  }
}

function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
