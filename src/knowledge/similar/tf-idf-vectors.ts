/**
 * Compares texts by the cosine of their TF-IDF vectors (Salton and Buckley, "Term-weighting approaches in automatic
 * text retrieval", 1988) with the saturating count and the rarity of BM25 (Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework", 2009). Unlike a BM25 score, the cosine has an absolute scale from 0 to 1, so that a threshold
 * means nearly the same in every knowledge base.
 */

/** The count of each feature in a text. */
export type FeatureCounts = ReadonlyMap<string, number>;

export function countFeatures(features: readonly string[]): FeatureCounts {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Added to the number of texts: otherwise, what two of three texts have in common would weigh nothing. */
const ASSUMED_EMPTY_TEXTS = 5;
/** In so few texts, even what most of them contain can be significant. */
const MIN_COMMON_TEXTS = 5;

/** The texts that contain a feature, and its weight in each. */
interface Postings {
  readonly texts: Int32Array;
  readonly weights: Float64Array;
}

export class TfIdfVectors {
  /** For each text, its features with their weights. The length of each vector is 1. */
  readonly #vectors: readonly ReadonlyMap<string, number>[];
  readonly #postings = new Map<string, Postings>();

  /** @param half the count at which a feature has half of its maximum weight */
  constructor(texts: readonly FeatureCounts[], half: number) {
    const textCounts = new Map<string, number>();
    for (const counts of texts) {
      for (const feature of counts.keys()) textCounts.set(feature, (textCounts.get(feature) ?? 0) + 1);
    }
    const rarity = (feature: string) => {
      const count = textCounts.get(feature) ?? 0;
      return Math.log(1 + (texts.length + ASSUMED_EMPTY_TEXTS - count + 0.5) / (count + 0.5));
    };
    this.#vectors = texts.map((counts) => toWeightedVector(counts, half, rarity));
    for (const [feature, count] of textCounts) {
      this.#postings.set(feature, { texts: new Int32Array(count), weights: new Float64Array(count) });
    }
    const ends = new Map<string, number>();
    for (const [text, weights] of this.#vectors.entries()) {
      for (const [feature, weight] of weights) {
        const end = ends.get(feature) ?? 0;
        const postings = this.#getPostings(feature);
        postings.texts[end] = text;
        postings.weights[end] = weight;
        ends.set(feature, end + 1);
      }
    }
  }

  #getPostings(feature: string): Postings {
    return this.#postings.get(feature) as Postings;
  }

  /** Returns the cosine with each text, itself included: from 0 (nothing in common) to 1 (the same features and counts). */
  cosines(index: number): Float64Array {
    const cosines = new Float64Array(this.#vectors.length);
    for (const [feature, weight] of this.#vectors[index] ?? []) {
      const { texts, weights } = this.#getPostings(feature);
      // The innermost loop of all comparisons: an iterator would take ten times as long.
      for (let at = 0; at < texts.length; at++) {
        const text = texts[at] as number;
        cosines[text] = (cosines[text] as number) + weight * (weights[at] as number);
      }
    }
    return cosines;
  }

  /** Returns whether a text has no features. */
  isEmpty(index: number): boolean {
    return !this.#vectors[index]?.size;
  }

  /** Returns the features that two texts share, by descending weight, except those that most texts have. */
  findSharedFeatures(index: number, other: number): string[] {
    const most = Math.max(MIN_COMMON_TEXTS, this.#vectors.length / 2);
    const others = this.#vectors[other];
    const shared: { readonly feature: string; readonly weight: number }[] = [];
    for (const [feature, weight] of this.#vectors[index] ?? []) {
      const product = weight * (others?.get(feature) ?? 0);
      if (product > 0 && this.#getPostings(feature).texts.length <= most)
        shared.push({ feature, weight: product });
    }
    return shared
      .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
      .map(({ feature }) => feature);
  }
}

function toWeightedVector(
  counts: FeatureCounts,
  half: number,
  rarity: (feature: string) => number,
): Map<string, number> {
  const weights = new Map<string, number>();
  let squares = 0;
  for (const [feature, count] of counts) {
    const weight = (count / (count + half)) * rarity(feature);
    weights.set(feature, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [feature, weight] of weights) weights.set(feature, weight / length);
  return weights;
}
