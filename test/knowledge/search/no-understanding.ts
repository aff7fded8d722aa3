import type { QueryUnderstanding } from '../../../src/knowledge/search/understand-query.ts';

/** A query in which nothing was understood. */
export const NO_UNDERSTANDING: QueryUnderstanding = {
  query: '',
  text: '',
  isLog: false,
  tokens: [],
  noise: [],
  errors: [],
  cut: { isCut: false, cutLines: 0 },
  corrections: [],
  expansions: [],
  inOtherWords: [],
  unknown: [],
  unknownWeight: 0,
  phrases: [],
  concepts: [],
};
