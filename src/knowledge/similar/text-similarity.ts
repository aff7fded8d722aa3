/** Measures how similar the texts of postmortems are, by the mechanisms that they describe and by their words. */
import type { PostmortemEntry } from '../graph/entries.ts';
import { getPostmortemTexts } from './compared-texts.ts';
import { findMechanisms } from './mechanisms.ts';
import { extractTerms, type Term } from './terms.ts';
import { countFeatures, type FeatureCounts, TfIdfVectors } from './tf-idf-vectors.ts';

/** The words have the rest of the weight. All three numbers are tuned on one half of `test/similar-eval/pairs.ts`. */
const MECHANISM_WEIGHT = 0.25;
const WORD_SATURATION = 1.5;
const MECHANISM_SATURATION = 4;
/**
 * A text that mentions a mechanism once is rarely about it: of 80 public postmortems read for this, fewer than half of
 * the single mentions were, and more than nine tenths of those that came twice.
 */
const MIN_MENTIONS = 2;

/** The words and mechanisms by which texts are compared. JSON can write them. */
export interface TextFeatures {
  /** The words that tell what it is about, with repetitions. */
  readonly terms: readonly Term[];
  /** The mechanisms that it mentions, with repetitions. */
  readonly mechanisms: readonly string[];
}

export function extractFeatures(postmortem: PostmortemEntry): TextFeatures {
  return {
    terms: collectTerms(postmortem),
    mechanisms: getPostmortemTexts(postmortem).flatMap(findMechanisms),
  };
}

export class TextSimilarity {
  readonly #indexes: ReadonlyMap<PostmortemEntry, number>;
  readonly #words: TfIdfVectors;
  readonly #mechanisms: TfIdfVectors;
  readonly #mechanismCounts: readonly FeatureCounts[];
  /** The written form of each key, for each postmortem. */
  readonly #writtenForms: readonly ReadonlyMap<string, string>[];

  /** @param extract does what `extractFeatures` does */
  constructor(postmortems: readonly PostmortemEntry[], extract = extractFeatures) {
    this.#indexes = new Map(postmortems.map((postmortem, index) => [postmortem, index]));
    const features = postmortems.map((postmortem) => extract(postmortem));
    this.#writtenForms = features.map(
      ({ terms }) => new Map(terms.map(({ key, written }) => [key, written])),
    );
    this.#words = new TfIdfVectors(
      features.map(({ terms }) => countFeatures(terms.map(({ key }) => key))),
      WORD_SATURATION,
    );
    this.#mechanismCounts = features.map(({ mechanisms }) => countFeatures(mechanisms));
    this.#mechanisms = new TfIdfVectors(this.#mechanismCounts, MECHANISM_SATURATION);
  }

  /** Returns the cosine with each text in the given order: from 0 (nothing shared) to 1 (the same text). */
  compareWithAll(postmortem: PostmortemEntry): Float64Array {
    const index = this.#getIndex(postmortem);
    const words = this.#words.cosines(index);
    const mechanisms = this.#mechanisms.cosines(index);
    // If neither describes a mechanism, only their words can be compared.
    const hasNone = this.#mechanisms.isEmpty(index);
    return words.map((cosine, other) => {
      const weight = hasNone && this.#mechanisms.isEmpty(other) ? 0 : MECHANISM_WEIGHT;
      return (1 - weight) * cosine + weight * (mechanisms[other] ?? 0);
    });
  }

  /**
   * Returns what two have in common, by their indexes, by descending weight, with words as in the first text. `topics` are the mechanisms
   * that both are about; the other `mechanisms` are only mentioned in one of them.
   */
  findShared(index: number, otherIndex: number): { mechanisms: string[]; topics: string[]; words: string[] } {
    const mechanisms = this.#mechanisms.findSharedFeatures(index, otherIndex);
    const isAbout = (at: number, mechanism: string) =>
      (this.#mechanismCounts[at]?.get(mechanism) ?? 0) >= MIN_MENTIONS;
    return {
      mechanisms,
      topics: mechanisms.filter((mechanism) => [index, otherIndex].every((at) => isAbout(at, mechanism))),
      words: this.#words
        .findSharedFeatures(index, otherIndex)
        .map((key) => this.#writtenForms[index]?.get(key) ?? key),
    };
  }

  /** @throws if the postmortem was not passed to the constructor */
  #getIndex(postmortem: PostmortemEntry): number {
    const index = this.#indexes.get(postmortem);
    if (index === undefined) throw new Error(`${postmortem.path} was not among the postmortems to compare`);
    return index;
  }
}

/** Omits the names of the organization, because it is no part of what happened. */
function collectTerms(postmortem: PostmortemEntry): Term[] {
  const names = new Set(extractTerms(postmortem.data.organization).map(({ key }) => key));
  return getPostmortemTexts(postmortem)
    .flatMap(extractTerms)
    .filter(({ key }) => !names.has(key));
}
