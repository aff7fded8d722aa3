/** Finds the pasted lines that match a well-known error or are similar to a signal of a page. */

import type { RecognisedError } from './errors/recognise-errors.ts';
import { findSimilarSignals, QueryLines } from './page-relevance.ts';
import type { RankedPage } from './rank.ts';

export interface RecognisedLine {
  readonly text: string;
  /** The line number, from 1. */
  readonly number: number;
  /** The titles of the known errors in it. */
  readonly errors: readonly string[];
  /** Similar signals of the results. */
  readonly signals: readonly { readonly signal: string; readonly title: string; readonly href: string }[];
}

const MAX_LINES = 200;

export function findRecognisedLines(
  text: string,
  knownErrors: readonly Pick<RecognisedError, 'title' | 'lines'>[],
  results: readonly Pick<RankedPage, 'page' | 'signals'>[],
): RecognisedLine[] {
  const withSignals = results.filter(({ signals }) => signals.length > 0);
  return text
    .split('\n')
    .slice(0, MAX_LINES)
    .map((line, index) => ({
      text: line.trim(),
      number: index + 1,
      errors: knownErrors.filter(({ lines }) => lines.includes(index + 1)).map(({ title }) => title),
      signals: withSignals.flatMap(({ page, signals }) =>
        findSimilarSignals(new QueryLines(line), signals).map(({ signal }) => ({
          signal,
          title: page.title,
          href: page.address,
        })),
      ),
    }))
    .filter(({ errors, signals }) => errors.length > 0 || signals.length > 0);
}
