/** Compares the answer that is shown while you type with the whole answer that replaces it. */
import type { SearchIndex } from '../../src/knowledge/search/find-pages.ts';
import { search } from '../../src/knowledge/search/search.ts';
import type { SearchAnswer } from '../../src/knowledge/search/search-answer.ts';
import { computeScore, type JudgedQuery, type Score } from './metrics.ts';

/** As many results as the search panel shows while you type. */
const FIRST_RESULTS = 5;

interface ComparedAnswers {
  readonly judged: JudgedQuery;
  readonly quick: { readonly keys: readonly string[] };
  readonly whole: { readonly keys: readonly string[] };
}

/** Prints Success@5 and Success@1 of both answers, and how often the first result differs, by kind and over all. */
export async function reportQuickAnswers(
  name: string,
  index: SearchIndex,
  queries: readonly JudgedQuery[],
): Promise<void> {
  const pairs: ComparedAnswers[] = [];
  for (const judged of queries) pairs.push(await compareAnswers(index, judged));
  console.log(`\nWhile you type, and when the whole answer is there (${name})`);
  console.log(`${'kind'.padEnd(14)}     n |   S@5  whole |   S@1  whole | other first result`);
  for (const kind of new Set(queries.map(({ kind }) => kind)))
    printRow(
      kind,
      pairs.filter(({ judged }) => judged.kind === kind),
    );
  printRow('all', pairs);
}

async function compareAnswers(index: SearchIndex, judged: JudgedQuery): Promise<ComparedAnswers> {
  const options = { limit: 10, quickLimit: FIRST_RESULTS };
  const quick = await search(index, judged.query, { ...options, isQuick: true });
  const whole = await search(index, judged.query, options);
  return { judged, quick: listKeys(quick), whole: listKeys(whole) };
}

function listKeys({ results }: SearchAnswer): { keys: string[] } {
  return { keys: results.map(({ kind, id }) => `${kind}:${id}`) };
}

function printRow(name: string, pairs: readonly ComparedAnswers[]): void {
  const score = (which: 'quick' | 'whole'): Score =>
    computeScore(pairs.map((pair) => ({ judged: pair.judged, answered: pair[which] })));
  const [quick, whole] = [score('quick'), score('whole')];
  const changed = pairs.filter((pair) => pair.quick.keys[0] !== pair.whole.keys[0]).length;
  const cells = [
    `${formatPercent(quick.successAt5)} ${formatPercent(whole.successAt5)} `,
    `${formatPercent(quick.successAt1)} ${formatPercent(whole.successAt1)} `,
    `${changed} of ${pairs.length} (${formatPercent(changed / pairs.length).trim()} %)`,
  ];
  console.log(`${name.padEnd(14)} ${String(pairs.length).padStart(5)} | ${cells.join('| ')}`);
}

function formatPercent(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}
