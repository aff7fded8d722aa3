/** Draws the table of contents of a binder. */
import { MARGIN, type Paper, STYLES } from '../knowledge/checklists/print/paper.ts';
import { drawPageNumber } from './draw-sheet.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

export interface ContentsSection {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly page: number }[];
}

const ROW_STYLE = { weight: 'regular', size: 10.5, leading: 17 } as const;
const HEADING_STYLE = { weight: 'bold', size: 12, leading: 30 } as const;
const TITLE_HEIGHT = 60;

type ContentsLine = { readonly text: string; readonly page?: number };

/** Divides headings and rows into pages, so that no heading is last on its page. */
function divideIntoPages(
  sections: readonly ContentsSection[],
  paper: Pick<Paper, 'height'>,
): ContentsLine[][] {
  const room = paper.height - 2 * MARGIN - TITLE_HEIGHT;
  const pages: ContentsLine[][] = [[]];
  let used = 0;
  for (const { title, rows } of sections) {
    for (const [index, row] of rows.entries()) {
      const height = ROW_STYLE.leading + (index === 0 ? HEADING_STYLE.leading : 0);
      if (used + height > room) {
        pages.push([]);
        used = 0;
      }
      if (index === 0) pages.at(-1)?.push({ text: title });
      pages.at(-1)?.push({ text: row.title, page: row.page });
      used += height;
    }
  }
  return pages;
}

/** Returns how many pages the table takes. */
export function countContentsPages(
  groups: readonly { readonly title: string; readonly lists: readonly unknown[] }[],
  paper: Paper,
): number {
  const sections = groups.map(({ title, lists }) => ({
    title,
    rows: lists.map(() => ({ title: '', page: 0 })),
  }));
  return divideIntoPages(sections, paper).length;
}

export function drawContents(
  document: TaggedPdf,
  root: PDFKit.PDFStructureElement,
  title: string,
  sections: readonly ContentsSection[],
): void {
  const { pdf } = document;
  for (const [index, lines] of divideIntoPages(sections, document.paper).entries()) {
    document.addPage();
    if (index === 0) pdf.outline.addItem('Contents');
    const part = pdf.struct('Sect');
    root.add(part);
    const name = index === 0 ? `${title}: checklists` : 'Contents (continued)';
    part.add(pdf.struct('H1', {}, () => document.drawLines([name], STYLES.title, MARGIN, MARGIN)));
    const list = pdf.struct('TOC');
    part.add(list);
    let y = MARGIN + TITLE_HEIGHT;
    for (const line of lines) {
      drawLine(document, list, line, y);
      y += line.page === undefined ? HEADING_STYLE.leading : ROW_STYLE.leading;
    }
    list.end();
    part.end();
    drawPageNumber(document, root);
  }
}

/** Draws a title on the left and its page on the right, with dots between. */
function drawLine(
  document: TaggedPdf,
  list: PDFKit.PDFStructureElement,
  { text, page }: ContentsLine,
  y: number,
): void {
  const { pdf, paper } = document;
  if (page === undefined) {
    list.add(pdf.struct('TOCI', {}, () => document.drawLines([text], HEADING_STYLE, MARGIN, y)));
    return;
  }
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
