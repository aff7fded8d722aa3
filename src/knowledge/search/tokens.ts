/** Text as words: identifiers whole and in parts (`max_connections`, `ECONNREFUSED`, `fooBar`, `SQLSTATE[53300]`). */

export interface Token {
  /** As it was written. */
  readonly typed: string;
  /** In lower case; of an identifier only letters, digits and `_`. */
  readonly whole: string;
  /** The words in it, in lower case; the one word itself where there is only one. */
  readonly parts: readonly string[];
}

const EDGES = /^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu;

/** The tokens of a text, in order. What holds no letter or digit is left out. */
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

/** The words of one identifier, cut at punctuation and where the case changes. */
function splitIdentifier(typed: string): string[] {
  const pieces = typed
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((piece) => piece.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u))
    .filter((piece) => piece !== '');
  const joined = pieces.flatMap((piece) => normalizeText(piece));
  return [...new Set(joined)];
}

/** In lower case, without accents. */
export function normalizeText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One string for words that mean the same name, however they are joined: "Load-Balancer" is `load balancer`. */
export function toNameKey(text: string): string {
  return tokenize(text)
    .flatMap(({ parts }) => parts)
    .join(' ');
}
