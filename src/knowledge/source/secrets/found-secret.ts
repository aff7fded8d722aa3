/** A secret or a piece of personal data in the text of a file, and how it is hidden. */
import type { Span } from '../problem.ts';

export interface FoundSecret {
  /** A noun phrase: `AWS access key id`. */
  readonly what: string;
  /** An internal address is only reported in a public entry. */
  readonly family: 'secret' | 'personal-data' | 'internal-address';
  /** The narrowest place: the password of a connection string, not the whole string. */
  readonly span: Span;
  /** The text to show instead, of the same length. */
  readonly masked: string;
  /** Six hexadecimal digits that identify the secret without revealing it. */
  readonly fingerprint: string;
}

/** The secrets of each file by its path below the content folder, from top to bottom without overlaps. */
export type SecretsByPath = ReadonlyMap<string, readonly FoundSecret[]>;

/** The first four characters of tokens that name their issuer. */
const ISSUER_PATTERN =
  /^(?:AKIA|ASIA|ABIA|ACCA|AIza|ya29|GOCS|gh[opsur]_|gith|glpa|xox[a-z]|xapp|[sr]k_l|sk-[ap]|npm_|dckr|hvs\.|hvb\.|hf_\w|pypi|NRAK|sntr|ATAT|psca|do[opr]_|glsa|AGE-|eyJ\w)/;
const ISSUER_LENGTH = 4;
const MIN_TOKEN_LENGTH = 16;

/** Hides a value. The issuer of a long token stays, so that its owner can recognize it; nothing of a password stays. */
export function maskValue(value: string): string {
  const shown = value.length >= MIN_TOKEN_LENGTH && ISSUER_PATTERN.test(value) ? ISSUER_LENGTH : 0;
  return value.slice(0, shown) + value.slice(shown).replace(/[^\s]/g, '•');
}

/**
 * Replaces each secret by its mask. Everything else stays at its offset.
 *
 * @param secrets from top to bottom, without overlaps
 * @throws if they are not: a text that is masked in the wrong places would show what it must hide
 */
export function maskText(text: string, secrets: readonly FoundSecret[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, masked } of secrets) {
    if (!(at <= span.start && span.start < span.end && span.end <= text.length))
      throw new RangeError(`A secret from ${span.start} to ${span.end} is not in the text from ${at} on`);
    parts.push(text.slice(at, span.start), masked);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
