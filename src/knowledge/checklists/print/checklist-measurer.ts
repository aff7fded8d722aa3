/** Breaks the parts of a checklist into lines of text and computes their heights, in points. */
import { describeDestructiveStep } from '../../schema/procedure-marks.ts';
import { type Run, toPrintedRuns } from '../../source/inline/printed-runs.ts';
import type { Block, Checklist, Item } from '../checklist.ts';
import {
  describeAttempt,
  describeItemEvidence,
  formatBlockTitle,
  formatItemText,
} from '../checklist-wording.ts';
import {
  BLOCK_GAP,
  BOX_GAP,
  BOX_SIZE,
  COLUMN_GAP,
  ITEM_GAP,
  NAMES_HEIGHT,
  NUMBER_WIDTH,
  SEEN_WIDTH,
  STYLES,
  type Style,
  type StyleName,
  scaleStyle,
  styleRun,
} from './paper.ts';
import { type Line, type MeasureWidth, wrapPieces } from './wrap-text.ts';

/** Lines with the style of their text. Runs in them can have another face, but not another height. */
export interface StyledLines {
  readonly style: Style;
  readonly lines: readonly Line[];
}

export interface MeasuredItem {
  readonly item: Item;
  /** That the step is destructive, and what must be true first. */
  readonly condition: StyledLines;
  readonly text: StyledLines;
  readonly expect: StyledLines;
  readonly code: readonly StyledLines[];
  readonly evidence: StyledLines;
  /** The distance of the text from the left margin. */
  readonly indent: number;
  readonly height: number;
}

export interface MeasuredBlock {
  readonly block: Block;
  readonly title: StyledLines;
  readonly items: readonly MeasuredItem[];
  readonly height: number;
}

/** Measures the parts of a checklist for one width, at one scale. */
export class ChecklistMeasurer {
  readonly #widthOf: MeasureWidth;
  readonly #scale: number;
  readonly width: number;

  constructor(widthOf: MeasureWidth, width: number, scale: number) {
    this.#widthOf = widthOf;
    this.#scale = scale;
    this.width = width;
  }

  /** Returns a length that grows and shrinks with the text. */
  scaleLength(length: number): number {
    return length * this.#scale;
  }

  withoutScaling(): ChecklistMeasurer {
    return new ChecklistMeasurer(this.#widthOf, this.width, 1);
  }

  wrapLines(text: string, name: StyleName, width = this.width): StyledLines {
    return this.#wrapRuns([{ text }], name, width);
  }

  /** Breaks a sentence with inline Markdown into lines. */
  wrapSentence(sentence: string, name: StyleName, width = this.width): StyledLines {
    return this.#wrapRuns(toPrintedRuns(sentence), name, width);
  }

  /** Breaks sentences into lines, each sentence on lines of its own. */
  wrapSentences(sentences: readonly string[], name: StyleName, width = this.width): StyledLines {
    const style = scaleStyle(STYLES[name], this.#scale);
    return { style, lines: sentences.flatMap((sentence) => this.wrapSentence(sentence, name, width).lines) };
  }

  #wrapRuns(runs: readonly Run[], name: StyleName, width: number): StyledLines {
    const style = scaleStyle(STYLES[name], this.#scale);
    const pieces = runs.map((run) => ({ text: run.text, style: styleRun(style, run) }));
    return { style, lines: wrapPieces(pieces, width, this.#widthOf) };
  }

  measureBlock(block: Block, mode: Checklist['mode']): MeasuredBlock {
    const title = this.wrapSentence(formatBlockTitle(block, mode), 'block');
    const repeats = block.repeats !== undefined;
    const items = block.items.map((item) => this.measureItem(item, repeats));
    const names = repeats ? NAMES_HEIGHT : 0;
    const height =
      getHeight(title) +
      names +
      this.scaleLength(BLOCK_GAP) +
      items.reduce((sum, item) => sum + item.height, 0);
    return { block, title, items, height };
  }

  /** @param repeats whether it has a box for each time at the end of its line */
  measureItem(item: Item, repeats = false): MeasuredItem {
    const box = repeats ? 0 : BOX_SIZE + BOX_GAP;
    const indent = box + (item.number ? this.scaleLength(NUMBER_WIDTH) : 0);
    const seen = item.expect === undefined && !repeats ? 0 : SEEN_WIDTH + COLUMN_GAP;
    const width = this.width - indent - seen;
    const condition = this.wrapSentence(
      item.onlyIf === undefined ? '' : describeDestructiveStep(item.onlyIf),
      'condition',
      width,
    );
    const text = this.wrapSentence(formatItemText(item), 'item', width);
    const expect = this.wrapSentence(
      item.expect === undefined ? '' : `Expect: ${item.expect}`,
      'expect',
      width,
    );
    const code = item.code.map((command) => this.#measureCode(command, width - CODE_INDENT));
    const evidence = this.wrapSentence(describeItemEvidence(item), 'evidence', width);
    const words = [condition, text, expect, ...code, evidence].reduce(
      (sum, lines) => sum + getHeight(lines),
      0,
    );
    return {
      item,
      condition,
      text,
      expect,
      code,
      evidence,
      indent,
      height: Math.max(words, BOX_SIZE) + this.scaleLength(ITEM_GAP),
    };
  }

  #measureCode({ text, where }: Item['code'][number], width: number): StyledLines {
    const { style, lines } = this.wrapLines(text, 'code', width);
    return where
      ? { style, lines: [...lines, ...this.wrapSentence(`(${where})`, 'where', width).lines] }
      : { style, lines };
  }

  measureAttempts(checklist: Pick<Checklist, 'tried'>): StyledLines {
    return this.wrapSentences(checklist.tried.map(describeAttempt), 'tried');
  }
}

/** Room for the vertical rule to the left of code. */
export const CODE_INDENT = 8;

export function getHeight({ lines, style }: StyledLines): number {
  return lines.length * style.leading;
}
