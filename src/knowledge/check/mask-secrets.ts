/** Secrets as they were found, and how they are hidden wherever something is printed. */
import type { Span } from '../source/problem.ts';

export interface FoundSecret {
  /** What it is, as a noun phrase: `AWS access key id`. */
  readonly what: string;
  readonly family: 'secret' | 'personal-data';
  /** Where it stands: the password of a connection string, not the whole of it. */
  readonly span: Span;
  /** What may be shown of it, of the same length. */
  readonly masked: string;
  /** Six hexadecimal digits that tell it from others and do not give it away. */
  readonly fingerprint: string;
}

/** By the path of the file; files without any are left out. */
export type SecretsByPath = ReadonlyMap<string, readonly FoundSecret[]>;

/**
 * Of a long secret the first four characters, so that it can be told which one it is; of a short one and of
 * personal data nothing.
 */
export function maskValue(value: string, family: FoundSecret['family']): string {
  const shown = family === 'secret' && value.length >= 16 ? 4 : 0;
  return value.slice(0, shown) + value.slice(shown).replace(/[^\s]/g, '•');
}

/**
 * The text with every secret masked; nothing else moves.
 *
 * @param secrets from top to bottom, none of them overlapping
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
