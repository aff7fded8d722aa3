/** Where the next thing is drawn, and what of the document's structure it belongs to. */
import type { Lines } from '../knowledge/checklists/print/measured.ts';
import { BOX, type Style } from '../knowledge/checklists/print/paper.ts';
import type { PaperDocument } from './paper-document.ts';

export type Structure = PDFKit.PDFStructureElement;

export interface Pen {
  readonly document: PaperDocument;
  readonly part: Structure;
  readonly scale: number;
  readonly left: number;
  readonly width: number;
  y: number;
}

/** Draws tagged lines at the pen and moves it below them. */
export function write(pen: Pen, tag: string, { lines, style }: Lines, x = pen.left): void {
  if (lines.length === 0) return;
  const { y } = pen;
  pen.part.add(pen.document.pdf.struct(tag, {}, () => pen.document.lines(lines, style, x, y)));
  pen.y += lines.length * style.leading;
}

export function drawBox({ document }: Pen, x: number, y: number): void {
  document.decoration(() => {
    document.pdf
      .lineWidth(1.2)
      .rect(x + 0.6, y + 0.6, BOX - 1.2, BOX - 1.2)
      .stroke('#000');
  });
}

/** A style that shrinks with the sheet. */
export function scaled(style: Style, scale: number): Style {
  return { ...style, size: style.size * scale, leading: style.leading * scale };
}
