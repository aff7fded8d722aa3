/** Pasted lines: which of them say something that is known, as an error signature or as a signal of the content. */

import { findSignatures } from './error-signatures.ts';
import { findSimilarSignals } from './page-relevance.ts';
import type { RankedPage } from './rank.ts';

export interface RecognisedLine {
  /** The line as it was pasted. */
  readonly text: string;
  /** Its number, from 1. */
  readonly number: number;
  /** The names of the well-known errors that it shows. */
  readonly signatures: readonly string[];
  /** Signals of pages that were found, and that it resembles. */
  readonly signals: readonly { readonly signal: string; readonly title: string; readonly href: string }[];
}

const MAX_LINES = 200;

/** The lines in which something was recognised, in order. */
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
