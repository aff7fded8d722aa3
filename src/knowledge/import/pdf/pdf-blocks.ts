/** The lines of a PDF as headings, paragraphs, lists and tables. */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { linkifyText, parseTextBlocks } from '../text-blocks.ts';
import type { PdfLine } from './pdf-lines.ts';
import { STRIKE_END, STRIKE_START } from './pdf-strikes.ts';

export interface PdfBlocks {
  readonly blocks: RootContent[];
  /** Words that were divided at a hyphen, which may belong to them. */
  readonly unclear: readonly string[];
}

/** Lines of a larger font are headings. */
const HEADING_RATIO = 1.13;
const MAX_HEADING_LENGTH = 150;
/** The distance between the lines of a paragraph, in sizes of its font. */
const MAX_LINE_DISTANCE = 1.75;
/** A line that ends before this part of the width was ended by its writer. */
const FULL_LINE = 0.8;

interface Layout {
  readonly bodySize: number;
  /** The sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
  readonly right: number;
  readonly left: number;
  readonly words: ReadonlySet<string>;
  readonly unclear: Set<string>;
}

export function arrangeLines(pages: readonly (readonly PdfLine[])[]): PdfBlocks {
  const lines = pages.flat();
  const layout = measure(lines);
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const level = findLevel(line, layout);
    const table = level === undefined ? readTable(lines, at, layout) : undefined;
    if (table) {
      blocks.push(table.block);
      at = table.next;
      continue;
    }
    let end = at + 1;
    while (
      continuesBlock(lines[end - 1], lines[end], level, layout) &&
      readTable(lines, end, layout) === undefined
    )
      end++;
    const text = joinLines(lines.slice(at, end), layout);
    if (level === undefined) blocks.push(...parseTextBlocks(text));
    else {
      const children: PhrasingContent[] = [{ type: 'text', value: text.replace(/\s*\n\s*/g, ' ') }];
      blocks.push({ type: 'heading', depth: level, children });
    }
    at = end;
  }
  return { blocks: joinLists(blocks), unclear: [...layout.unclear] };
}

function measure(lines: readonly PdfLine[]): Layout {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = roundSize(size);
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  const [[bodySize = 10] = []] = [...lengths].sort(([, a], [, b]) => b - a);
  const larger = [...lengths.keys()].filter((size) => size > bodySize * HEADING_RATIO).sort((a, b) => b - a);
  const body = lines.filter(({ size }) => roundSize(size) === bodySize);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []));
  return {
    bodySize,
    headingSizes: larger,
    right: Math.max(0, ...body.map(({ end }) => end)),
    left: Math.min(Number.MAX_SAFE_INTEGER, ...body.map(({ x }) => x)),
    words,
    unclear: new Set(),
  };
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

function findLevel({ size, text }: PdfLine, { headingSizes }: Layout): 1 | 2 | 3 | 4 | undefined {
  const rank = headingSizes.indexOf(roundSize(size));
  if (rank < 0 || text.length > MAX_HEADING_LENGTH || !/\p{L}/u.test(text)) return undefined;
  return (Math.min(rank, 3) + 1) as 1 | 2 | 3 | 4;
}

const ITEM_START = /^(?:[-*+•◦‣·–●○▪■☐☑☒]|\(?\d{1,3}[.)]) ?(?=\S)/u;

function continuesBlock(
  before: PdfLine | undefined,
  line: PdfLine | undefined,
  level: number | undefined,
  layout: Layout,
): boolean {
  if (
    !before ||
    !line ||
    findLevel(line, layout) !== level ||
    roundSize(line.size) !== roundSize(before.size)
  )
    return false;
  const distance = before.y - line.y;
  // The text goes on at the top of the next page in the middle of a sentence.
  if (distance <= 0)
    return level === undefined && /[\p{L},;-]$/u.test(before.text) && /^\p{Ll}/u.test(line.text);
  return distance <= line.size * MAX_LINE_DISTANCE;
}

/** Joins the lines of a block. Lines that their writer ended stay lines. */
function joinLines(lines: readonly PdfLine[], layout: Layout): string {
  let joined = '';
  for (const [at, line] of lines.entries()) {
    const text = line.text.replace(ITEM_START, (mark) => `${mark.trim()} `).replace(/^[●○▪■◦‣·–](?= )/u, '-');
    const before = lines[at - 1];
    if (!before) joined = text;
    else if (ITEM_START.test(line.text)) joined += `\n${text}`;
    else if (/[\p{L}][-\u00AD‐]$/u.test(joined) && /^\p{Ll}/u.test(text))
      joined = joinWord(joined, text, layout);
    else joined += isFull(before, line, layout) ? ` ${text}` : `\n${text}`;
  }
  // Words that are struck out one by one are one text.
  return joined.replace(STRIKE_GAP, '$1');
}

const STRIKE_GAP = new RegExp(`${STRIKE_END}( ?)${STRIKE_START}`, 'g');

/** Returns whether the first word of the next line had no room on a line. */
function isFull(line: PdfLine, next: PdfLine, { left, right }: Layout): boolean {
  const width = right - left;
  const [word = ''] = next.text.split(' ');
  const wordWidth = (word.length + 1) * ((next.end - next.x) / Math.max(1, next.text.length));
  return line.end + wordWidth > right - width * 0.02 || line.end > left + width * FULL_LINE * 1.15;
}

/** Decides by the other words of the document whether a hyphen at the end of a line belongs to the word. */
function joinWord(text: string, next: string, { words, unclear }: Layout): string {
  const [start = ''] = /[\p{L}\p{N}-]+[-\u00AD‐]$/u.exec(text) ?? [];
  const [end = ''] = /^[\p{L}\p{N}-]+/u.exec(next) ?? [];
  const stem = start.slice(0, -1);
  const whole = `${stem}${end}`.toLowerCase();
  if (start.endsWith('\u00AD') || words.has(whole)) return `${text.slice(0, -1)}${next}`;
  const hyphenated = `${stem}-${end}`;
  if (!words.has(hyphenated.toLowerCase())) unclear.add(hyphenated);
  return `${text.slice(0, -1)}-${next}`;
}

/** Points that the starts of the cells of a column can differ. */
const COLUMN_TOLERANCE = 4;
/** The distances between lines within a cell, and between rows, in sizes of their font. */
const MAX_CELL_DISTANCE = 1.45;
const MAX_ROW_DISTANCE = 4;
const ITEM_MARK = /^(?:[-*+•◦‣·–●○▪■]|\(?\d{1,3}[.)])$/u;

/** Reads rows whose cells start at the same places; undefined if there are less than two. */
function readTable(
  lines: readonly PdfLine[],
  at: number,
  layout: Layout,
): { readonly block: Table; readonly next: number } | undefined {
  const head = lines[at];
  const [first, second] = head?.segments ?? [];
  if (!head || !first || !second || ITEM_MARK.test(first.text)) return undefined;
  const columns = head.segments.map(({ x }) => x);
  const rows: string[][] = [];
  let next = at;
  let full = 0;
  for (; next < lines.length; next++) {
    const line = lines[next];
    const places = line && findPlaces(line, columns, layout);
    const step = places && findStep(lines[next - 1], line, places, rows.length === 0);
    if (!line || !places || step === 'end' || step === undefined) break;
    if (step === 'row') rows.push(columns.map(() => ''));
    if (places.length > 1) full++;
    addCells(rows.at(-1) ?? [], line, places);
  }
  return full < 2 ? undefined : { block: createTable(rows), next };
}

function addCells(row: string[], line: PdfLine, places: readonly number[]): void {
  for (const [index, { text }] of line.segments.entries()) {
    const place = places[index] ?? 0;
    row[place] = [row[place], text].filter(Boolean).join(' ');
  }
}

/** Returns the columns that the segments of a line start in; undefined if it is not a part of the table. */
function findPlaces(line: PdfLine, columns: readonly number[], layout: Layout): number[] | undefined {
  const places = line.segments.map(({ x }) =>
    columns.findIndex((column) => Math.abs(column - x) <= COLUMN_TOLERANCE),
  );
  const isText = places.length === 1 && places[0] === 0 && line.end > (columns[1] ?? 0);
  return places.includes(-1) || isText || findLevel(line, layout) !== undefined ? undefined : places;
}

/** A line with one cell goes on with the row above it, if it is close below. */
function findStep(
  before: PdfLine | undefined,
  line: PdfLine,
  places: readonly number[],
  isFirst: boolean,
): 'row' | 'cell' | 'end' {
  if (isFirst || !before) return 'row';
  const distance = before.y - line.y;
  if (distance > line.size * MAX_ROW_DISTANCE) return 'end';
  if (places[0] === 0 && places.length > 1) return 'row';
  return distance <= line.size * MAX_CELL_DISTANCE || places[0] !== 0 ? 'cell' : 'end';
}

function createTable(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((text) => ({
        type: 'tableCell',
        children: linkifyText(text.replace(STRIKE_GAP, '$1')),
      })),
    })),
  };
}

/** Items with a space between them are one list. */
function joinLists(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNext =
      block.type === 'list' &&
      last?.type === 'list' &&
      block.ordered === last.ordered &&
      (!block.ordered || block.start === (last.start ?? 1) + last.children.length);
    if (isNext) last.children.push(...block.children);
    else joined.push(block);
  }
  return joined;
}
