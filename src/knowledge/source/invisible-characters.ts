/**
 * Characters that a reader cannot see: they can rearrange a line, control a terminal, hide data, or make two equal
 * words different (Unicode Technical Standard 39; Boucher and Anderson, "Trojan Source", 2021).
 */

/** Letters that need a joiner to get the right shape, as in Persian and Hindi. */
const SHAPED_LETTERS =
  '[[\\p{L}\\p{M}]--[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Common}\\p{Script=Inherited}]]';

/** Invisible characters that change how their neighbours look, and nowhere else. */
const VISIBLE_EFFECTS = [
  `(?<=${SHAPED_LETTERS})[\\u200c\\u200d]`,
  '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]',
  '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
  '(?<=\\p{Unified_Ideograph})[\\u{e0100}-\\u{e01ef}]',
  '(?<=\\p{Script=Mongolian})[\\u180b-\\u180d\\u180f]',
];

/** Format characters of Arabic, Syriac and Kaithi that are drawn around a number. */
const VISIBLE_FORMATS = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';

/** U+2800 is a Braille pattern without dots. */
const INVISIBLE =
  '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800]';

/** Matches one invisible character other than a tab or a line break. */
export const INVISIBLE_CHARACTERS = new RegExp(
  `(?!${VISIBLE_EFFECTS.join('|')})[${INVISIBLE}--[\\t\\n\\r${VISIBLE_FORMATS}]]`,
  'gv',
);

/** `U+202E`. */
export function formatCodePoint(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}

/** Matches the same, and carriage returns that go back to the start of a line. */
const UNPRINTABLE_CHARACTERS = new RegExp(`${INVISIBLE_CHARACTERS.source}|\\r(?!\\n)`, 'gv');

/** Replaces each invisible character by `�`, of the same length in UTF-16 units. Tabs and line breaks stay. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE_CHARACTERS, (character) => '�'.repeat(character.length));
}

/**
 * Returns JSON in which invisible characters are escapes. The value is the same.
 *
 * @returns text that ends with a line break
 */
export function toPrintableJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2).replace(UNPRINTABLE_CHARACTERS, escapeForJson);
  return `${json}\n`;
}

function escapeForJson(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
