import { describe, expect, test } from 'vitest';
import {
  INVISIBLE_CHARACTERS,
  toPrintable,
  toPrintableJson,
} from '../../../src/knowledge/source/invisible-characters.ts';

function countInvisible(text: string): number {
  return [...text.matchAll(INVISIBLE_CHARACTERS)].length;
}

describe('an invisible character', () => {
  const table: [name: string, text: string][] = [
    ['an escape character', '\u001b'],
    ['a C1 control sequence', '\u009b'],
    ['a null character', '\u0000'],
    ['a delete character', '\u007f'],
    ['a next line', '\u0085'],
    ['a soft hyphen', 'pass\u00adword'],
    ['a combining grapheme joiner', 'a\u034fb'],
    ['an Arabic letter mark', '\u061c'],
    ['a zero-width space', 'a\u200bb'],
    ['a joiner between Latin letters', 'a\u200db'],
    ['a non-joiner behind an accent', 'a\u0301\u200cb'],
    ['a direction override', '\u202e'],
    ['a direction isolate', '\u2066'],
    ['a line separator', '\u2028'],
    ['a word joiner', '\u2060'],
    ['an invisible operator', '\u2063'],
    ['a deprecated format character', '\u206a'],
    ['a byte order mark inside text', 'a\ufeffb'],
    ['a Hangul choseong filler', '\u115f'],
    ['a Hangul jungseong filler', '\u1160'],
    ['a Hangul filler', '\u3164'],
    ['a half-width Hangul filler', '\uffa0'],
    ['a blank Braille pattern', '\u2800'],
    ['a Khmer inherent vowel', '\u17b4'],
    ['a Mongolian vowel separator', '\u180e'],
    ['a Mongolian variation selector behind a Latin letter', 'a\u180b'],
    ['a variation selector behind a letter', 'a\ufe0f'],
    ['a variation selector at the start', '\ufe0f'],
    ['a supplementary variation selector behind a letter', 'a\u{e0100}'],
    ['a tag', '\u{e0041}'],
    ['a musical format character', '\u{1d173}'],
    ['an annotation anchor', '\ufff9'],
    ['a noncharacter', '\ufdd0'],
    ['half a surrogate pair', '\ud83d'],
  ];
  test.each(table)('%s', (_, text) => {
    expect(countInvisible(text)).toBe(1);
  });

  test('the second of two variation selectors, which could hide data', () => {
    expect(countInvisible('❤\ufe0f\ufe0f\ufe00')).toBe(2);
  });
});

describe('a visible text', () => {
  test.each([
    'naïve – “quoted” … 12 µs → é',
    'tab\tand\r\nline\nbreaks',
    '👩🏽\u200d💻 and ❤\ufe0f and 1\ufe0f\u20e3 and 👨\u200d👩\u200d👧',
    'می\u200cخواهم',
    'क्\u200dष',
    '葛\u{e0100}',
    'ᠠ\u180b',
    '\u0600١٢',
    '日本語 한국어 עברית العربية',
  ])('%s', (text) => {
    expect(countInvisible(text)).toBe(0);
    expect(toPrintable(text)).toBe(text);
  });
});

test('printable text keeps its length, its tabs and its line breaks', () => {
  const text = 'a\u001b[31m\tb\u{e0041}\r\nc\rd\n';
  expect(toPrintable(text)).toBe('a�[31m\tb��\r\nc�d\n');
  expect(toPrintable(text)).toHaveLength(text.length);
});

test('printable JSON is the same value', () => {
  const value = { text: '\u001b[2J \u009b \u202e \u{e0041} \u2028 é 😀' };
  const json = toPrintableJson(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(countInvisible(json)).toBe(0);
  expect(json).toContain('é 😀');
});
