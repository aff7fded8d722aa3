/**
 * How alike counted features are: the cosine of their TF-IDF vectors (Salton and Buckley, "Term-weighting approaches
 * in automatic text retrieval", 1988) with the saturating count and the rarity of BM25 (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework", 2009). Unlike a score of BM25 the cosine has an absolute scale, from 0 to 1, so
 * that a threshold means nearly the same in every knowledge base.
 */

/** How often each feature stands in a text. */
export type Counts = ReadonlyMap<string, number>;

/**
 * As if so many more texts had none of the features: in a knowledge base of three, what two of them share would
 * otherwise count for nothing.
 */
const UNSEEN = 5;

export class Vectors {
  /** For each text its features with their weights; the length of each vector is 1. */
  readonly #vectors: readonly ReadonlyMap<string, number>[];
  readonly #holding = new Map<string, number[]>();

  /** @param half the count at which a feature weighs half of what it can weigh at most */
  constructor(texts: readonly Counts[], half: number) {
    for (const [index, counts] of texts.entries()) {
      for (const feature of counts.keys()) {
        const list = this.#holding.get(feature);
        if (list) list.push(index);
        else this.#holding.set(feature, [index]);
      }
    }
    this.#vectors = texts.map((counts) => this.#weigh(counts, texts.length, half));
  }

  #weigh(counts: Counts, size: number, half: number): Map<string, number> {
    const weights = new Map<string, number>();
    let squares = 0;
    for (const [feature, count] of counts) {
      const holding = this.#holding.get(feature)?.length ?? 0;
      const rarity = Math.log(1 + (size + UNSEEN - holding + 0.5) / (holding + 0.5));
      const weight = (count / (count + half)) * rarity;
      weights.set(feature, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [feature, weight] of weights) weights.set(feature, weight / length);
    return weights;
  }

  /** The cosine, from 0 (nothing shared) to 1 (the same features as often), of every other text that shares any. */
  cosines(index: number): Map<number, number> {
    const cosines = new Map<number, number>();
    for (const [feature, weight] of this.#vectors[index] ?? []) {
      for (const other of this.#holding.get(feature) ?? []) {
        if (other === index) continue;
        cosines.set(other, (cosines.get(other) ?? 0) + weight * (this.#vectors[other]?.get(feature) ?? 0));
      }
    }
    return cosines;
  }

  /** Whether a text has no feature at all. */
  isEmpty(index: number): boolean {
    return !this.#vectors[index]?.size;
  }

  /** The features that two texts share, those that weigh most first. */
  shared(index: number, other: number): string[] {
    return [...(this.#vectors[index] ?? [])]
      .map(([feature, weight]) => [feature, weight * (this.#vectors[other]?.get(feature) ?? 0)] as const)
      .filter(([, weight]) => weight > 0)
      .sort(([a, weightA], [b, weightB]) => weightB - weightA || (a < b ? -1 : 1))
      .map(([feature]) => feature);
  }
}
