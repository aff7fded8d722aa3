/** Draws the table of contents of a binder, and what is not in it. */
import type { StyledLines } from '../knowledge/checklists/print/checklist-measurer.ts';
import { MARGIN, STYLES, styleRun } from '../knowledge/checklists/print/paper.ts';
import { type Line, wrapPieces } from '../knowledge/checklists/print/wrap-text.ts';
import { toPrintedRuns } from '../knowledge/source/inline/printed-runs.ts';
import { drawPageNumber } from './draw-sheet.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

export interface Contents {
  readonly title: string;
  /** Names the owner of the lists, with inline Markdown. */
  readonly audience: string;
  readonly sections: readonly ContentsSection[];
  /** Sentences that name what is not in the binder, with inline Markdown. */
  readonly leftOut: readonly string[];
}

export interface ContentsSection {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly page: number }[];
}

const ROW_STYLE = { weight: 'regular', size: 10.5, leading: 17 } as const;
const NOTE_STYLE = { weight: 'regular', size: 10.5, leading: 15 } as const;
const HEADING_STYLE = { weight: 'bold', size: 12, leading: 30 } as const;
const TITLE_HEIGHT = 48;

const LEFT_OUT_HEADING = 'Not in this binder';

type ContentsLine =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'row'; readonly text: string; readonly page: number }
  | { readonly kind: 'note'; readonly line: Line };

const HEIGHTS: Record<ContentsLine['kind'], number> = {
  heading: HEADING_STYLE.leading,
  row: ROW_STYLE.leading,
  note: NOTE_STYLE.leading,
};

/** Returns how many pages the table takes. The numbers in it do not matter. */
export function countContentsPages(document: TaggedPdf, contents: Contents): number {
  return divideIntoPages(document, createLines(document, contents)).length;
}

function createLines(document: TaggedPdf, { audience, sections, leftOut }: Contents): ContentsLine[] {
  const width = document.paper.width - 2 * MARGIN;
  const wrap = (sentence: string): ContentsLine[] => {
    const pieces = toPrintedRuns(sentence).map((run) => ({
      text: run.text,
      style: styleRun(NOTE_STYLE, run),
    }));
    return wrapPieces(pieces, width, document.measureWidth).map((line) => ({ kind: 'note', line }));
  };
  return [
    ...wrap(audience),
    ...sections.flatMap(({ title, rows }): ContentsLine[] => [
      { kind: 'heading', text: title },
      ...rows.map((row) => ({ kind: 'row' as const, text: row.title, page: row.page })),
    ]),
    ...(leftOut.length > 0 ? [{ kind: 'heading' as const, text: LEFT_OUT_HEADING }] : []),
    ...leftOut.flatMap(wrap),
  ];
}

/** Divides lines into pages, so that no heading is last on its page. */
function divideIntoPages({ paper }: TaggedPdf, lines: readonly ContentsLine[]): ContentsLine[][] {
  const room = paper.height - 2 * MARGIN - TITLE_HEIGHT;
  const pages: ContentsLine[][] = [[]];
  let used = 0;
  for (const [index, line] of lines.entries()) {
    const next = line.kind === 'heading' ? lines[index + 1] : undefined;
    const needed = HEIGHTS[line.kind] + (next ? HEIGHTS[next.kind] : 0);
    if (used + needed > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += HEIGHTS[line.kind];
  }
  return pages;
}

export function drawContents(
  document: TaggedPdf,
  root: PDFKit.PDFStructureElement,
  contents: Contents,
): void {
  const { pdf } = document;
  for (const [index, lines] of divideIntoPages(document, createLines(document, contents)).entries()) {
    document.addPage();
    if (index === 0) pdf.outline.addItem('Contents');
    const part = pdf.struct('Sect');
    root.add(part);
    const name = index === 0 ? `${contents.title}: binder` : 'Contents (continued)';
    part.add(pdf.struct('H1', {}, () => document.drawLines([name], STYLES.title, MARGIN, MARGIN)));
    const list = pdf.struct('TOC');
    part.add(list);
    let y = MARGIN + TITLE_HEIGHT;
    for (const line of lines) {
      drawLine(document, list, line, y);
      y += HEIGHTS[line.kind];
    }
    list.end();
    part.end();
    drawPageNumber(document, root);
  }
}

function drawLine(
  document: TaggedPdf,
  list: PDFKit.PDFStructureElement,
  line: ContentsLine,
  y: number,
): void {
  const add = (draw: () => void) => list.add(document.pdf.struct('TOCI', {}, draw));
  if (line.kind === 'row') drawRow(document, list, line, y);
  else if (line.kind === 'note') {
    const styled: StyledLines = { style: NOTE_STYLE, lines: [line.line] };
    add(() => document.drawStyledLines(styled, MARGIN, y));
  } else add(() => document.drawLines([line.text], HEADING_STYLE, MARGIN, y));
}

/** Draws a title on the left and its page on the right, with dots between. */
function drawRow(
  document: TaggedPdf,
  list: PDFKit.PDFStructureElement,
  { text, page }: { readonly text: string; readonly page: number },
  y: number,
): void {
  const { pdf, paper } = document;
  const number = String(page);
  const numberX = paper.width - MARGIN - document.measureWidth(number, ROW_STYLE);
  const shown = truncateText(document, text, numberX - MARGIN - DOTS_GAP);
  const row = () => {
    document.drawLines([shown], ROW_STYLE, MARGIN, y);
    document.drawLines([number], ROW_STYLE, numberX, y);
  };
  list.add(pdf.struct('TOCI', {}, row));
  const start = MARGIN + document.measureWidth(shown, ROW_STYLE) + DOTS_GAP;
  document.drawDots(start, y + ROW_STYLE.leading - 5, numberX - DOTS_GAP - start);
}

/** On each side of the dots. */
const DOTS_GAP = 6;

/** Shortens a title that is too long for its line. Its own page shows all of it. */
function truncateText(document: TaggedPdf, text: string, room: number): string {
  if (document.measureWidth(text, ROW_STYLE) <= room) return text;
  let shown = text;
  while (shown.length > 1 && document.measureWidth(`${shown}…`, ROW_STYLE) > room) shown = shown.slice(0, -1);
  return `${shown.trimEnd()}…`;
}
