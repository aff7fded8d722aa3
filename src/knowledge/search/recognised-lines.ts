/** Finds the pasted lines that match a well-known error or are similar to a signal of a page. */

import { findSignatures } from './error-signatures.ts';
import { findSimilarSignals } from './page-relevance.ts';
import type { RankedPage } from './rank.ts';

export interface RecognisedLine {
  readonly text: string;
  /** The line number, from 1. */
  readonly number: number;
  /** The names of the well-known errors that it matches. */
  readonly signatures: readonly string[];
  /** Similar signals of the results. */
  readonly signals: readonly { readonly signal: string; readonly title: string; readonly href: string }[];
}

const MAX_LINES = 200;

export function findRecognisedLines(
  text: string,
  results: readonly Pick<RankedPage, 'page' | 'signals'>[],
): RecognisedLine[] {
  const withSignals = results.filter(({ signals }) => signals.length > 0);
  return text
    .split('\n')
    .slice(0, MAX_LINES)
    .map((line, index) => ({
      text: line.trim(),
      number: index + 1,
      signatures: findSignatures(line).map(({ name }) => name),
      signals: withSignals.flatMap(({ page, signals }) =>
        findSimilarSignals(line, signals).map(({ signal }) => ({
          signal,
          title: page.title,
          href: page.address,
        })),
      ),
    }))
    .filter(({ signatures, signals }) => signatures.length > 0 || signals.length > 0);
}
