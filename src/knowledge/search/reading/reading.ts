/** Collects the concepts of a query and what to report about its words. All functions that read a query add to it. */
import type { AliasGroup, NameSource } from '../aliases.ts';
import { ConceptList } from '../concept-list.ts';
import type { Concept, Correction, OtherNames, SearchTerm } from '../concepts.ts';
import type { SearchLexicon } from '../search-lexicon.ts';
import { normalizeText, toNameKey } from '../tokens.ts';
import { WEIGHTS } from '../weights.ts';
import type { WordFrequencies } from '../word-frequencies.ts';
import type { WordSet } from '../word-set.ts';
import { computeWordWeight, type WordContext } from '../word-weight.ts';

export interface ReadingOptions {
  readonly isLog: boolean;
  /** Normalized words to search for as typed. */
  readonly literal: ReadonlySet<string>;
  /** The stems of words whose meaning is that of a recognised error. */
  readonly explained?: ReadonlySet<string>;
  /** The words of recognised messages. That no page contains them does not matter. */
  readonly recognised?: ReadonlySet<string>;
  /** Names of the query in addition to those of the lexicon. */
  readonly names?: readonly NameSource[];
  readonly english?: WordSet | undefined;
  /** True if the query was in another language, whose words are no misspelled English ones. */
  readonly isForeign?: boolean;
  /** True if the thesaurus is used, so that ordinary English words count less. */
  readonly isEveryday?: boolean;
}

export class Reading {
  readonly lexicon: SearchLexicon;
  readonly isLog: boolean;
  readonly literal: ReadonlySet<string>;
  readonly names: readonly NameSource[];
  readonly english: WordSet | undefined;
  readonly isForeign: boolean;

  readonly corrections: Correction[] = [];
  readonly expansions: OtherNames[] = [];
  /** The terms of the thesaurus. */
  readonly inOtherWords: OtherNames[] = [];
  readonly unknown: string[] = [];
  /** The sum of the weights of the unknown words. */
  unknownWeight = 0;

  /** The importance of the words that are being read, from 0 to 1. */
  factor = 1;
  /** True if a program did not answer that the error does not name. */
  lacksSystem = false;

  readonly #list = new ConceptList();
  readonly #recognised: ReadonlySet<string>;
  readonly #context: WordContext;

  constructor(
    lexicon: SearchLexicon,
    {
      isLog,
      literal,
      explained = new Set(),
      recognised = new Set(),
      names = [],
      english,
      isForeign = false,
      isEveryday = false,
    }: ReadingOptions,
  ) {
    this.lexicon = lexicon;
    this.isLog = isLog;
    this.literal = literal;
    this.names = [lexicon.aliases, ...names];
    this.english = english;
    this.isForeign = isForeign;
    this.#recognised = recognised;
    this.#context = { isLog, explained, english, isEveryday };
  }

  get concepts(): readonly Concept[] {
    return this.#list.concepts;
  }

  get frequencies(): WordFrequencies {
    return this.lexicon.wordFrequencies;
  }

  /** @param groups the names that the words are together */
  computeWeight(words: readonly string[], groups: readonly AliasGroup[]): number {
    const weight = computeWordWeight(words, groups, this.#context) * this.factor;
    return this.lacksSystem && findSystem(groups) ? Math.max(weight, WEIGHTS.error.meaning) : weight;
  }

  addConcept(
    source: string,
    terms: readonly SearchTerm[],
    weight: number,
    {
      groups = [],
      isTechnical = false,
      isEssential = false,
      isSystem = false,
      isReporter = false,
    }: ConceptFacts = {},
  ): void {
    const marks = {
      ...(isTechnical ? { isTechnical } : {}),
      ...(isEssential ? { isEssential } : {}),
      ...(isSystem ? { isSystem } : {}),
      ...(isReporter ? { isReporter } : {}),
    };
    this.#list.add({ source, weight, terms, ...marks }, findSystem(groups));
  }

  /** Adds a phrase that every result must contain. Without terms, it is reported as unknown. */
  addPhrase(source: string, terms: readonly SearchTerm[], weight: number): void {
    if (terms.length === 0) this.#reportUnknown(source, weight);
    this.#list.addPhrase({ source, weight, terms, isRequired: true });
  }

  /** Reports words that no page contains, each once, unless they are in a recognised message. */
  addUnknown(words: readonly string[]): void {
    for (const word of words) {
      const isNew = !this.unknown.some((other) => normalizeText(other) === normalizeText(word));
      const isRecognised = this.#recognised.has(normalizeText(word));
      if (!isNew || isRecognised || !this.frequencies.isConclusive(normalizeText(word))) continue;
      this.#reportUnknown(word, this.computeWeight([normalizeText(word)], []));
    }
  }

  #reportUnknown(words: string, weight: number): void {
    this.unknown.push(words);
    this.unknownWeight += weight;
  }
}

interface ConceptFacts {
  /** The names that it is among. */
  readonly groups?: readonly AliasGroup[];
  readonly isTechnical?: boolean;
  readonly isEssential?: boolean;
  readonly isSystem?: boolean;
  readonly isReporter?: boolean;
}

/** Returns the first name of the product or service that the groups are about, or `undefined` if there are several. */
function findSystem(groups: readonly AliasGroup[]): string | undefined {
  const systems = groups.filter(({ type }) => type === 'service' || type === 'product');
  const names = new Set(systems.map(({ names: [first = ''] }) => toNameKey(first).replaceAll(' ', '')));
  return names.size === 1 ? [...names][0] : undefined;
}
