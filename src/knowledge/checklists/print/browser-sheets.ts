/**
 * Divides a checklist into sheets for printing its web page from a browser: between pause points, if it does not
 * fit one sheet. The typeface that a browser prints with is unknown, so this estimates heights for
 * `styles/print/checklist.css`, on the smaller of A4 and Letter in each direction. PDFs are the reference for paper:
 * `checklist-layout.ts` measures them with their real fonts. A browser test prints every list to prove the estimate.
 */
import { describeWorked } from '../../schema/labels.ts';
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
import { toPlainText } from '../../source/inline/plain-text.ts';
import type { Block, Checklist, Item } from '../checklist.ts';
import {
  describeAudience,
  describeItemEvidence,
  describeWarnings,
  formatItemText,
} from '../checklist-wording.ts';
import { fillSheets } from './fill-sheets.ts';

/** Millimetres, and characters per line of a wide typeface. */
const PAGE = { height: 279.4 - 2 * 11, textLine: 72, expectLine: 58, smallLine: 95 };
/** Next to the boxes of an item that is done several times. */
const NARROW = { textLine: 56, expectLine: 60, smallLine: 72 };
const HEIGHTS = {
  head: 19,
  foot: 25,
  completion: 13,
  opening: 7,
  warning: 4,
  line: 4.9,
  blockTitle: 11.5,
  names: 8,
  item: 2.9,
  expect: 4.9,
  small: 4,
  code: 4.5,
  codeFrame: 4,
};

/** Returns the blocks of each sheet, at least one sheet. Only a block that is larger than a sheet overflows it. */
export function divideIntoSheets(list: Checklist): Block[][] {
  const heights = list.blocks.map(computeBlockHeight);
  return fillSheets(heights, computeRoom(list), computeIntroductionHeight(list)).map((places) =>
    places.flatMap((place) => list.blocks[place] ?? []),
  );
}

function computeRoom(list: Checklist): number {
  const head = HEIGHTS.head + computeTextHeight(list.objective) + computeTextHeight(describeAudience(list));
  const count = list.omitted.length > 0 ? HEIGHTS.small : 0;
  return PAGE.height - head - HEIGHTS.foot - count - HEIGHTS.completion;
}

function computeIntroductionHeight(list: Checklist): number {
  const { signals, tried } = list;
  const warnings = describeWarnings(list).map((warning) => HEIGHTS.warning + computeTextHeight(warning));
  const attempts = tried.map(
    ({ worked, text, evidence }) => `${describeWorked(worked)}: ${text} (${evidence.title})`,
  );
  return (
    sum(warnings) +
    sum(
      [signals, attempts]
        .filter((texts) => texts.length > 0)
        .map((texts) => HEIGHTS.opening + sum(texts.map((text) => computeTextHeight(text)))),
    )
  );
}

function computeBlockHeight({ items, repeats }: Block): number {
  const names = repeats ? HEIGHTS.names : 0;
  return (
    HEIGHTS.blockTitle + names + sum(items.map((item) => computeItemHeight(item, repeats ? NARROW : PAGE)))
  );
}

function computeItemHeight(item: Item, width: typeof NARROW): number {
  const { expect, code, onlyIf } = item;
  const sources = describeItemEvidence(item);
  return (
    HEIGHTS.item +
    computeTextHeight(formatItemText(item), width.textLine) +
    (onlyIf === undefined ? 0 : computeTextHeight(describeDestructiveStep(onlyIf), width.textLine)) +
    (expect ? countLines(toPlainText(`Expect: ${expect}`), width.expectLine) * HEIGHTS.expect : 0) +
    (sources ? countLines(sources, width.smallLine) * HEIGHTS.small : 0) +
    sum(code.map(computeCodeHeight))
  );
}

function computeTextHeight(text: string, characters = PAGE.textLine): number {
  return countLines(toPlainText(text), characters) * HEIGHTS.line;
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
