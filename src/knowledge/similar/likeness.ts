/** How alike the texts of postmortems are: by the ways to fail that they tell of, and by their words. */
import type { PostmortemEntry } from '../graph/entries.ts';
import { mechanismsIn } from './mechanisms.ts';
import { type Term, termsOf } from './terms.ts';
import { textsOf } from './texts.ts';
import { Vectors } from './vectors.ts';

/** The rest is the share of the words. Chosen on the tuning half of `test/similar-eval/pairs.ts`, as are the others. */
const SHARE_OF_MECHANISMS = 0.25;
const HALF_OF_WORDS = 1.5;
const HALF_OF_MECHANISMS = 4;

export interface AlikeText {
  readonly postmortem: PostmortemEntry;
  /** From 0 (nothing shared) to 1 (the same text). */
  readonly cosine: number;
}

export class Likeness {
  readonly #postmortems: readonly PostmortemEntry[];
  readonly #places: ReadonlyMap<PostmortemEntry, number>;
  readonly #words: Vectors;
  readonly #mechanisms: Vectors;
  /** How each postmortem writes its words, by what they are compared by. */
  readonly #written: readonly ReadonlyMap<string, string>[];

  constructor(postmortems: readonly PostmortemEntry[]) {
    this.#postmortems = postmortems;
    this.#places = new Map(postmortems.map((postmortem, index) => [postmortem, index]));
    const words = postmortems.map(wordsOf);
    this.#written = words.map((terms) => new Map(terms.map(({ key, written }) => [key, written])));
    this.#words = new Vectors(
      words.map((terms) => countOf(terms.map(({ key }) => key))),
      HALF_OF_WORDS,
    );
    this.#mechanisms = new Vectors(
      postmortems.map((postmortem) => countOf(textsOf(postmortem).flatMap(mechanismsIn))),
      HALF_OF_MECHANISMS,
    );
  }

  /** All others that share anything, in the order of the knowledge base. */
  to(postmortem: PostmortemEntry): AlikeText[] {
    const index = this.#placeOf(postmortem);
    const words = this.#words.cosines(index);
    const mechanisms = this.#mechanisms.cosines(index);
    return this.#postmortems.flatMap((other, place) => {
      // Where both tell of no mechanism, their words are all there is to compare.
      const share =
        this.#mechanisms.isEmpty(index) && this.#mechanisms.isEmpty(place) ? 0 : SHARE_OF_MECHANISMS;
      const cosine = (1 - share) * (words[place] ?? 0) + share * (mechanisms[place] ?? 0);
      return place === index || cosine === 0 ? [] : [{ postmortem: other, cosine }];
    });
  }

  /** What two share, what weighs most first; words as the first one writes them. */
  shared(one: PostmortemEntry, other: PostmortemEntry): { mechanisms: string[]; words: string[] } {
    const [place, otherPlace] = [this.#placeOf(one), this.#placeOf(other)];
    return {
      mechanisms: this.#mechanisms.shared(place, otherPlace),
      words: this.#words.shared(place, otherPlace).map((key) => this.#written[place]?.get(key) ?? key),
    };
  }

  /** @throws where the postmortem is not one of those it was made of: our own mistake */
  #placeOf(postmortem: PostmortemEntry): number {
    const place = this.#places.get(postmortem);
    if (place === undefined) throw new Error(`${postmortem.path} was not among the postmortems to compare`);
    return place;
  }
}

/** Without the names of the firm: who it happened to says nothing about how. */
function wordsOf(postmortem: PostmortemEntry): Term[] {
  const firm = new Set(termsOf(postmortem.data.organization).map(({ key }) => key));
  return textsOf(postmortem)
    .flatMap(termsOf)
    .filter(({ key }) => !firm.has(key));
}

function countOf(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
