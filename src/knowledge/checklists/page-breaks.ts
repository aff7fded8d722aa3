/**
 * How a checklist is divided into pages of paper: at its pause points, where it does not fit one. The measure
 * is an estimate of heights for the print sheet, on the smaller of A4 and Letter in each direction, so that
 * one division holds for both. Printing every list in a browser is the proof of it.
 */
import type { Block, Checklist, Item } from './checklist.ts';

/**
 * Millimetres, and characters to a line, of the print sheet with a wide typeface: which typeface a machine
 * prints with is not known.
 */
const PAGE = { height: 279.4 - 2 * 11, textLine: 72, expectLine: 58, smallLine: 95 };
const HEIGHTS = {
  head: 14,
  foot: 25,
  completion: 13,
  opening: 7,
  line: 4.9,
  blockTitle: 11.5,
  item: 2.9,
  expect: 4.9,
  small: 4,
  code: 4.5,
  codeFrame: 4,
};

/** @returns the blocks of each page, at least one page; only a block that is larger than a page exceeds it */
export function divideIntoSheets(list: Checklist): Block[][] {
  const sheets: Block[][] = [[]];
  let left = computeRoom(list, true);
  for (const block of list.blocks) {
    const height = computeBlockHeight(block);
    if (height > left && sheets.at(-1)?.length) {
      sheets.push([]);
      left = computeRoom(list, false);
    }
    sheets.at(-1)?.push(block);
    left -= height;
  }
  return sheets;
}

function computeRoom({ objective, signals, tried }: Checklist, isFirst: boolean): number {
  const head = HEIGHTS.head + computeTextHeight(objective);
  const room = PAGE.height - head - HEIGHTS.foot - HEIGHTS.completion;
  if (!isFirst) return room;
  const openings = [signals, tried.map(({ text, evidence }) => `Made it worse: ${text} (${evidence.title})`)];
  return openings
    .filter((texts) => texts.length > 0)
    .reduce(
      (left, texts) => left - HEIGHTS.opening - sum(texts.map((text) => computeTextHeight(text))),
      room,
    );
}

function computeBlockHeight({ items, cut }: Block): number {
  return HEIGHTS.blockTitle + sum(items.map(computeItemHeight)) + (cut.length > 0 ? HEIGHTS.small + 2 : 0);
}

function computeItemHeight({ text, expect, evidence, code }: Item): number {
  const labels = evidence.map(({ label }) => label).join(' · ');
  return (
    HEIGHTS.item +
    computeTextHeight(text) +
    (expect ? countLines(`Expect: ${expect}`, PAGE.expectLine) * HEIGHTS.expect : 0) +
    (labels ? countLines(labels, PAGE.smallLine) * HEIGHTS.small : 0) +
    sum(code.map(computeCodeHeight))
  );
}

function computeTextHeight(text: string): number {
  return countLines(text, PAGE.textLine) * HEIGHTS.line;
}

function computeCodeHeight({ text, where }: Item['code'][number]): number {
  const lines = sum(text.split('\n').map((line) => countLines(line, PAGE.textLine)));
  return HEIGHTS.codeFrame + lines * HEIGHTS.code + (where ? HEIGHTS.line : 0);
}

function countLines(text: string, characters: number): number {
  return Math.max(1, Math.ceil(text.length / characters));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
