import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSheets } from '../../../../src/knowledge/checklists/print/fill-sheets.ts';

test('blocks fill a sheet and go on with the next', () => {
  expect(fillSheets([40, 50, 20, 90, 10], 100)).toEqual([[0, 1], [2], [3, 4]]);
});

test('a block that is higher than a sheet stands alone', () => {
  expect(fillSheets([40, 150, 10], 100)).toEqual([[0], [1], [2]]);
});

test('nothing needs no sheet', () => {
  expect(fillSheets([], 100)).toEqual([]);
});

test('every block stands once and in order, and no sheet of several is overfull', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 150 })), (heights) => {
      const sheets = fillSheets(heights, 100);
      expect(sheets.flat()).toEqual(heights.map((_, index) => index));
      for (const sheet of sheets.filter(({ length }) => length > 1)) {
        expect(sheet.reduce((sum, index) => sum + (heights[index] ?? 0), 0)).toBeLessThanOrEqual(100);
      }
    }),
  );
});
