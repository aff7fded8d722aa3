/** Splits text into words. Identifiers are kept whole and also split: `max_connections`, `fooBar`, `SQLSTATE[53300]`. */

export interface Token {
  readonly typed: string;
  /** The typed text in lower case, with only letters, digits and `_`. */
  readonly whole: string;
  /** The words of the typed text, in lower case. */
  readonly parts: readonly string[];
}

const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;

/** Returns the tokens of a text, in order. Skips pieces without a letter or digit. */
export function tokenize(text: string): Token[] {
  return text.split(/[\s,;"'`|<>(){}=]+/u).flatMap((piece) => {
    const typed = piece.replace(EDGES, '');
    if (!/[\p{L}\p{N}]/u.test(typed)) return [];
    return [{ typed, whole: toWholeToken(typed), parts: splitIdentifier(typed) }];
  });
}

function toWholeToken(typed: string): string {
  return normalizeText(typed).replace(/[^\p{L}\p{N}_]/gu, '');
}

/** Splits an identifier at punctuation and changes of case. */
function splitIdentifier(typed: string): string[] {
  const pieces = typed
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((piece) => piece.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u))
    .filter((piece) => piece !== '');
  return [...new Set(pieces.map(normalizeText))];
}

/** Returns the text in lower case, without accents. */
export function normalizeText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Returns the same key for all spellings of a name: `load balancer` for "Load-Balancer" and "LoadBalancer". */
export function toNameKey(text: string): string {
  return tokenize(text)
    .flatMap(({ parts }) => parts)
    .join(' ');
}
