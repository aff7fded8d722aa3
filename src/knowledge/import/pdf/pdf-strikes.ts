/** Lines through text, which strike it out: a PDF has no other sign for that. */
import type { TextPiece } from './pdf-lines.ts';

/** A thin, level line on a page, in points from the bottom left. */
export interface RuledLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The operations that draw a page, as PDF.js lists them. */
export interface PageOperations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export type OperationCodes = Readonly<
  Record<
    'save' | 'restore' | 'transform' | 'constructPath' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd',
    number
  >
>;

type Matrix = readonly [number, number, number, number, number, number];

const MAX_THICKNESS = 2.5;
const MIN_LENGTH = 2;
/** A page with more is a drawing. */
const MAX_OPERATIONS = 200_000;

export function findRuledLines({ fnArray, argsArray }: PageOperations, codes: OperationCodes): RuledLine[] {
  if (fnArray.length > MAX_OPERATIONS) return [];
  const lines: RuledLine[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, code] of fnArray.entries()) {
    const args = argsArray[at];
    const [first, second] = Array.isArray(args) ? args : [];
    switch (code) {
      case codes.save:
        saved.push(matrix);
        break;
      case codes.paintFormXObjectBegin:
        saved.push(matrix);
        matrix = multiply(matrix, first);
        break;
      case codes.restore:
      case codes.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case codes.transform:
        matrix = multiply(matrix, args);
        break;
      case codes.constructPath:
        lines.push(...readPath(second, matrix));
        break;
    }
  }
  return lines;
}

function multiply(outer: Matrix, values: unknown): Matrix {
  const numbers = toNumbers(values);
  if (numbers.length < 6) return outer;
  const [a, b, c, d, e, f] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = numbers;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function toNumbers(values: unknown): number[] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.values(values).filter((value): value is number => typeof value === 'number');
}

/** The kinds of steps in a path, with the number of their coordinates. */
const STEP_LENGTHS = [2, 2, 6, 4, 0];

/** Splits a path at its moves. Each part can be a line. */
function readPath(data: unknown, matrix: Matrix): RuledLine[] {
  const numbers = toNumbers(Array.isArray(data) ? data[0] : undefined);
  const parts: { x: number; y: number }[][] = [];
  for (let at = 0; at < numbers.length;) {
    const step = numbers[at] ?? 4;
    const length = STEP_LENGTHS[step] ?? 0;
    if (step === 0) parts.push([]);
    for (let index = at + 1; index < at + 1 + length; index += 2) {
      parts.at(-1)?.push(place(numbers[index] ?? 0, numbers[index + 1] ?? 0, matrix));
    }
    at += 1 + length;
  }
  return parts.flatMap(toRuledLine);
}

function place(x: number, y: number, [a, b, c, d, e, f]: Matrix): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

function toRuledLine(points: readonly { readonly x: number; readonly y: number }[]): RuledLine[] {
  // A line or a rectangle has five points at most.
  if (points.length < 2 || points.length > 6) return [];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - bottom > MAX_THICKNESS || right - left < MIN_LENGTH) return [];
  return [{ left, right, y: (top + bottom) / 2 }];
}

/** The marks around text that is struck out; both are characters for private use. */
export const STRIKE_START = '\uE0F3';
export const STRIKE_END = '\uE0F4';

/** The heights above the base of the text between which a line strikes it out. Underlines and frames are outside. */
const MIN_HEIGHT = 0.12;
const MAX_HEIGHT = 0.5;

/** A page with more of them is a drawing, or a table of many cells. */
const MAX_RULED_LINES = 5_000;

/** Marks the words of pieces that lines go through. */
export function markStruckText(pieces: readonly TextPiece[], lines: readonly RuledLine[]): TextPiece[] {
  if (lines.length === 0 || lines.length > MAX_RULED_LINES) return [...pieces];
  const byHeight = new Map<number, RuledLine[]>();
  for (const line of lines) {
    const key = Math.round(line.y);
    const same = byHeight.get(key) ?? [];
    same.push(line);
    byHeight.set(key, same);
  }
  return pieces.map((piece) => {
    const through: RuledLine[] = [];
    const top = Math.ceil(piece.y + piece.size * MAX_HEIGHT);
    for (let height = Math.floor(piece.y); height <= Math.min(top, piece.y + MAX_PIECE_HEIGHT); height++) {
      through.push(...(byHeight.get(height) ?? []).filter((line) => goesThrough(line, piece)));
    }
    return through.length === 0 ? piece : { ...piece, text: markWords(piece, through) };
  });
}

const MAX_PIECE_HEIGHT = 100;

function goesThrough({ left, right, y }: RuledLine, piece: TextPiece): boolean {
  const height = (y - piece.y) / piece.size;
  return height >= MIN_HEIGHT && height <= MAX_HEIGHT && right > piece.x && left < piece.x + piece.width;
}

/** A word is struck out if a line goes through half of it. The widths of letters are estimated. */
function markWords({ text, x, width }: TextPiece, lines: readonly RuledLine[]): string {
  const total = estimateWidth(text);
  let before = 0;
  return text
    .split(/(\s+)/)
    .map((word) => {
      const start = x + (before / total) * width;
      before += estimateWidth(word);
      const end = x + (before / total) * width;
      if (word.trim() === '') return word;
      const covered = lines.reduce(
        (sum, { left, right }) => sum + Math.max(0, Math.min(right, end) - Math.max(left, start)),
        0,
      );
      return covered > (end - start) / 2 ? `${STRIKE_START}${word}${STRIKE_END}` : word;
    })
    .join('');
}

const NARROW = /[iljtfrI.,:;'’|!()[\]\s-]/;
const WIDE = /[mwMW@%]/;

function estimateWidth(text: string): number {
  let width = 0;
  for (const letter of text)
    width += NARROW.test(letter) ? 0.5 : WIDE.test(letter) ? 1.5 : /\p{Lu}/u.test(letter) ? 1.25 : 1;
  return width;
}

export function stripStrikes(text: string): string {
  return text.replaceAll(STRIKE_START, '').replaceAll(STRIKE_END, '');
}
