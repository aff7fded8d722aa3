/**
 * The interface between the ranking and a search engine. The ranking looks up one word or phrase at a time and gets the
 * places where a page contains it. Implemented with Pagefind (browser and Node) and MiniSearch.
 */
import type { Kind } from '../schema/kinds.ts';
import type { ProcedureMark } from '../schema/procedure-marks.ts';
import type { SearchFilter } from './search-filters.ts';

/** The parts of a page with a weight of their own; the rest is text. */
export const SEARCH_FIELDS = ['title', 'aliases', 'signals'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/**
 * - `word`: a word in any of its inflected forms
 * - `prefix`: words that start with the text
 * - `all`: several words, anywhere in the page
 * - `phrase`: several words in this order, or exactly one word without its inflected forms
 * - `whole`: an identifier as one word, without punctuation
 */
type MatchMode = 'word' | 'prefix' | 'all' | 'phrase' | 'whole';

/** Words of at most this length are the start of too many others, so their inflected forms need a lookup of their own. */
export const MAX_SHORT_WORD_LENGTH = 4;

export interface Lookup {
  /** Lower case, with one space between words. */
  readonly text: string;
  readonly match: MatchMode;
}

export type Filters = Readonly<Partial<Record<SearchFilter, readonly string[]>>>;

/** A page that matches a lookup. */
export interface Hit {
  /** The engine's key of the page, the same for all lookups. */
  readonly key: string;
  /** The engine's score, comparable only within one lookup. */
  readonly score: number;
  readonly fields: readonly SearchField[];
  /** The indexes in `Page.words` of the matching words. */
  readonly locations: readonly number[];
  load(): Promise<Page>;
}

export interface Page {
  /** Absent for pages of sites that are not knowledge bases. */
  readonly kind?: Kind;
  /** Empty if `kind` is absent. */
  readonly id: string;
  /** With an anchor for a procedure. */
  readonly address: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly signals: readonly string[];
  /** The whole text, word by word. */
  readonly words: readonly string[];
  /** The sections in order; `at` is the index of a section's first word. */
  readonly anchors: readonly { readonly at: number; readonly anchor: string; readonly title: string }[];
  /** Whose it is: absent for your own. */
  readonly owner?: string;
  readonly date?: string;
  readonly severity?: string;
  readonly worked?: string;
  /** The first attempt that made it worse, in one line. */
  readonly worsened?: string;
  /** The first steps of a procedure. */
  readonly steps?: readonly string[];
  /** The id of its printable checklist. */
  readonly checklist?: string;
  readonly marks?: readonly ProcedureMark[];
  /** The number of postmortems that taught or confirmed it. */
  readonly evidence: number;
  /** The title of the knowledge base, if it is another one. */
  readonly source?: string;
}

export interface SearchEngine {
  /** True if no lookup has to load anything, so that an answer comes at once. */
  readonly isInMemory?: boolean;
  /**
   * Finds the pages that match a lookup, best first. Finds nothing if no page contains the text, rather than something
   * similar.
   *
   * @throws an `AbortError` once `signal` is aborted
   */
  lookUp(lookup: Lookup, filters: Filters, signal?: AbortSignal): Promise<Hit[]>;
  /** Returns all pages that pass the filters, in no particular order. */
  listPages(filters: Filters): Promise<Hit[]>;
  /** Returns the keys of the pages that have each value of a filter. */
  loadPagesByValue(filter: SearchFilter): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}
