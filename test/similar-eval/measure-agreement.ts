/** Measures how well a similarity measure agrees with pairs that were rated by hand. */
import type { Knowledge } from '../../src/knowledge/graph/knowledge.ts';
import { PostmortemSimilarity } from '../../src/knowledge/similar/similar-postmortems.ts';
import type { RatedPair } from './pairs.ts';

/** Returns the ids of those similar enough to be shown, the most similar first. */
export type FindSimilar = (id: string) => readonly string[];

export function createFindSimilar(knowledge: Knowledge): FindSimilar {
  const similarity = new PostmortemSimilarity(knowledge);
  return (id) =>
    similarity.findSimilar(knowledge.get('postmortem', id)).map(({ postmortem }) => postmortem.id);
}

export interface Figures {
  /** Both directions of each related pair. */
  readonly cases: number;
  /** Cases in which any related one is among the first three. */
  readonly hits: number;
  /** Cases in which the other one of the pair is among the first three. */
  readonly exact: number;
  readonly unrelated: number;
  /** Unrelated pairs of which neither finds the other. */
  readonly below: number;
}

const MAX_SHOWN = 3;

/** @param all every related pair: any of them counts as a hit */
export function measureAgreement(
  related: readonly RatedPair[],
  unrelated: readonly RatedPair[],
  findSimilar: FindSimilar,
  all = related,
): Figures {
  const relatedTo = mapRelations(all);
  const cases = related.flatMap(([one, other]) => [
    { from: one, to: other },
    { from: other, to: one },
  ]);
  const first = (id: string) => findSimilar(id).slice(0, MAX_SHOWN);
  return {
    cases: cases.length,
    hits: cases.filter(({ from }) => first(from).some((id) => relatedTo.get(from)?.has(id))).length,
    exact: cases.filter(({ from, to }) => first(from).includes(to)).length,
    unrelated: unrelated.length,
    below: unrelated.filter(
      ([one, other]) => !findSimilar(one).includes(other) && !findSimilar(other).includes(one),
    ).length,
  };
}

function mapRelations(pairs: readonly RatedPair[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      found.set(from, new Set([...(found.get(from) ?? []), to]));
    }
  }
  return found;
}

/** Splits pairs alternately into a tuning half and a held-out half. */
export function splitInHalves<T>(pairs: readonly T[]): { tuning: T[]; heldOut: T[] } {
  return {
    tuning: pairs.filter((_, index) => index % 2 === 0),
    heldOut: pairs.filter((_, index) => index % 2 === 1),
  };
}
