/** A secret or a piece of personal data in the text of a file, and how it is hidden. */
import type { Span } from '../problem.ts';

export interface FoundSecret {
  /** A noun phrase: `AWS access key id`. */
  readonly what: string;
  readonly family: 'secret' | 'personal-data';
  /** The narrowest place: the password of a connection string, not the whole string. */
  readonly span: Span;
  /** The text to show instead, of the same length. */
  readonly masked: string;
  /** Six hexadecimal digits that identify the secret without revealing it. */
  readonly fingerprint: string;
}

/** The secrets of each file by its path below the content folder, from top to bottom without overlaps. */
export type SecretsByPath = ReadonlyMap<string, readonly FoundSecret[]>;

/** Hides a value: the first four characters of a long secret stay, so that its owner can recognize it. */
export function maskValue(value: string, family: FoundSecret['family']): string {
  const shown = family === 'secret' && value.length >= 16 ? 4 : 0;
  return value.slice(0, shown) + value.slice(shown).replace(/[^\s]/g, '•');
}

/**
 * Replaces each secret by its mask. Everything else stays at its offset.
 *
 * @param secrets from top to bottom, without overlaps
 */
export function maskText(text: string, secrets: readonly FoundSecret[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, masked } of secrets) {
    parts.push(text.slice(at, span.start), masked);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
