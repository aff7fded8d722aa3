import { describe, expect, it } from 'vitest';
import {
  countPages,
  divideIntoPages,
  listGroupPages,
  listPageNumbers,
} from '../../../src/knowledge/graph/pages-of-list.ts';

const count = (length: number) => Array.from({ length }, (_, index) => index);

describe('divideIntoPages', () => {
  it('leaves a list that fits on one page', () => {
    expect(divideIntoPages(count(100))).toEqual([count(100)]);
    expect(divideIntoPages([])).toEqual([[]]);
  });

  it('puts every row on one page, in order', () => {
    const pages = divideIntoPages(count(250));
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(pages.flat()).toEqual(count(250));
    expect(countPages(250)).toBe(3);
  });
});

describe('listPageNumbers', () => {
  it('returns all numbers of a few pages', () => {
    expect(listPageNumbers(2, 4)).toEqual([1, 2, 3, 4]);
  });

  it('returns a bounded number of them for any number of pages', () => {
    expect(listPageNumbers(17, 50)).toEqual([1, 5, 10, 15, 16, 17, 18, 20, 25, 30, 35, 40, 45, 50]);
    expect(listPageNumbers(500, 1_000).length).toBeLessThan(16);
  });
});

describe('listGroupPages', () => {
  it('returns the page on which each year starts', () => {
    expect(listGroupPages(['2020', '2020', '2020', '2019', 'unknown'], 2)).toEqual([
      { key: '2020', count: 3, page: 1 },
      { key: '2019', count: 1, page: 2 },
      { key: 'unknown', count: 1, page: 3 },
    ]);
  });
});
