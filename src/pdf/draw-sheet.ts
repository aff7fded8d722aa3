/** Draws one sheet of a checklist. All text is tagged in reading order. */
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import {
  FILL_IN_LINES,
  MODE_MEANINGS,
  MODE_NAMES,
  SIGNALS_HEADING,
  TRIED_HEADING,
} from '../knowledge/checklists/checklist-wording.ts';
import {
  type ChecklistLayout,
  CLOSING_GAP,
  HEADER_HEIGHTS,
  type Sheet,
} from '../knowledge/checklists/print/checklist-layout.ts';
import type { StyledLines } from '../knowledge/checklists/print/checklist-measurer.ts';
import { BOX_GAP, BOX_SIZE, MARGIN, STYLES, scaleStyle } from '../knowledge/checklists/print/paper.ts';
import { drawBlock } from './draw-block.ts';
import { drawFooter } from './draw-footer.ts';
import { drawBox, type Pen, type StructureElement, toStyledLines, writeLines } from './pen.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

/** @param root the structure element of the document */
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
  writeLines(pen, 'P', header.audience);
  drawWarnings(pen, header.warnings);
  drawLabelledLines(pen, SIGNALS_HEADING, header.signals);
  drawLabelledLines(pen, TRIED_HEADING, header.tried);
  drawFillInLines(pen, FILL_IN_LINES);
}

/** Draws the mode in a frame, its meaning next to it, and the number of the page. */
function drawBadge(pen: Pen, { mode }: Checklist, sheet: Sheet): void {
  const { document, scale, left, width, y } = pen;
  const style = scaleStyle(STYLES.mode, scale);
  const label = scaleStyle(STYLES.label, scale);
  const name = MODE_NAMES[mode];
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
    document.drawLines([MODE_MEANINGS[mode]], label, left + nameWidth + 20, y + 1);
    if (sheet.total === 1) return;
    const number = `Page ${sheet.number} of ${sheet.total}`;
    document.drawLines([number], style, left + width - document.measureWidth(number, style), y + 1);
  };
  pen.part.add(document.pdf.struct('P', {}, text));
}

function drawWarnings(pen: Pen, warnings: StyledLines): void {
  if (warnings.lines.length === 0) return;
  pen.y += HEADER_HEIGHTS.gap * pen.scale;
  writeLines(pen, 'P', warnings);
}

function drawLabelledLines(pen: Pen, label: string, lines: StyledLines): void {
  if (lines.lines.length === 0) return;
  pen.y += HEADER_HEIGHTS.gap * pen.scale;
  const style = scaleStyle(STYLES.label, pen.scale);
  writeLines(pen, 'P', toStyledLines(label, { ...style, leading: HEADER_HEIGHTS.label * pen.scale }));
  writeLines(pen, 'P', lines);
}

/** Draws lines to write on, each with its name before it. */
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

/** Draws the completion line with its box, or the page that the list continues on. */
function drawClosing(pen: Pen, { closing, number, total }: Sheet): void {
  pen.y += CLOSING_GAP * pen.scale;
  const isComplete = number === total;
  if (isComplete) {
    const top = pen.y + closing.style.leading / 2 - BOX_SIZE / 2;
    drawBox(pen, pen.left, top);
  }
  writeLines(pen, 'P', closing, pen.left + (isComplete ? BOX_SIZE + BOX_GAP : 0));
}

/** Draws the number of the page in a binder, in the bottom margin. */
export function drawPageNumber(document: TaggedPdf, root: StructureElement): void {
  const { pdf, paper } = document;
  const number = `Binder page ${document.pageNumber}`;
  const style = STYLES.label;
  const x = (paper.width - document.measureWidth(number, style)) / 2;
  root.add(
    pdf.struct('P', {}, () =>
      document.drawLines([number], style, x, paper.height - MARGIN / 2 - style.leading / 2),
    ),
  );
}
