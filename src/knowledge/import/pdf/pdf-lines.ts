/** The pieces of text on the pages of a PDF as lines, without what is repeated at the edges of pages. */

/** A piece of text with its place on the page, in points from the bottom left. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of its font. */
  readonly size: number;
  /** True if it does not run from left to right: a watermark. */
  readonly isTurned: boolean;
}

/** Text in a line, up to a wide gap. */
interface LineSegment {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

export interface PdfLine {
  readonly segments: readonly LineSegment[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Gaps in widths of the letter m. */
const SPACE_GAP = 0.15;
const COLUMN_GAP = 1.4;

/** Lines are in the order of the file, which is that of reading in every program that writes text. */
export function createLines(pieces: readonly TextPiece[]): PdfLine[] {
  const lines: TextPiece[][] = [];
  for (const piece of pieces) {
    if (piece.isTurned || piece.text.trim() === '') continue;
    const line = lines
      .slice(-MAX_CELL_LINES)
      .findLast((open) => isOnLine(open, piece, open === lines.at(-1)));
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => createLine(line.toSorted((a, b) => a.x - b.x)));
}

/** The lines of the cell at the left, which comes first in a row. */
const MAX_CELL_LINES = 8;

/** Raised and lowered text belongs to its line, and the next cell to the line of the first that is at its height. */
function isOnLine(line: readonly TextPiece[], piece: TextPiece, isLast: boolean): boolean {
  const last = line.at(-1);
  if (!last) return false;
  const size = Math.max(last.size, piece.size);
  const isRight = piece.x >= last.x + last.width - size;
  const shift = Math.abs(piece.y - last.y);
  // A mark of an item can come after its text.
  if (isLast && shift < size * 0.1) return true;
  return isRight && shift < size * (isLast ? 0.6 : 0.75);
}

function createLine(pieces: readonly TextPiece[]): PdfLine {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const base = pieces.find((piece) => piece.size === size)?.y ?? 0;
  const segments: { text: string; x: number; end: number }[] = [];
  for (const piece of pieces) {
    const text = markScript(piece, size, base);
    const open = segments.at(-1);
    const gap = open ? piece.x - open.end : 0;
    if (!open || gap > size * COLUMN_GAP) segments.push({ text, x: piece.x, end: piece.x + piece.width });
    else {
      const isApart = gap > size * SPACE_GAP && !/\s$/.test(open.text) && !/^\s/.test(text);
      open.text += isApart ? ` ${text}` : text;
      open.end = piece.x + piece.width;
    }
  }
  const shown = segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }));
  const [first] = shown;
  return {
    segments: shown,
    text: shown.map(({ text }) => text).join(' '),
    x: first?.x ?? 0,
    end: shown.at(-1)?.end ?? 0,
    y: base,
    size,
  };
}

/** 10 with a small, raised 6 is not 106. */
function markScript({ text, size, y }: TextPiece, lineSize: number, base: number): string {
  if (size > lineSize * 0.85 || text.trim() === '') return text;
  const shift = y - base;
  if (Math.abs(shift) < lineSize * 0.05) return text;
  const words = text.trim();
  return `${shift > 0 ? '^' : '_'}${words.length > 1 ? `(${words})` : words}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Lines at an edge of a page that can be its header or footer. */
const EDGE_LINES = 3;

/** Takes out the lines that are at the same edge of most pages. Their numbers can differ. */
export function removePageFrames(pages: readonly (readonly PdfLine[])[]): {
  readonly pages: PdfLine[][];
  readonly frames: readonly string[];
} {
  const filled = pages.filter((page) => page.length > 0);
  if (filled.length < 2) return { pages: pages.map((page) => [...page]), frames: [] };
  const counts = new Map<string, number>();
  for (const page of filled) {
    for (const key of new Set(listEdges(page).map(createKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(2, Math.ceil(filled.length * 0.6));
  const frames = new Set<string>();
  const inner = pages.map((page) => {
    const edges = new Set(listEdges(page));
    return page.filter((line) => {
      const isFrame = edges.has(line) && (counts.get(createKey(line)) ?? 0) >= needed;
      if (isFrame) frames.add(line.text);
      return !isFrame;
    });
  });
  return { pages: inner, frames: [...frames] };
}

function listEdges(page: readonly PdfLine[]): PdfLine[] {
  const sorted = page.toSorted((a, b) => b.y - a.y);
  return [...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)];
}

function createKey({ text, y }: PdfLine): string {
  return `${Math.round(y / 4)} ${text.replace(/\d+/g, '#')}`;
}
