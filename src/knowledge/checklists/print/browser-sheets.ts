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
const HEIGHTS = {
  head: 14,
  foot: 25,
  completion: 13,
  opening: 7,
  warning: 4,
  line: 4.9,
  blockTitle: 11.5,
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
        .map((texts) => HEIGHTS.opening + sum(texts.map(computeTextHeight))),
    )
  );
}

function computeBlockHeight({ items }: Block): number {
  return HEIGHTS.blockTitle + sum(items.map(computeItemHeight));
}

function computeItemHeight(item: Item): number {
  const { expect, code, onlyIf } = item;
  const sources = describeItemEvidence(item);
  return (
    HEIGHTS.item +
    computeTextHeight(formatItemText(item)) +
    (onlyIf === undefined ? 0 : computeTextHeight(describeDestructiveStep(onlyIf))) +
    (expect ? countLines(toPlainText(`Expect: ${expect}`), PAGE.expectLine) * HEIGHTS.expect : 0) +
    (sources ? countLines(sources, PAGE.smallLine) * HEIGHTS.small : 0) +
    sum(code.map(computeCodeHeight))
  );
}

function computeTextHeight(text: string): number {
  return countLines(toPlainText(text), PAGE.textLine) * HEIGHTS.line;
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
