/** The levels that the search has reached on the project's own content, and must not fall below again. */
import type { Score } from './metrics.ts';
import { PARAPHRASE } from './queries.ts';

export interface ScoreThresholds {
  /** Success@5 over all queries, and within each kind; shares from 0 to 1. */
  readonly all: number;
  readonly eachKind: number;
  /** Success@1 over all queries, and within each kind except paraphrases. */
  readonly first: number;
  readonly eachKindFirst: number;
  /** Success@5 of the kinds with a level of their own. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** The share of queries with the same best match in a bundle as online, from 0 to 1. */
export const MIN_SAME_IN_BUNDLE = 0.95;

export const MIN_SCORES: Readonly<Record<string, ScoreThresholds>> = {
  'ours, Pagefind': {
    all: 0.97,
    eachKind: 0.9,
    first: 0.86,
    eachKindFirst: 0.7,
    kinds: { foreign: 0.9, paraphrase: 0.3 },
  },
  'ours, MiniSearch': {
    all: 0.97,
    eachKind: 0.9,
    first: 0.86,
    eachKindFirst: 0.7,
    kinds: { foreign: 0.9, paraphrase: 0.3 },
  },
};

/** Lists every score below its threshold, one sentence each; a query without any result also counts. */
export function findScoresBelow(
  name: string,
  scores: Readonly<Record<string, Score>>,
  { all, eachKind, first, eachKindFirst, kinds }: ScoreThresholds,
): string[] {
  const below = (what: string, share: number, level: number) =>
    share < level
      ? [`${name}: ${what} is ${formatPercent(share)}, expected at least ${formatPercent(level)}`]
      : [];
  return Object.entries(scores).flatMap(([kind, { successAt1, shownAt1, successAt5, empty }]) => [
    ...below(`Success@5 of ${kind}`, successAt5, kind === 'all' ? all : (kinds[kind] ?? eachKind)),
    ...(kind === PARAPHRASE
      ? []
      : below(`Success@1 of ${kind}`, successAt1, kind === 'all' ? first : eachKindFirst)),
    ...(shownAt1 === successAt1 ? [] : [`${name}: the first page of ${kind} is not the one that is shown`]),
    ...(empty > 0 ? [`${name}: ${formatPercent(empty)} of ${kind} have no result, expected none`] : []),
  ]);
}

function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
