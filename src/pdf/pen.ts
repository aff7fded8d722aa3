/** A pen draws at a position of the page, inside one element of the document's structure. */
import type { StyledLines } from '../knowledge/checklists/print/checklist-measurer.ts';
import { BOX_SIZE, type Style } from '../knowledge/checklists/print/paper.ts';
import type { TaggedPdf } from './tagged-pdf.ts';

export type StructureElement = PDFKit.PDFStructureElement;

export interface Pen {
  readonly document: TaggedPdf;
  readonly part: StructureElement;
  readonly scale: number;
  readonly left: number;
  readonly width: number;
  y: number;
}

/** Draws tagged lines and moves the pen below them. */
export function writeLines(pen: Pen, tag: string, styled: StyledLines, x = pen.left): void {
  if (styled.lines.length === 0) return;
  const { y } = pen;
  pen.part.add(pen.document.pdf.struct(tag, {}, () => pen.document.drawStyledLines(styled, x, y)));
  pen.y += styled.lines.length * styled.style.leading;
}

/** Returns one line in one style. */
export function toStyledLines(text: string, style: Style): StyledLines {
  return { lines: [[{ text, style }]], style };
}

export function drawBox({ document }: Pen, x: number, y: number): void {
  document.drawDecoration(() => {
    document.pdf
      .lineWidth(1.2)
      .rect(x + 0.6, y + 0.6, BOX_SIZE - 1.2, BOX_SIZE - 1.2)
      .stroke('#000');
  });
}
