/**
 * The sizes of a PDF page in points (1/72 inch), the same for both papers. They follow Degani and Wiener
 * (NASA CR-177549): sans serif, large, upper and lower case; boxes of 4 mm or more.
 */
import type { Run } from '../../source/inline/printed-runs.ts';

export type PaperName = 'a4' | 'letter';

export interface Paper {
  readonly name: PaperName;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

const POINTS_PER_MM = 72 / 25.4;

export const PAPERS: Record<PaperName, Paper> = {
  a4: { name: 'a4', title: 'A4', width: 210 * POINTS_PER_MM, height: 297 * POINTS_PER_MM },
  letter: { name: 'letter', title: 'Letter', width: 8.5 * 72, height: 11 * 72 },
};

export const MARGIN = 14 * POINTS_PER_MM;

export type Weight = 'regular' | 'semibold' | 'bold';

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  /** The distance from one line to the next. */
  readonly leading: number;
  /** Set in a monospaced font, in which letters and digits cannot be confused. */
  readonly code?: true;
  readonly italic?: true;
}

export const STYLES = {
  mode: { weight: 'bold', size: 10, leading: 12 },
  title: { weight: 'bold', size: 22, leading: 27 },
  objective: { weight: 'regular', size: 11, leading: 15 },
  audience: { weight: 'semibold', size: 10, leading: 14 },
  label: { weight: 'semibold', size: 8.5, leading: 12 },
  signal: { weight: 'semibold', size: 10.5, leading: 14 },
  tried: { weight: 'regular', size: 9.5, leading: 13 },
  block: { weight: 'bold', size: 13, leading: 17 },
  condition: { weight: 'bold', size: 10.5, leading: 14 },
  item: { weight: 'semibold', size: 11.5, leading: 15 },
  expect: { weight: 'regular', size: 10.5, leading: 14 },
  code: { weight: 'regular', size: 9.5, leading: 13, code: true },
  where: { weight: 'regular', size: 9.5, leading: 13 },
  evidence: { weight: 'regular', size: 8, leading: 11 },
  completion: { weight: 'bold', size: 11.5, leading: 15 },
  footer: { weight: 'regular', size: 8.5, leading: 12 },
  warning: { weight: 'bold', size: 10, leading: 14 },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

/** Returns a style that grows and shrinks with the sheet. */
export function scaleStyle(style: Style, scale: number): Style {
  return { ...style, size: style.size * scale, leading: style.leading * scale };
}

/** The letters of the monospaced font look larger than those of the text. */
const CODE_SCALE = 0.92;

/** Returns the style of a run within text of another style. */
export function styleRun(style: Style, { code, strong, emphasis }: Omit<Run, 'text'>): Style {
  if (!code && !strong && !emphasis) return style;
  return {
    ...style,
    ...(code ? { code, size: style.size * CODE_SCALE } : {}),
    ...(strong ? { weight: 'bold' } : {}),
    ...(emphasis ? { italic: true } : {}),
  };
}

export const BOX_SIZE = 5 * POINTS_PER_MM;
/** Between the box and the text. */
export const BOX_GAP = 9;
/** Room for the number of a step, between the box and the text. */
export const NUMBER_WIDTH = 28;
/** The field for writing down the value you saw. */
export const SEEN_WIDTH = 42 * POINTS_PER_MM;
export const COLUMN_GAP = 12;
/** The lines for the names of the machines that a block is done for. */
export const NAMES_HEIGHT = 24;
export const ITEM_GAP = 8;
/** Blank paper and a rule, so that you can tell blocks apart at arm's length. */
export const BLOCK_GAP = 20;
export const QR_SIZE = 22 * POINTS_PER_MM;
