import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STYLES } from '../../../../src/knowledge/checklists/print/paper.ts';
import { wrapPieces, wrapText } from '../../../../src/knowledge/checklists/print/wrap-text.ts';

/** As in a monospaced font. */
const columns = (text: string, width: number) => wrapText(text, STYLES.item, width, (part) => part.length);

test('puts as many words on a line as fit', () => {
  expect(columns('Read the open-file limit of the app', 12)).toEqual([
    'Read the',
    'open-file',
    'limit of the',
    'app',
  ]);
});

test('divides a word that is too long, if possible after punctuation', () => {
  expect(columns('https://example.org/checklists/', 20)).toEqual(['https://example.org/', 'checklists/']);
  expect(columns('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('keeps line breaks and the indentation of code', () => {
  expect(columns('first\n  second third', 20)).toEqual(['first', '  second third']);
});

test('does not divide a word that has more than one style, and joins pieces of the same style', () => {
  const code = { ...STYLES.item, code: true } as const;
  const pieces = [
    { text: 'Find the ', style: STYLES.item },
    { text: 'lock', style: code },
    { text: ', and remove it', style: STYLES.item },
  ];
  const lines = wrapPieces(pieces, 13, (part) => part.length);
  expect(lines.map((line) => line.map(({ text }) => text))).toEqual([
    ['Find the'],
    ['lock', ', and'],
    ['remove it'],
  ]);
});

test('makes no line too wide, and loses only spaces', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = columns(text, width);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

describe('text without spaces between words', () => {
  const style = { weight: 'regular', size: 10, leading: 12 } as const;
  const wrap = (text: string, width: number) => wrapText(text, style, width, (part) => [...part].length);

  test('continues on the line of the words before it', () => {
    expect(wrap('Run 再起動する now', 7)).toEqual(['Run 再起動', 'する now']);
  });

  test('has no closing punctuation at the start of a line', () => {
    expect(wrap('再起動、確認する', 3)).toEqual(['再起', '動、確', '認する']);
  });

  test('has no opening bracket at the end of a line', () => {
    expect(wrap('再起「動」', 3)).toEqual(['再起', '「動」']);
  });

  test('keeps words of other scripts in one piece', () => {
    expect(wrap('再起redis動', 6)).toEqual(['再起', 'redis動']);
  });
});
