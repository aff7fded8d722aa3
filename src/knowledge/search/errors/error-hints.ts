/**
 * Tells whether a text may contain a known error, so that a browser loads the table of errors only if it may help. The
 * hints are a set of the words and pairs of words that messages contain. It misses no message of certain words, and
 * accepts some other words by mistake.
 */
import type { WordSet } from '../word-set.ts';
import { hasSeverityLabel } from './line-importance.ts';
import { listKeys } from './message-template.ts';

/** Status codes, names of classes and constants, and the ends of host names. */
const CODE = /\b[45]\d\d\b|\b\d{5}\b|[a-z][A-Z][a-z]|\w_\w|::|:\d{2,5}\b/;

export function mayContainError(text: string, hints: WordSet): boolean {
  return CODE.test(text) || hasSeverityLabel(text) || [...listKeys(text)].some((key) => hints.has(key));
}
