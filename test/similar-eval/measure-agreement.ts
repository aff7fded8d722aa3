/** How well a likeness agrees with pairs that were judged by hand. */
import type { JudgedPair } from './pairs.ts';

/** @returns the others that are alike enough to be shown, the most alike first */
export type FindSimilar = (id: string) => readonly string[];

export interface Figures {
  /** Both directions of each related pair. */
  readonly cases: number;
  /** Cases in which one of those judged related is among the first three. */
  readonly hits: number;
  /** Cases in which the very other of the pair is. */
  readonly exact: number;
  readonly unrelated: number;
  /** Unrelated pairs of which neither shows the other. */
  readonly below: number;
}

const MAX_SHOWN = 3;

/** @param all every related pair: what else is related to one counts as a hit too */
export function measureAgreement(
  related: readonly JudgedPair[],
  unrelated: readonly JudgedPair[],
  alikeTo: FindSimilar,
  all = related,
): Figures {
  const relatedTo = mapRelations(all);
  const cases = related.flatMap(([one, other]) => [
    { from: one, to: other },
    { from: other, to: one },
  ]);
  const first = (id: string) => alikeTo(id).slice(0, MAX_SHOWN);
  return {
    cases: cases.length,
    hits: cases.filter(({ from }) => first(from).some((id) => relatedTo.get(from)?.has(id))).length,
    exact: cases.filter(({ from, to }) => first(from).includes(to)).length,
    unrelated: unrelated.length,
    below: unrelated.filter(([one, other]) => !alikeTo(one).includes(other) && !alikeTo(other).includes(one))
      .length,
  };
}

function mapRelations(pairs: readonly JudgedPair[]): Map<string, Set<string>> {
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

/** Every other pair: `tuning` from the first on, `heldOut` from the second. */
export function splitInHalves<T>(pairs: readonly T[]): { tuning: T[]; heldOut: T[] } {
  return {
    tuning: pairs.filter((_, index) => index % 2 === 0),
    heldOut: pairs.filter((_, index) => index % 2 === 1),
  };
}
