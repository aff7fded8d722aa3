/** Draws one sheet of a laid out checklist. Everything that is read is tagged, in the order in which it is read. */
import { type Checklist, MODE_MEANINGS, MODE_NAMES } from '../knowledge/checklists/checklist.ts';
import { HEADER_PARTS, type Layout, type Sheet } from '../knowledge/checklists/print/layout.ts';
import type { Lines } from '../knowledge/checklists/print/measured.ts';
import { BOX, BOX_GAP, MARGIN, STYLES } from '../knowledge/checklists/print/paper.ts';
import { drawBlock } from './draw-block.ts';
import { drawFooter } from './draw-footer.ts';
import type { PaperDocument } from './paper-document.ts';
import { drawBox, type Pen, type Structure, scaled, write } from './pen.ts';

/** @param root the element of the document that the sheet becomes a part of */
export function drawSheet(
  document: PaperDocument,
  root: Structure,
  checklist: Checklist,
  layout: Layout,
  sheet: Sheet,
): void {
  const { pdf } = document;
  document.newPage();
  const part = pdf.struct('Sect');
  root.add(part);
  const pen: Pen = {
    document,
    part,
    scale: layout.scale,
    left: MARGIN,
    width: pdf.page.width - 2 * MARGIN,
    y: MARGIN,
  };
  drawHeader(pen, checklist, sheet);
  for (const block of sheet.blocks) drawBlock(pen, block);
  drawLast(pen, sheet);
  drawFooter(pen, checklist, sheet);
  part.end();
}

function drawHeader(pen: Pen, checklist: Checklist, sheet: Sheet): void {
  const { header } = sheet;
  drawBadge(pen, checklist, sheet);
  pen.y += HEADER_PARTS.badge * pen.scale;
  write(pen, 'H1', header.title);
  pen.y += HEADER_PARTS.afterTitle * pen.scale;
  write(pen, 'P', header.objective);
  drawLabelled(pen, 'Use it when you see', header.signals);
  drawLabelled(pen, 'Tried before, without the help that was hoped for', header.tried);
  drawFillIn(pen, ['For', 'By', 'Date', 'Time']);
}

/** The mode in black, what it means beside it, and the number of the sheet. */
function drawBadge(pen: Pen, { mode }: Checklist, sheet: Sheet): void {
  const { document, scale, left, width, y } = pen;
  const style = scaled(STYLES.mode, scale);
  const label = scaled(STYLES.label, scale);
  const name = mode === 'mixed' ? 'AS MARKED' : MODE_NAMES[mode];
  const meaning = mode === 'mixed' ? 'Each block says how it is gone through.' : MODE_MEANINGS[mode];
  const nameWidth = document.widthOf(name, style);
  document.decoration(() => {
    const frame = [left, y - 1, nameWidth + 12, style.leading + 4] as const;
    if (mode === 'read-do') document.pdf.rect(...frame).fill('#000');
    else
      document.pdf
        .lineWidth(1.2)
        .rect(...frame)
        .stroke('#000');
  });
  const text = () => {
    document.lines([name], style, left + 6, y + 1, mode === 'read-do' ? '#fff' : '#000');
    document.lines([meaning], label, left + nameWidth + 20, y + 1);
    if (sheet.of === 1) return;
    const number = `Sheet ${sheet.number} of ${sheet.of}`;
    document.lines([number], style, left + width - document.widthOf(number, style), y + 1);
  };
  pen.part.add(document.pdf.struct('P', {}, text));
}

function drawLabelled(pen: Pen, label: string, lines: Lines): void {
  if (lines.lines.length === 0) return;
  pen.y += HEADER_PARTS.gap * pen.scale;
  const style = scaled(STYLES.label, pen.scale);
  write(pen, 'P', { lines: [label], style: { ...style, leading: HEADER_PARTS.label * pen.scale } });
  write(pen, 'P', lines);
}

/** Lines to write on, each with its name before it. */
function drawFillIn(pen: Pen, names: readonly string[]): void {
  const { document, left, width } = pen;
  const style = STYLES.label;
  const y = pen.y + HEADER_PARTS.fillIn - style.leading - 4;
  const shares = [0.4, 0.28, 0.18, 0.14];
  let x = left;
  const places = names.map((name, index) => {
    const place = {
      name,
      x,
      line: x + document.widthOf(name, style) + 5,
      end: x + width * (shares[index] ?? 0),
    };
    x = place.end;
    return place;
  });
  pen.part.add(
    document.pdf.struct('P', {}, () => {
      for (const place of places) document.lines([place.name], style, place.x, y);
    }),
  );
  for (const { line, end } of places) document.rule(line, y + style.leading - 1, end - line - 8, 0.6);
  pen.y += HEADER_PARTS.fillIn;
}

/** The completion line with its box, or where it goes on. */
function drawLast(pen: Pen, { last, number, of }: Sheet): void {
  pen.y += LAST_SPACE * pen.scale;
  const isComplete = number === of;
  if (isComplete) {
    const top = pen.y + last.style.leading / 2 - BOX / 2;
    drawBox(pen, pen.left, top);
  }
  write(pen, 'P', last, pen.left + (isComplete ? BOX + BOX_GAP : 0));
}

const LAST_SPACE = 14;

/** In the margin at the foot, for binders. */
export function drawPageNumber(document: PaperDocument, root: Structure): void {
  const { pdf, paper } = document;
  const number = `Page ${document.pageNumber}`;
  const style = STYLES.label;
  const x = (paper.width - document.widthOf(number, style)) / 2;
  root.add(
    pdf.struct('P', {}, () =>
      document.lines([number], style, x, paper.height - MARGIN / 2 - style.leading / 2),
    ),
  );
}
