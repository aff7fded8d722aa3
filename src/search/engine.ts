/** What a search answers, whatever engine stands behind it. */
import type { Kind } from '../knowledge/kinds.ts';
import type { SearchFilter } from '../knowledge/search-filters.ts';

/** The chosen value of each filter; a filter that is left out does not narrow. */
export type ChosenFilters = Readonly<Partial<Record<SearchFilter, string>>>;

/** Text with the places that matched marked. */
export type Passage = readonly { readonly text: string; readonly marked: boolean }[];

export interface SearchResult {
  readonly kind: Kind;
  readonly title: string;
  readonly href: string;
  readonly passage: Passage;
  readonly date?: string | undefined;
  readonly severity?: string | undefined;
  /** What helped, in one line. */
  readonly worked?: string | undefined;
  /** The sections that matched, with the addresses of their anchors. */
  readonly sections: readonly { readonly title: string; readonly href: string; readonly passage: Passage }[];
}

export interface SearchAnswer {
  /** How many match; `results` holds the first of them. */
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** For each filter, the values that results have and how many have them. */
  readonly counts: Readonly<Partial<Record<SearchFilter, Readonly<Record<string, number>>>>>;
}

export interface SearchEngine {
  /**
   * @param limit how many results to load
   * @throws where the index cannot be loaded
   */
  search(query: string, filters: ChosenFilters, limit: number): Promise<SearchAnswer>;
}
