/** Draws the table of contents of a binder. */
import { MARGIN, type Paper, STYLES } from '../knowledge/checklists/print/paper.ts';
import { drawPageNumber } from './draw-sheet.ts';
import type { PaperDocument } from './paper-document.ts';

export interface Heading {
  readonly title: string;
  readonly rows: readonly { readonly title: string; readonly page: number }[];
}

const ROW = { weight: 'regular', size: 10.5, leading: 17 } as const;
const HEADING = { weight: 'bold', size: 12, leading: 30 } as const;
const TITLE = 60;

type Line = { readonly text: string; readonly page?: number };

/** Headings and rows in one column; a heading never stands last on a page. */
function pagesOf(headings: readonly Heading[], paper: Pick<Paper, 'height'>): Line[][] {
  const room = paper.height - 2 * MARGIN - TITLE;
  const pages: Line[][] = [[]];
  let used = 0;
  for (const { title, rows } of headings) {
    for (const [index, row] of rows.entries()) {
      const height = ROW.leading + (index === 0 ? HEADING.leading : 0);
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

/** How many pages the table will take. */
export function contentsSheets(
  groups: readonly { readonly title: string; readonly lists: readonly unknown[] }[],
  paper: Paper,
): number {
  const headings = groups.map(({ title, lists }) => ({
    title,
    rows: lists.map(() => ({ title: '', page: 0 })),
  }));
  return pagesOf(headings, paper).length;
}

export function drawContents(
  document: PaperDocument,
  root: PDFKit.PDFStructureElement,
  title: string,
  headings: readonly Heading[],
): void {
  const { pdf } = document;
  const paper = { height: document.paper.height };
  for (const [index, lines] of pagesOf(headings, paper).entries()) {
    document.newPage();
    if (index === 0) pdf.outline.addItem('Contents');
    const part = pdf.struct('Sect');
    root.add(part);
    const name = index === 0 ? `${title}: checklists` : 'Contents (continued)';
    part.add(pdf.struct('H1', {}, () => document.lines([name], STYLES.title, MARGIN, MARGIN)));
    const list = pdf.struct('TOC');
    part.add(list);
    let y = MARGIN + TITLE;
    for (const line of lines) {
      drawLine(document, list, line, y);
      y += line.page === undefined ? HEADING.leading : ROW.leading;
    }
    list.end();
    part.end();
    drawPageNumber(document, root);
  }
}

/** The title at the left, the page at the right, dots between. */
function drawLine(
  document: PaperDocument,
  list: PDFKit.PDFStructureElement,
  { text, page }: Line,
  y: number,
): void {
  const { pdf, paper } = document;
  if (page === undefined) {
    list.add(pdf.struct('TOCI', {}, () => document.lines([text], HEADING, MARGIN, y)));
    return;
  }
  const number = String(page);
  const numberX = paper.width - MARGIN - document.widthOf(number, ROW);
  const shown = fitting(document, text, numberX - MARGIN - GAP);
  const row = () => {
    document.lines([shown], ROW, MARGIN, y);
    document.lines([number], ROW, numberX, y);
  };
  list.add(pdf.struct('TOCI', {}, row));
  const start = MARGIN + document.widthOf(shown, ROW) + GAP;
  document.dots(start, y + ROW.leading - 5, numberX - GAP - start);
}

/** Around the dots. */
const GAP = 6;

/** A title too long for its line is cut: the whole of it stands on its own page. */
function fitting(document: PaperDocument, text: string, room: number): string {
  if (document.widthOf(text, ROW) <= room) return text;
  let shown = text;
  while (shown.length > 1 && document.widthOf(`${shown}…`, ROW) > room) shown = shown.slice(0, -1);
  return `${shown.trimEnd()}…`;
}
