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
      const style = line.page === undefined ? HEADING : ROW;
      list.add(pdf.struct('TOCI', {}, () => drawLine(document, line, y)));
      y += style.leading;
    }
    list.end();
    part.end();
    drawPageNumber(document, root);
  }
}

/** The title at the left, the page at the right, dots between. */
function drawLine(document: PaperDocument, { text, page }: Line, y: number): void {
  if (page === undefined) {
    document.lines([text], HEADING, MARGIN, y);
    return;
  }
  const right = document.paper.width - MARGIN;
  const number = String(page);
  const numberX = right - document.widthOf(number, ROW);
  const room = numberX - MARGIN - 8;
  const shown = fitting(document, text, room);
  const dots = Math.max(
    0,
    Math.floor((room - document.widthOf(shown, ROW) - 6) / document.widthOf('.', ROW)),
  );
  document.lines([shown], ROW, MARGIN, y);
  document.lines([number], ROW, numberX, y);
  document.lines(['.'.repeat(dots)], ROW, numberX - 6 - dots * document.widthOf('.', ROW), y);
}

/** A title too long for its line is cut: the whole of it stands on its own page. */
function fitting(document: PaperDocument, text: string, room: number): string {
  if (document.widthOf(text, ROW) <= room) return text;
  let shown = text;
  while (shown.length > 1 && document.widthOf(`${shown}…`, ROW) > room) shown = shown.slice(0, -1);
  return `${shown.trimEnd()}…`;
}
