import { decodeEscapes } from '../../source/decode-escapes.ts';
import { formatCodePoint, INVISIBLE_CHARACTERS } from '../../source/invisible-characters.ts';
import type { Span } from '../../source/problem.ts';
import { type DecodedValue, listDecodedValues } from '../decoded-values.ts';
import type { Rule } from './rule.ts';

/** Also a carriage return: in a value, it comes from an escape and goes back to the start of the line. */
const HIDDEN_IN_VALUE = new RegExp(`${INVISIBLE_CHARACTERS.source}|\\r`, 'gv');

export const noInvisibleCharacter: Rule = {
  name: 'no-invisible-character',
  severity: 'error',
  why: 'Reviewers cannot see these characters, whether they are in the file or written as an escape such as `&shy;`. They can change the order in which a command is shown, control a terminal, or keep the search from finding a word.',
  example: { wrong: 'rm -rf <U+202E>/tmp', right: 'rm -rf /tmp' },
  check({ file, report }) {
    const reportCharacter = (character: string, span: Span) =>
      report({
        span,
        message: `Unexpected invisible character ${formatCodePoint(character)}, expected visible text`,
      });
    for (const { index, 0: found } of file.text.matchAll(INVISIBLE_CHARACTERS))
      reportCharacter(found, { start: index, end: index + found.length });
    // Without an escape in the file, every value is in it as it is.
    if (!/[&\\]/.test(file.text)) return;
    for (const value of listDecodedValues(file)) {
      for (const { character, span } of findEscapedCharacters(value, file.text))
        reportCharacter(character, span);
    }
  },
};

/** Finds the invisible characters of a value that are escapes in the file, each with its place. */
function findEscapedCharacters(
  { text, span }: DecodedValue,
  fileText: string,
): { readonly character: string; readonly span: Span }[] {
  const hidden = new Set(text.match(HIDDEN_IN_VALUE));
  const source = fileText.slice(span.start, span.end);
  const escaped = [...hidden].filter((character) => !source.includes(character));
  if (escaped.length === 0) return [];
  const decoded = decodeEscapes(source);
  return escaped.map((character) => {
    const at = decoded.text.indexOf(character);
    if (at < 0) return { character, span };
    const place = decoded.toSource({ start: at, end: at + character.length });
    return { character, span: { start: span.start + place.start, end: span.start + place.end } };
  });
}
