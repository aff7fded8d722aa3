import { expect, test } from 'vitest';
import { cutText, describeCut } from '../../../src/knowledge/search/cut-text.ts';

test('a text of 50,000 characters in lines of 2,000 is read as a whole', () => {
  const line = 'x'.repeat(1_999);
  const text = `${`${line}\n`.repeat(25).slice(0, -1)}y`;
  expect(text).toHaveLength(50_000);
  const cut = cutText(text);
  expect(cut).toEqual({ text, isCut: false, cutLines: 0 });
  expect(describeCut(cut)).toEqual([]);
});

test('what is longer is cut, and reported', () => {
  const cut = cutText(`${'x'.repeat(2_001)}\r\n${'y\n'.repeat(24_000)}`);
  expect(cut).toMatchObject({ isCut: true, cutLines: 1 });
  expect(cut.text.split('\n')[0]).toBe('x'.repeat(2_000));
  expect(describeCut(cut)).toEqual([
    'Only the first 50,000 characters were read.',
    'Lines were read up to 2,000 characters.',
  ]);
});
