/** How well a loaded page suits a query as a whole: its kind, its title, its signals, its evidence. */

import { STOP_WORDS } from './common-words.ts';
import { stripNoise } from './log-noise.ts';
import type { Page } from './search-engine.ts';
import { stem } from './stem.ts';
import { tokenize } from './tokens.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { WEIGHTS } from './weights.ts';

export interface PageRelevance {
  /** What the page's score is multiplied by. */
  readonly factor: number;
  /** Signals of the page that a line of the query resembles, the most alike first. */
  readonly signals: readonly string[];
}

/** From here on a signal and a line are taken for the same thing seen twice. */
export const MIN_SIGNAL_SIMILARITY = 0.6;

export function computeRelevance(
  page: Page,
  { query, concepts }: Pick<QueryUnderstanding, 'query' | 'concepts'>,
): PageRelevance {
  const asked = new Set(
    concepts.flatMap(({ terms }) => terms.flatMap(({ text }) => text.split(' ').map(stem))),
  );
  const title = [...toStemSet(page.title)];
  const named = title.length > 0 ? title.filter((word) => asked.has(word)).length / title.length : 0;
  const alike = findSimilarSignals(query, page.signals);
  const best = alike[0]?.likeness ?? 0;
  const kind = page.kind ? WEIGHTS.kind[page.kind] : 1;
  const evidence = 1 + WEIGHTS.evidence * Math.log2(1 + page.evidence);
  const source = page.source === undefined ? 1 : WEIGHTS.otherSource;
  const factor =
    kind * evidence * source * (1 + WEIGHTS.titleNamed * named) * (1 + WEIGHTS.signalLine * best);
  return { factor, signals: alike.map(({ signal }) => signal) };
}

interface SimilarSignal {
  readonly signal: string;
  readonly likeness: number;
}

/** The signals that a line resembles at least as much as `ALIKE`, the most alike first. */
export function findSimilarSignals(text: string, signals: readonly string[]): SimilarSignal[] {
  const lines = text
    .split('\n')
    .map((line) => toStemSet(stripNoise(line).text))
    .filter(({ size }) => size > 1);
  return signals
    .map((signal) => {
      const words = toStemSet(stripNoise(signal).text);
      return { signal, likeness: Math.max(0, ...lines.map((line) => computeOverlap(line, words))) };
    })
    .filter(({ likeness }) => likeness >= MIN_SIGNAL_SIMILARITY)
    .sort((a, b) => b.likeness - a.likeness);
}

/**
 * How much two sets of words have in common, as a share of the smaller one, so that a short signal is
 * recognised in a long line (the overlap coefficient); one word alone is not enough.
 */
function computeOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common < 2 ? 0 : common / Math.min(a.size, b.size);
}

function toStemSet(text: string): Set<string> {
  const words = tokenize(text).flatMap(({ parts }) => parts);
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stem));
}
