/**
 * What the ranking asks of a search engine: one word or phrase at a time, and for each page where it
 * stands. Pagefind (browser and Node) and MiniSearch answer the same questions.
 */
import type { Kind } from '../schema/kinds.ts';
import type { SearchFilter } from './search-filters.ts';

/** The parts of a page that are told apart; anything else is its text. */
export const SEARCH_FIELDS = ['title', 'aliases', 'signals'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/**
 * - `word`: this word, in any of its inflected forms;
 * - `prefix`: words that begin so;
 * - `all`: several words, all of them somewhere in the page;
 * - `phrase`: several words, one after the other; of one word, exactly this and nothing else;
 * - `whole`: an identifier in one piece, punctuation left out.
 */
export type MatchMode = 'word' | 'prefix' | 'all' | 'phrase' | 'whole';

/** Up to so many letters a word is the beginning of too many others: its forms are looked up apart from it. */
export const MAX_SHORT_WORD_LENGTH = 4;

export interface Lookup {
  /** In lower case; words separated by one space. */
  readonly text: string;
  readonly match: MatchMode;
}

export type Filters = Readonly<Partial<Record<SearchFilter, readonly string[]>>>;

/** One page that a lookup found. */
export interface Hit {
  /** The engine's own name of the page, the same in all its answers. */
  readonly key: string;
  /** The engine's own score, comparable within one answer only. */
  readonly score: number;
  readonly fields: readonly SearchField[];
  /** The numbers of the words of `Page.words` that matched, from 0. */
  readonly locations: readonly number[];
  load(): Promise<Page>;
}

/** What is known of a page once it is loaded. */
export interface Page {
  /** What it is; absent for pages of other sites that are not knowledge bases. */
  readonly kind?: Kind;
  /** Empty where `kind` is absent. */
  readonly id: string;
  /** Its address, without an anchor. */
  readonly address: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly signals: readonly string[];
  /** All of its text, word by word. */
  readonly words: readonly string[];
  /** Where its sections begin, in order: the number of their first word. */
  readonly anchors: readonly { readonly at: number; readonly anchor: string; readonly title: string }[];
  readonly date?: string;
  readonly severity?: string;
  readonly worked?: string;
  /** The id of its printable checklist. */
  readonly checklist?: string;
  /** How many postmortems taught or confirmed it. */
  readonly evidence: number;
  /** The knowledge base it is from, where it is another one. */
  readonly source?: string;
}

export interface SearchEngine {
  /**
   * Best first. An engine that knows no such word answers with nothing, never with something else.
   *
   * @throws an `AbortError` once `signal` is aborted
   */
  lookUp(lookup: Lookup, filters: Filters, signal?: AbortSignal): Promise<Hit[]>;
  /** Loads what looking up words that begin so will need. */
  preload(beginning: string): Promise<void>;
  /** All pages that the filters let pass, in no order of their own. */
  listPages(filters: Filters): Promise<Hit[]>;
  /** The pages that each value of a filter holds, for counting: value → keys. */
  loadPagesByValue(filter: SearchFilter): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}
