/**
 * How alike counted features are: the cosine of their TF-IDF vectors (Salton and Buckley, "Term-weighting approaches
 * in automatic text retrieval", 1988) with the saturating count and the rarity of BM25 (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework", 2009). Unlike a score of BM25 the cosine has an absolute scale, from 0 to 1, so
 * that a threshold means nearly the same in every knowledge base.
 */

/** How often each feature stands in a text. */
export type FeatureCounts = ReadonlyMap<string, number>;

/**
 * As if so many more texts had none of the features: in a knowledge base of three, what two of them share would
 * otherwise count for nothing.
 */
const ASSUMED_EMPTY_TEXTS = 5;
/** Of so few texts, what most of them hold may still tell something. */
const MIN_COMMON_TEXTS = 5;

/** The texts that hold a feature, and how much it weighs in each. */
interface Postings {
  readonly texts: number[];
  readonly weights: number[];
}

export class TfIdfVectors {
  /** For each text its features with their weights; the length of each vector is 1. */
  readonly #vectors: readonly ReadonlyMap<string, number>[];
  readonly #postings = new Map<string, Postings>();

  /** @param half the count at which a feature weighs half of what it can weigh at most */
  constructor(texts: readonly FeatureCounts[], half: number) {
    const held = new Map<string, number>();
    for (const counts of texts) {
      for (const feature of counts.keys()) held.set(feature, (held.get(feature) ?? 0) + 1);
    }
    const rarity = (feature: string) => {
      const holding = held.get(feature) ?? 0;
      return Math.log(1 + (texts.length + ASSUMED_EMPTY_TEXTS - holding + 0.5) / (holding + 0.5));
    };
    this.#vectors = texts.map((counts) => toWeightedVector(counts, half, rarity));
    for (const [text, weights] of this.#vectors.entries()) {
      for (const [feature, weight] of weights) this.#addPosting(feature, text, weight);
    }
  }

  #addPosting(feature: string, text: number, weight: number): void {
    const holding = this.#postings.get(feature);
    if (holding) {
      holding.texts.push(text);
      holding.weights.push(weight);
    } else this.#postings.set(feature, { texts: [text], weights: [weight] });
  }

  /** The cosine of each text, from 0 (nothing shared) to 1 (the same features as often), that with itself among them. */
  cosines(index: number): Float64Array {
    const cosines = new Float64Array(this.#vectors.length);
    for (const [feature, weight] of this.#vectors[index] ?? []) {
      const { texts, weights } = this.#postings.get(feature) as Postings;
      for (const [place, text] of texts.entries()) {
        cosines[text] = (cosines[text] as number) + weight * (weights[place] as number);
      }
    }
    return cosines;
  }

  /** Whether a text has no feature at all. */
  isEmpty(index: number): boolean {
    return !this.#vectors[index]?.size;
  }

  /** The features that two texts share, those that weigh most first; what most texts have is not worth showing. */
  findSharedFeatures(index: number, other: number): string[] {
    const most = Math.max(MIN_COMMON_TEXTS, this.#vectors.length / 2);
    return [...(this.#vectors[index] ?? [])]
      .filter(([feature]) => (this.#postings.get(feature)?.texts.length ?? 0) <= most)
      .map(([feature, weight]) => [feature, weight * (this.#vectors[other]?.get(feature) ?? 0)] as const)
      .filter(([, weight]) => weight > 0)
      .sort(([a, weightA], [b, weightB]) => weightB - weightA || (a < b ? -1 : 1))
      .map(([feature]) => feature);
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
