/** By what a search can be narrowed. Apart from the rest, so that a browser loads no more than this. */
export const SEARCH_FILTERS = ['kind', 'service', 'tag', 'severity', 'year'] as const;

export type SearchFilter = (typeof SEARCH_FILTERS)[number];
