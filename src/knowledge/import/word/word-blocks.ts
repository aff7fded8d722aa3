/** The paragraphs, lists and tables of Word as elements of HTML. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { findElement, getAttribute, getXmlText, listElements, type XmlElement } from '../office/xml-tree.ts';
import { readChangeMark, type WordContext } from './word-context.ts';
import type { ListMark } from './word-lists.ts';
import { convertRuns } from './word-runs.ts';
import { getValue, type ParagraphFormat } from './word-styles.ts';

/** A block, before the items of lists are put together. */
type Block =
  | { readonly type: 'block'; readonly node: Element; readonly isIndented: boolean }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'item';
      readonly level: number;
      readonly mark: ListMark;
      readonly children: ElementContent[];
    };

export function convertBlocks(elements: readonly XmlElement[], context: WordContext): Element[] {
  return arrangeBlocks(elements.flatMap((element) => readBlock(element, context)));
}

function readBlock(element: XmlElement, context: WordContext): Block[] {
  if (readChangeMark(element, context)) return [];
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, context);
    case 'w:tbl':
      return [{ type: 'block', node: readTable(element, context), isIndented: false }];
    case 'w:sectPr':
    case 'w:tcPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
      return [];
    case 'm:oMathPara':
    case 'm:oMath': {
      const { children } = convertRuns([element], PLAIN, context);
      return [{ type: 'block', node: h('p', children), isIndented: false }];
    }
    case 'mc:AlternateContent':
      for (const choice of listElements(element)) {
        const blocks = listElements(choice).flatMap((child) => readBlock(child, context));
        if (blocks.length > 0) return blocks;
      }
      return [];
    default:
      return listElements(element).flatMap((child) => readBlock(child, context));
  }
}

const PLAIN: ParagraphFormat = { names: [], headingLevel: undefined, place: undefined, run: {} };

function readParagraph(paragraph: XmlElement, context: WordContext): Block[] {
  const properties = findElement(paragraph, 'w:pPr');
  const content = [...context.carried, ...listElements(paragraph)];
  context.carried.length = 0;
  if (isDeleted(findElement(properties, 'w:rPr'))) {
    context.carried.push(...content.filter(({ name }) => name !== 'w:pPr'));
    return [];
  }
  const format = context.styles.formatParagraph(paragraph);
  const isHeading = format.headingLevel !== undefined;
  const isHead = isHeading || format.names.some((name) => HEAD_STYLE.test(name));
  const run = isHead ? { ...format.run, bold: undefined, italic: undefined } : format.run;
  const { children, text, isCode } = convertRuns(content, { ...format, run }, context);
  const boxes = context.boxes
    .splice(0)
    .flatMap((box): Block[] =>
      convertBlocks(listElements(box), context).map((node) => ({ type: 'block', node, isIndented: false })),
    );
  const mark = format.place && context.lists.count(format.place);
  const isEmpty =
    text.trim() === '' && !children.some((child) => child.type === 'element' && child.tagName !== 'br');
  if (isEmpty) return boxes;
  if (isHeading) {
    const node = h(`h${format.headingLevel}`, unwrapBold(children));
    return [{ type: 'block', node, isIndented: false }, ...boxes];
  }
  if (mark && format.place) {
    const words: ElementContent[] = mark.words ? [{ type: 'text', value: `${mark.words} ` }] : [];
    const item = {
      type: 'item' as const,
      level: format.place.depth,
      mark,
      children: [...words, ...convertTick(children)],
    };
    return [item, ...boxes];
  }
  if (isCode) return [{ type: 'code', text }, ...boxes];
  const isQuotation = format.names.some((name) => QUOTATION_STYLE.test(name));
  const node = h('p', format.names.includes('title') ? { className: ['title'] } : {}, children);
  const isIndented = format.names.some((name) => CONTINUATION_STYLE.test(name)) || hasIndent(properties);
  return [{ type: 'block', node: isQuotation ? h('blockquote', [node]) : node, isIndented }, ...boxes];
}

const HEAD_STYLE = /^table head/;
const QUOTATION_STYLE = /^(?:intense )?quot(?:e|ations?)$|^block (?:text|quotation)$/;
const CONTINUATION_STYLE = /^list (?:continue|paragraph|contents)/;

function hasIndent(properties: XmlElement | undefined): boolean {
  const indent = findElement(properties, 'w:ind');
  return Number(getAttribute(indent, 'w:left') ?? getAttribute(indent, 'w:start') ?? 0) > 0;
}

function isDeleted(properties: XmlElement | undefined): boolean {
  return (
    findElement(properties, 'w:del') !== undefined || findElement(properties, 'w:moveFrom') !== undefined
  );
}

/** A box at the start of an item is that of a task. Word and pandoc tick with a cross. */
function convertTick(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return [...children];
  const [mark, box] = /^\s*([☐☑☒])\s*/.exec(first.value) ?? [];
  if (mark === undefined) return [...children];
  const input = h('input', { type: 'checkbox', checked: box !== '☐', disabled: true });
  return [input, { type: 'text', value: ` ${first.value.slice(mark.length)}` }, ...others];
}

/** Headings are bold in any case. */
function unwrapBold(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'strong' ? child.children : [child],
  );
}

/** Puts items into lists, lines of code into blocks, and indented paragraphs between items below the item before. */
function arrangeBlocks(blocks: readonly Block[]): Element[] {
  const arranged: Element[] = [];
  const isFollowed = findFollowed(blocks);
  let open: OpenList[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'item') {
      open = addItem(block, open, arranged);
      continue;
    }
    const item = open.at(-1)?.list.children.at(-1);
    const belongs = isContinued(block) && item?.type === 'element' && isFollowed[at] === true;
    const target = belongs ? (item.children as Element[]) : arranged;
    if (!belongs) open = [];
    const last = target.at(-1);
    if (block.type === 'block') target.push(block.node);
    else if (last?.tagName === 'pre') addLine(last, block.text);
    else target.push(h('pre', [h('code', `${block.text}\n`)]));
  }
  return arranged;
}

/** Returns for each block whether an item comes next, or after indented paragraphs only. */
function findFollowed(blocks: readonly Block[]): readonly boolean[] {
  const isFollowed = blocks.map(() => false);
  for (let at = blocks.length - 2; at >= 0; at--) {
    const next = blocks[at + 1];
    isFollowed[at] =
      next?.type === 'item' || (next !== undefined && isContinued(next) && isFollowed[at + 1] === true);
  }
  return isFollowed;
}

function isContinued(block: Block): boolean {
  return block.type === 'block' && block.isIndented;
}

function addLine(pre: Element, line: string): void {
  const [code] = pre.children;
  const text = code?.type === 'element' ? code.children[0] : undefined;
  if (text?.type === 'text') text.value += `${line}\n`;
}

interface OpenList {
  readonly level: number;
  readonly list: Element;
  last: number | undefined;
}

/** Adds an item to the open list of its level, or to a new one. Returns the lists that are open then. */
function addItem(
  { level, mark, children }: Extract<Block, { type: 'item' }>,
  lists: readonly OpenList[],
  arranged: Element[],
): OpenList[] {
  const open = lists.filter((list) => list.level <= level);
  const item = h('li', children);
  const current = open.at(-1);
  const isNext =
    current?.level === level &&
    (mark.number === undefined ? current.last === undefined : current.last === mark.number - 1);
  if (current && isNext) {
    current.list.children.push(item);
    current.last = mark.number;
    return open;
  }
  const list = mark.number === undefined ? h('ul', [item]) : h('ol', { start: mark.number }, [item]);
  const outer = open.findLast((candidate) => candidate.level < level);
  const holder = outer?.list.children.at(-1);
  if (holder?.type === 'element') holder.children.push(list);
  else arranged.push(list);
  return [...open.filter((candidate) => candidate.level < level), { level, list, last: mark.number }];
}

interface Cell {
  readonly node: Element;
  readonly column: number;
  readonly merge: 'start' | 'continued' | undefined;
}

function readTable(table: XmlElement, context: WordContext): Element {
  const rows = unwrapRows(table).filter((row) => {
    const isGone = findElement(findElement(row, 'w:trPr'), 'w:del') !== undefined;
    if (isGone) context.deleted.push(getXmlText(row));
    return !isGone;
  });
  const cells = rows.map((row) => readCells(row, context));
  const shown = cells.map((row, at) =>
    row.flatMap(({ node, column, merge }) => {
      if (merge === 'continued' && isCovered(cells, at, column)) return [];
      const height = merge === undefined ? 1 : countMerged(cells, at, column);
      if (height > 1) node.properties.rowSpan = height;
      return [node];
    }),
  );
  const [only, ...others] = shown.flat();
  // A table of one cell is a frame around text.
  if (only && others.length === 0) return h('div', only.children);
  return h('table', [
    h(
      'tbody',
      shown.map((row) => h('tr', row)),
    ),
  ]);
}

function unwrapRows(element: XmlElement): XmlElement[] {
  return listElements(element).flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? unwrapRows(child) : [];
  });
}

function unwrapCells(element: XmlElement): XmlElement[] {
  return listElements(element).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? unwrapCells(child) : [];
  });
}

function readCells(row: XmlElement, context: WordContext): Cell[] {
  const rowProperties = findElement(row, 'w:trPr');
  const isHead = findElement(rowProperties, 'w:tblHeader') !== undefined;
  let column = Number(getValue(rowProperties, 'w:gridBefore') ?? 0) || 0;
  return unwrapCells(row).map((cell) => {
    const properties = findElement(cell, 'w:tcPr');
    const width = Math.max(1, Number(getValue(properties, 'w:gridSpan') ?? 1) || 1);
    const merge = findElement(properties, 'w:vMerge');
    const node = h(
      isHead ? 'th' : 'td',
      width > 1 ? { colSpan: width } : {},
      convertBlocks(listElements(cell), context),
    );
    const place = column;
    column += width;
    const state = merge && (getAttribute(merge, 'w:val') === 'restart' ? 'start' : 'continued');
    return { node, column: place, merge: state };
  });
}

function isCovered(cells: readonly (readonly Cell[])[], at: number, column: number): boolean {
  const above = cells[at - 1]?.find((cell) => cell.column === column);
  return above?.merge !== undefined;
}

function countMerged(cells: readonly (readonly Cell[])[], at: number, column: number): number {
  let end = at + 1;
  while (cells[end]?.some((cell) => cell.column === column && cell.merge === 'continued')) end++;
  return end - at;
}
