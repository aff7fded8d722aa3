/** How alike the texts of postmortems are: by the ways to fail that they tell of, and by their words. */
import type { PostmortemEntry } from '../graph/entries.ts';
import { findMechanisms } from './mechanisms.ts';
import { getPostmortemTexts } from './postmortem-texts.ts';
import { extractTerms, type Term } from './terms.ts';
import { TfIdfVectors } from './tf-idf-vectors.ts';

/** The rest is the share of the words. Chosen on the tuning half of `test/similar-eval/pairs.ts`, as are the others. */
const MECHANISM_WEIGHT = 0.25;
const WORD_SATURATION = 1.5;
const MECHANISM_SATURATION = 4;

export interface SimilarText {
  readonly postmortem: PostmortemEntry;
  /** From 0 (nothing shared) to 1 (the same text). */
  readonly cosine: number;
}

export class TextSimilarity {
  readonly #postmortems: readonly PostmortemEntry[];
  readonly #indexes: ReadonlyMap<PostmortemEntry, number>;
  readonly #words: TfIdfVectors;
  readonly #mechanisms: TfIdfVectors;
  /** How each postmortem writes its words, by what they are compared by. */
  readonly #writtenForms: readonly ReadonlyMap<string, string>[];

  constructor(postmortems: readonly PostmortemEntry[]) {
    this.#postmortems = postmortems;
    this.#indexes = new Map(postmortems.map((postmortem, index) => [postmortem, index]));
    const words = postmortems.map(collectTerms);
    this.#writtenForms = words.map((terms) => new Map(terms.map(({ key, written }) => [key, written])));
    this.#words = new TfIdfVectors(
      words.map((terms) => countFeatures(terms.map(({ key }) => key))),
      WORD_SATURATION,
    );
    this.#mechanisms = new TfIdfVectors(
      postmortems.map((postmortem) => countFeatures(getPostmortemTexts(postmortem).flatMap(findMechanisms))),
      MECHANISM_SATURATION,
    );
  }

  /** All others that share anything, in the order of the knowledge base. */
  compareWithOthers(postmortem: PostmortemEntry): SimilarText[] {
    const index = this.#getIndex(postmortem);
    const words = this.#words.cosines(index);
    const mechanisms = this.#mechanisms.cosines(index);
    return this.#postmortems.flatMap((other, place) => {
      // Where both tell of no mechanism, their words are all there is to compare.
      const share = this.#mechanisms.isEmpty(index) && this.#mechanisms.isEmpty(place) ? 0 : MECHANISM_WEIGHT;
      const cosine = (1 - share) * (words[place] ?? 0) + share * (mechanisms[place] ?? 0);
      return place === index || cosine === 0 ? [] : [{ postmortem: other, cosine }];
    });
  }

  /** What two share, what weighs most first; words as the first one writes them. */
  findShared(one: PostmortemEntry, other: PostmortemEntry): { mechanisms: string[]; words: string[] } {
    const [place, otherPlace] = [this.#getIndex(one), this.#getIndex(other)];
    return {
      mechanisms: this.#mechanisms.findSharedFeatures(place, otherPlace),
      words: this.#words
        .findSharedFeatures(place, otherPlace)
        .map((key) => this.#writtenForms[place]?.get(key) ?? key),
    };
  }

  /** @throws where the postmortem is not one of those it was made of: our own mistake */
  #getIndex(postmortem: PostmortemEntry): number {
    const place = this.#indexes.get(postmortem);
    if (place === undefined) throw new Error(`${postmortem.path} was not among the postmortems to compare`);
    return place;
  }
}

/** Without the names of the firm: who it happened to says nothing about how. */
function collectTerms(postmortem: PostmortemEntry): Term[] {
  const firm = new Set(extractTerms(postmortem.data.organization).map(({ key }) => key));
  return getPostmortemTexts(postmortem)
    .flatMap(extractTerms)
    .filter(({ key }) => !firm.has(key));
}

function countFeatures(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
