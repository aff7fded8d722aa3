/** Runs queries through all searches, prints the table, and on request what was missed. */
import { evaluateSearch, type Outcome, type Searches } from './evaluate-search.ts';
import { findRank, formatScoreTable, type JudgedQuery } from './metrics.ts';

export interface ReportOptions {
  /** Print the queries whose answer is not among the first so many. */
  readonly missesBelow?: number | undefined;
  readonly only?: string | undefined;
}

export async function reportScores(
  { searches }: Searches,
  queries: readonly JudgedQuery[],
  { missesBelow, only }: ReportOptions,
): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const [name, search] of Object.entries(searches)) {
    if (only && !name.includes(only)) continue;
    outcomes[name] = await evaluateSearch(search, queries);
  }
  if (missesBelow !== undefined) {
    for (const [name, outcome] of Object.entries(outcomes)) {
      if (name !== 'plain Pagefind') printMisses(name, outcome, missesBelow);
    }
  }
  console.log(
    formatScoreTable(
      Object.fromEntries(Object.entries(outcomes).map(([name, { scores }]) => [name, scores])),
    ),
  );
  return outcomes;
}

function printMisses(name: string, { pairs }: Outcome, missesBelow: number): void {
  for (const { judged, answered } of pairs) {
    if (findRank(judged, answered) <= missesBelow) continue;
    console.log(`${name} · ${judged.kind} · ${judged.query}`);
    console.log(`  got   ${answered.keys.slice(0, 5).join('  ')}`);
    console.log(`  want  ${judged.relevant.join('  ')} (at ${findRank(judged, answered)})`);
  }
}
