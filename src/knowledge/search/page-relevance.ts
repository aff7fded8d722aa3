/** Computes how well a loaded page as a whole fits a query: by its kind, title, signals and evidence. */

import { joinLetters } from './cjk.ts';
import { STOP_WORDS } from './common-words.ts';
import { stripNoise } from './log-noise.ts';
import type { Page } from './search-engine.ts';
import { stem } from './stem.ts';
import { listWords } from './tokens.ts';
import type { QueryUnderstanding } from './understand-query.ts';
import { WEIGHTS } from './weights.ts';

export interface PageRelevance {
  /** The factor for the page's score. */
  readonly factor: number;
  /** Signals of the page that resemble a line of the query, the most similar first. */
  readonly signals: readonly string[];
}

const MIN_SIGNAL_SIMILARITY = 0.6;

export function computeRelevance(
  page: Page,
  { concepts, isLog, errors }: Pick<QueryUnderstanding, 'concepts' | 'isLog' | 'errors'>,
  lines: QueryLines,
): PageRelevance {
  const queryStems = new Set(
    concepts.flatMap(({ terms }) => terms.flatMap(({ text }) => joinLetters(text).split(' ').map(stem))),
  );
  const titleStems = [...toStemSet(page.title)];
  const titleShare =
    titleStems.length > 0 ? titleStems.filter((word) => queryStems.has(word)).length / titleStems.length : 0;
  const similarSignals = findSimilarSignals(lines, page.signals);
  const bestSimilarity = similarSignals[0]?.similarity ?? 0;
  const kind = page.kind ? WEIGHTS.kind[page.kind] : 1;
  // A log names systems, but asks what happened to them.
  const isStub = (isLog || errors.length > 0) && (page.kind === 'service' || page.kind === 'organization');
  const stub = isStub ? WEIGHTS.stub : 1;
  const evidence = 1 + WEIGHTS.evidence * Math.log2(1 + page.evidence);
  const source = page.source === undefined ? 1 : WEIGHTS.otherSource;
  const outline = page.marks?.includes('outline') ? WEIGHTS.outline : 1;
  const title = 1 + WEIGHTS.titleNamed * titleShare;
  const signal = 1 + WEIGHTS.signalLine * bestSimilarity;
  return {
    factor: kind * stub * evidence * source * outline * title * signal,
    signals: similarSignals.map((similar) => similar.signal),
  };
}

interface SimilarSignal {
  readonly signal: string;
  readonly similarity: number;
}

/** The lines of a query, to compare with the signals of many pages. They are read when the first page has a signal. */
export class QueryLines {
  readonly #text: string;
  #stems: readonly ReadonlySet<string>[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The stems of each different line. */
  get stems(): readonly ReadonlySet<string>[] {
    this.#stems ??= [...new Set(stripNoise(this.#text).text.split('\n'))]
      .map(toStemSet)
      .filter(({ size }) => size > 1);
    return this.#stems;
  }
}

/** Returns the signals that resemble a line, the most similar first. */
export function findSimilarSignals(lines: QueryLines, signals: readonly string[]): SimilarSignal[] {
  return signals
    .map((signal) => {
      const words = toStemSet(stripNoise(signal).text);
      const similarities = lines.stems.map((line) => computeOverlap(line, words));
      return { signal, similarity: similarities.reduce((a, b) => Math.max(a, b), 0) };
    })
    .filter(({ similarity }) => similarity >= MIN_SIGNAL_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
}

/**
 * Computes the overlap coefficient of two sets of words: the common share of the smaller one, so that a short signal
 * is recognised in a long line. One common word alone is not enough.
 */
function computeOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common < 2 ? 0 : common / Math.min(a.size, b.size);
}

function toStemSet(text: string): Set<string> {
  return new Set(
    listWords(text)
      .filter((word) => !STOP_WORDS.has(word))
      .map(stem),
  );
}
