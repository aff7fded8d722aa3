/** The parts of a list as lines of text with their heights, in points. */
import type { Block, Checklist, Item } from '../checklist.ts';
import { MODE_NAMES } from '../checklist.ts';
import { describeEvidence, describeTried } from '../wording.ts';
import {
  BLOCK_GAP,
  BOX,
  BOX_GAP,
  COLUMN_GAP,
  ITEM_GAP,
  NUMBER_WIDTH,
  SEEN_WIDTH,
  STYLES,
  type Style,
  type StyleName,
} from './paper.ts';
import { type WidthOf, wrap } from './wrap.ts';

/** Lines in one style. */
export interface Lines {
  readonly style: Style;
  readonly lines: readonly string[];
}

export interface MeasuredItem {
  readonly item: Item;
  readonly text: Lines;
  readonly expect: Lines;
  readonly code: readonly Lines[];
  readonly evidence: Lines;
  /** Where the words begin, from the left margin. */
  readonly indent: number;
  readonly height: number;
}

export interface MeasuredBlock {
  readonly block: Block;
  readonly title: Lines;
  readonly items: readonly MeasuredItem[];
  readonly cut: Lines;
  readonly height: number;
}

/** Measures the parts of a list for a width, at a scale. */
export class Measure {
  readonly #widthOf: WidthOf;
  readonly #scale: number;
  readonly width: number;

  constructor(widthOf: WidthOf, width: number, scale: number) {
    this.#widthOf = widthOf;
    this.#scale = scale;
    this.width = width;
  }

  /** A length that shrinks with the words. */
  scaled(length: number): number {
    return length * this.#scale;
  }

  unscaled(): Measure {
    return new Measure(this.#widthOf, this.width, 1);
  }

  style(name: StyleName): Style {
    const style: Style = STYLES[name];
    return { ...style, size: this.scaled(style.size), leading: this.scaled(style.leading) };
  }

  lines(text: string, name: StyleName, width = this.width): Lines {
    const style = this.style(name);
    return { style, lines: text === '' ? [] : wrap(text, style, width, this.#widthOf) };
  }

  block(block: Block, mode: Checklist['mode']): MeasuredBlock {
    const marked = mode === 'mixed' ? `${block.title} · ${MODE_NAMES[block.mode]}` : block.title;
    const title = this.lines(marked, 'block');
    const items = block.items.map((item) => this.item(item));
    const cut = this.lines(cutLine(block), 'evidence');
    const height =
      heightOf(title) +
      this.scaled(BLOCK_GAP) +
      items.reduce((sum, item) => sum + item.height, 0) +
      heightOf(cut);
    return { block, title, items, cut, height };
  }

  item(item: Item): MeasuredItem {
    const indent = BOX + BOX_GAP + (item.number ? NUMBER_WIDTH : 0);
    const seen = item.expect === undefined ? 0 : SEEN_WIDTH + COLUMN_GAP;
    const width = this.width - indent - seen;
    const text = this.lines(item.text, 'item', width);
    const expect = this.lines(item.expect === undefined ? '' : `Expect: ${item.expect}`, 'expect', width);
    const code = item.code.map(({ text: command, where }) =>
      this.lines(where ? `${command}\n(${where})` : command, 'code', width - CODE_INDENT),
    );
    const evidence = this.lines(describeEvidence(item.evidence), 'evidence', width);
    const words = [text, expect, ...code, evidence].reduce((sum, lines) => sum + heightOf(lines), 0);
    return {
      item,
      text,
      expect,
      code,
      evidence,
      indent,
      height: Math.max(words, BOX) + this.scaled(ITEM_GAP),
    };
  }

  tried(checklist: Pick<Checklist, 'tried'>): Lines {
    return this.lines(checklist.tried.map(describeTried).join('\n'), 'tried');
  }
}

/** Room for the rule that code stands beside. */
export const CODE_INDENT = 8;

export function heightOf({ lines, style }: Lines): number {
  return lines.length * style.leading;
}

function cutLine({ cut }: Block): string {
  if (cut.length === 0) return '';
  const count = cut.length === 1 ? '1 item more did' : `${cut.length} items more did`;
  return `${count} not fit here and can be read at the address below.`;
}
