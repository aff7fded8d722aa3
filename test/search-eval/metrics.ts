/** Measures how good an ordered answer is, and formats the table. */

export interface JudgedQuery {
  readonly kind: string;
  readonly query: string;
  /** The keys of the pages that answer it; empty where nothing does. */
  readonly relevant: readonly string[];
}

/** The answer of a search: keys, best first, and whether they are only the closest. */
export interface SearchAnswer {
  readonly keys: readonly string[];
  /** The same pages in the order in which they are shown, if it differs. */
  readonly shown?: readonly string[];
  readonly isClosest?: boolean;
}

export interface Score {
  readonly queries: number;
  /** Shares from 0 to 1. */
  readonly successAt1: number;
  /** Success@1 in the order in which the pages are shown. */
  readonly shownAt1: number;
  readonly successAt5: number;
  /** Mean reciprocal rank of the first relevant page among the first ten. */
  readonly mrr: number;
  readonly empty: number;
}

export function findRank({ relevant }: JudgedQuery, { keys }: SearchAnswer): number {
  const at = keys.slice(0, 10).findIndex((key) => relevant.includes(key));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

export function computeScore(pairs: readonly { judged: JudgedQuery; answered: SearchAnswer }[]): Score {
  const ranks = pairs.map(({ judged, answered }) => findRank(judged, answered));
  const shown = pairs.filter(({ judged, answered }) =>
    judged.relevant.includes((answered.shown ?? answered.keys)[0] ?? ''),
  );
  const share = (count: number) => (pairs.length > 0 ? count / pairs.length : 0);
  return {
    queries: pairs.length,
    successAt1: share(ranks.filter((rank) => rank === 1).length),
    shownAt1: share(shown.length),
    successAt5: share(ranks.filter((rank) => rank <= 5).length),
    mrr: share(ranks.reduce((sum, rank) => sum + 1 / rank, 0)),
    empty: share(pairs.filter(({ answered }) => answered.keys.length === 0).length),
  };
}

/** Rows by kind and a last one for all, for several searches side by side. */
export function formatScoreTable(columns: Readonly<Record<string, Readonly<Record<string, Score>>>>): string {
  const names = Object.keys(columns);
  const kinds = Object.keys(columns[names[0] ?? ''] ?? {});
  const cell = (text: string, width: number) => text.padStart(width);
  const head = ['kind'.padEnd(14), cell('n', 5), ...names.map((name) => `| ${name.padEnd(33)}`)].join(' ');
  const under = [' '.repeat(14), ' '.repeat(5), ...names.map(() => '|   S@1 shown   S@5   MRR   none')].join(
    ' ',
  );
  const rows = kinds.map((kind) => {
    const cells = names.map((name) => {
      const score = columns[name]?.[kind];
      if (!score) return '|';
      const { successAt1, shownAt1, successAt5, mrr, empty } = score;
      return `| ${formatPercent(successAt1)} ${formatPercent(shownAt1)} ${formatPercent(successAt5)} ${mrr.toFixed(2).padStart(5)} ${formatPercent(empty)} `;
    });
    return [kind.padEnd(14), cell(String(columns[names[0] ?? '']?.[kind]?.queries ?? 0), 5), ...cells].join(
      ' ',
    );
  });
  return [head, under, ...rows].join('\n');
}

function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)}`;
}
