/** Draws one sheet of a laid out checklist. Everything that is read is tagged, in the order in which it is read. */
import { type Checklist, MODE_MEANINGS, MODE_NAMES } from '../knowledge/checklists/checklist.ts';
import {
  type ChecklistLayout,
  HEADER_HEIGHTS,
  type Sheet,
} from '../knowledge/checklists/print/checklist-layout.ts';
import type { StyledLines } from '../knowledge/checklists/print/checklist-measurer.ts';
import { BOX_GAP, BOX_SIZE, MARGIN, STYLES } from '../knowledge/checklists/print/paper.ts';
import { drawBlock } from './draw-block.ts';
import { drawFooter } from './draw-footer.ts';
import { drawBox, type Pen, type StructureElement, scaleStyle, writeLines } from './pen.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

/** @param root the element of the document that the sheet becomes a part of */
export function drawSheet(
  document: TaggedPdf,
  root: StructureElement,
  checklist: Checklist,
  layout: ChecklistLayout,
  sheet: Sheet,
): void {
  const { pdf } = document;
  document.addPage();
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
  drawClosing(pen, sheet);
  drawFooter(pen, checklist, sheet);
  part.end();
}

function drawHeader(pen: Pen, checklist: Checklist, sheet: Sheet): void {
  const { header } = sheet;
  drawBadge(pen, checklist, sheet);
  pen.y += HEADER_HEIGHTS.badge * pen.scale;
  writeLines(pen, 'H1', header.title);
  pen.y += HEADER_HEIGHTS.afterTitle * pen.scale;
  writeLines(pen, 'P', header.objective);
  drawLabelledLines(pen, 'Use it when you see', header.signals);
  drawLabelledLines(pen, 'Tried before, without the help that was hoped for', header.tried);
  drawFillInLines(pen, ['For', 'By', 'Date', 'Time']);
}

/** The mode in black, what it means beside it, and the number of the sheet. */
function drawBadge(pen: Pen, { mode }: Checklist, sheet: Sheet): void {
  const { document, scale, left, width, y } = pen;
  const style = scaleStyle(STYLES.mode, scale);
  const label = scaleStyle(STYLES.label, scale);
  const name = mode === 'mixed' ? 'AS MARKED' : MODE_NAMES[mode];
  const meaning = mode === 'mixed' ? 'Each block says how it is gone through.' : MODE_MEANINGS[mode];
  const nameWidth = document.measureWidth(name, style);
  document.drawDecoration(() => {
    const frame = [left, y - 1, nameWidth + 12, style.leading + 4] as const;
    if (mode === 'read-do') document.pdf.rect(...frame).fill('#000');
    else
      document.pdf
        .lineWidth(1.2)
        .rect(...frame)
        .stroke('#000');
  });
  const text = () => {
    document.drawLines([name], style, left + 6, y + 1, mode === 'read-do' ? '#fff' : '#000');
    document.drawLines([meaning], label, left + nameWidth + 20, y + 1);
    if (sheet.total === 1) return;
    const number = `Sheet ${sheet.number} of ${sheet.total}`;
    document.drawLines([number], style, left + width - document.measureWidth(number, style), y + 1);
  };
  pen.part.add(document.pdf.struct('P', {}, text));
}

function drawLabelledLines(pen: Pen, label: string, lines: StyledLines): void {
  if (lines.lines.length === 0) return;
  pen.y += HEADER_HEIGHTS.gap * pen.scale;
  const style = scaleStyle(STYLES.label, pen.scale);
  writeLines(pen, 'P', { lines: [label], style: { ...style, leading: HEADER_HEIGHTS.label * pen.scale } });
  writeLines(pen, 'P', lines);
}

/** Lines to write on, each with its name before it. */
function drawFillInLines(pen: Pen, names: readonly string[]): void {
  const { document, left, width } = pen;
  const style = STYLES.label;
  const y = pen.y + HEADER_HEIGHTS.fillIn - style.leading - 4;
  const shares = [0.4, 0.28, 0.18, 0.14];
  let x = left;
  const places = names.map((name, index) => {
    const place = {
      name,
      x,
      line: x + document.measureWidth(name, style) + 5,
      end: x + width * (shares[index] ?? 0),
    };
    x = place.end;
    return place;
  });
  pen.part.add(
    document.pdf.struct('P', {}, () => {
      for (const place of places) document.drawLines([place.name], style, place.x, y);
    }),
  );
  for (const { line, end } of places) document.drawRule(line, y + style.leading - 1, end - line - 8, 0.6);
  pen.y += HEADER_HEIGHTS.fillIn;
}

/** The completion line with its box, or where it goes on. */
function drawClosing(pen: Pen, { closing: last, number, total: of }: Sheet): void {
  pen.y += CLOSING_SPACE * pen.scale;
  const isComplete = number === of;
  if (isComplete) {
    const top = pen.y + last.style.leading / 2 - BOX_SIZE / 2;
    drawBox(pen, pen.left, top);
  }
  writeLines(pen, 'P', last, pen.left + (isComplete ? BOX_SIZE + BOX_GAP : 0));
}

const CLOSING_SPACE = 14;

/** In the margin at the foot, for binders. */
export function drawPageNumber(document: TaggedPdf, root: StructureElement): void {
  const { pdf, paper } = document;
  const number = `Page ${document.pageNumber}`;
  const style = STYLES.label;
  const x = (paper.width - document.measureWidth(number, style)) / 2;
  root.add(
    pdf.struct('P', {}, () =>
      document.drawLines([number], style, x, paper.height - MARGIN / 2 - style.leading / 2),
    ),
  );
}
