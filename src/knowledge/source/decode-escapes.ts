/** Decodes the escapes of Markdown, HTML, YAML and JSON in a text, wherever they are. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { MappedText, type Replacement } from './mapped-text.ts';
import type { Span } from './problem.ts';

/** Character references, escapes by number, escapes by letter (YAML 1.2.2, 5.7), and backslashes before punctuation. */
const ESCAPE_PATTERN =
  /&(?:#(?<decimal>\d+)|#[xX](?<hex>[\da-fA-F]+)|(?<name>[A-Za-z][A-Za-z\d]{1,31}));|\\(?:x(?<byte>[\da-fA-F]{2})|u(?<unit>[\da-fA-F]{4})|U(?<point>[\da-fA-F]{8})|(?<letter>[0abtnvfreNLP])|(?<sign>[!-/:-@[-`{-~]))/g;

const LETTERS: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  N: '\u0085',
  L: '\u2028',
  P: '\u2029',
};

/** A text, and where each of its stretches comes from. */
interface DecodedText {
  readonly text: string;
  toSource(span: Span): Span;
}

/**
 * Decodes the escapes of a field or an attribute, and then those of its inline Markdown: a page shows
 * `"\u0026#64;"` as `@`.
 */
export function decodeNestedEscapes(source: string): DecodedText {
  const value = decodeEscapes(source);
  const shown = decodeEscapes(value.text);
  if (shown.text === value.text) return value;
  return { text: shown.text, toSource: (span) => value.toSource(shown.toSource(span)) };
}

export function decodeEscapes(source: string): MappedText {
  const replacements: Replacement[] = [];
  for (const match of source.matchAll(ESCAPE_PATTERN)) {
    const text = decodeEscape(match.groups ?? {});
    if (text === undefined) continue;
    replacements.push({ span: { start: match.index, end: match.index + match[0].length }, text });
  }
  return new MappedText(source, replacements);
}

function decodeEscape({
  decimal,
  hex,
  name,
  byte,
  unit,
  point,
  letter,
  sign,
}: Record<string, string | undefined>) {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  if (letter !== undefined) return LETTERS[letter];
  if (sign !== undefined) return sign;
  const code =
    decimal === undefined ? Number.parseInt(hex ?? byte ?? unit ?? point ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
