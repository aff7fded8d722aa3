/** Draws the foot of a sheet: sources, version, maintenance, and a QR code of the list's address. */
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { FOOTER_GAP, type Sheet } from '../knowledge/checklists/print/checklist-layout.ts';
import { getHeight } from '../knowledge/checklists/print/checklist-measurer.ts';
import { MARGIN, QR_SIZE } from '../knowledge/checklists/print/paper.ts';
import { createQrCode } from '../knowledge/checklists/qr-code.ts';
import { type Pen, writeLines } from './pen.ts';

export function drawFooter(pen: Pen, { address }: Checklist, { footer }: Sheet): void {
  const { document, left, width } = pen;
  const bottom = document.pdf.page.height - MARGIN;
  const top = bottom - footer.height + FOOTER_GAP;
  document.drawRule(left, top - FOOTER_GAP / 2, width, 0.8);
  pen.y = bottom - getHeight(footer.lines) - getHeight(footer.warning);
  writeLines(pen, 'P', footer.warning);
  writeLines(pen, 'P', footer.lines);
  drawQrCode(pen, address, left + width - QR_SIZE, bottom - QR_SIZE);
}

const QUIET_ZONE = 4;

/** Draws all dark modules as one path. The quiet zone is inside the square. */
function drawQrCode({ document, part }: Pen, address: string, x: number, y: number): void {
  const { size, rectangles } = createQrCode(address, QUIET_ZONE);
  const module = QR_SIZE / size;
  const { pdf } = document;
  // PDF/UA needs `bbox`; pdfkit supports it, but its types do not.
  const options = { alt: `QR code of ${address}`, bbox: [x, y, x + QR_SIZE, y + QR_SIZE] };
  const figure = pdf.struct('Figure', options, () => {
    for (const dark of rectangles) {
      pdf.rect(x + dark.x * module, y + dark.y * module, dark.width * module, module);
    }
    pdf.fill('#000');
  });
  part.add(figure);
}
