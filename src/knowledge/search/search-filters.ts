/** The filters of a search, in a module of their own so that a browser loads nothing else. */
export const SEARCH_FILTERS = ['kind', 'organization', 'team', 'service', 'tag', 'severity', 'year'] as const;

export type SearchFilter = (typeof SEARCH_FILTERS)[number];
