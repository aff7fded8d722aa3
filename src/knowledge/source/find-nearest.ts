/** "Did you mean": the nearest of the words that exist. */

/**
 * The optimal string alignment distance: the number of insertions, deletions, replacements and swaps
 * of neighbours that make one word of the other, no part of it edited twice. A swap costs one, which
 * is what a hurried hand does most (Damerau, "A technique for computer detection and correction of
 * spelling errors", 1964).
 *
 * @param limit the search stops as soon as the distance must be larger, and says some number above it.
 */
export function computeEditDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let rows: DistanceRows = {
    beforeLast: [],
    last: Array.from({ length: b.length + 1 }, (_, column) => column),
  };
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++)
      current.push(computeCellCost(a, b, row, column, current, rows));
    if (Math.min(...current) > limit) return limit + 1;
    rows = { beforeLast: rows.last, last: current };
  }
  return rows.last[b.length] ?? 0;
}

/** The two rows of the table above the current one. */
interface DistanceRows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
}

function computeCellCost(
  a: string,
  b: string,
  row: number,
  column: number,
  current: readonly number[],
  rows: DistanceRows,
) {
  const replaced = (rows.last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
  const cost = Math.min((rows.last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced);
  const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(cost, (rows.beforeLast[column - 2] ?? 0) + 1) : cost;
}

/**
 * The candidate nearest to a word, if one is near enough to be what was meant: at most a third of the
 * word's letters apart (one for a word of two), and never more than four.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let limit = Math.min(4, Math.max(wanted.length > 1 ? 1 : 0, Math.floor(wanted.length / 3)));
  let best: string | undefined;
  for (const candidate of candidates) {
    const distance = computeEditDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit || (best !== undefined && distance === limit)) continue;
    best = candidate;
    limit = distance;
    if (distance === 0) break;
  }
  return best;
}
