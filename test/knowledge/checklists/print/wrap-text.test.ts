import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STYLES } from '../../../../src/knowledge/checklists/print/paper.ts';
import { wrapText } from '../../../../src/knowledge/checklists/print/wrap-text.ts';

/** As on a typewriter: every character is as wide as every other. */
const columns = (text: string, width: number) => wrapText(text, STYLES.item, width, (part) => part.length);

test('a line takes what fits', () => {
  expect(columns('Read the open-file limit of the app', 12)).toEqual([
    'Read the',
    'open-file',
    'limit of the',
    'app',
  ]);
});

test('a word that is too long is cut after a joint where there is one', () => {
  expect(columns('https://example.org/checklists/', 20)).toEqual(['https://example.org/', 'checklists/']);
  expect(columns('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('line breaks stay, and so does the indent of code', () => {
  expect(columns('first\n  second third', 20)).toEqual(['first', '  second third']);
});

test('no line is too wide, and no character that is not a space is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = columns(text, width);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
