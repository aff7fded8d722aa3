import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSheets } from '../../../../src/knowledge/checklists/print/fill-sheets.ts';

test('fills a sheet before it starts the next', () => {
  expect(fillSheets([40, 50, 20, 90, 10], 100)).toEqual([[0, 1], [2], [3, 4]]);
});

test('puts a block that is higher than a sheet on its own sheet', () => {
  expect(fillSheets([40, 150, 10], 100)).toEqual([[0], [1], [2]]);
});

test('returns one empty sheet for no blocks', () => {
  expect(fillSheets([], 100)).toEqual([[]]);
});

test('keeps room for what comes before the first block', () => {
  expect(fillSheets([40, 50, 20], 100, 10)).toEqual([[0, 1], [2]]);
  expect(fillSheets([40, 50, 20], 100, 11)).toEqual([[0], [1, 2]]);
  expect(fillSheets([95, 5], 100, 10)).toEqual([[0], [1]]);
});

test('places every block once and in order, and never overfills a sheet with several blocks', () => {
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
