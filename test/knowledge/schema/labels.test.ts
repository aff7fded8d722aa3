import { expect, test } from 'vitest';
import { formatOrdinal } from '../../../src/knowledge/schema/labels.ts';

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [22, '22nd'],
  [103, '103rd'],
])('%d is the %s', (number, words) => {
  expect(formatOrdinal(number)).toBe(words);
});
