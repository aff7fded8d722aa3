/** Draws the foot of a sheet: where the list comes from, how old it is, and the code that leads to its page. */
import encodeQR from 'qr';
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { FOOTER_GAP, type Sheet } from '../knowledge/checklists/print/checklist-layout.ts';
import { getHeight } from '../knowledge/checklists/print/checklist-measurer.ts';
import { MARGIN, QR_SIZE } from '../knowledge/checklists/print/paper.ts';
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

/** One path of all dark modules. The quiet zone of four modules (ISO/IEC 18004) lies inside the square. */
function drawQrCode({ document, part }: Pen, address: string, x: number, y: number): void {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: 4 });
  const size = QR_SIZE / modules.length;
  const { pdf } = document;
  // `bbox` is asked for by PDF/UA and known to pdfkit, though not to its types.
  const options = { alt: `QR code of ${address}`, bbox: [x, y, x + QR_SIZE, y + QR_SIZE] };
  const figure = pdf.struct('Figure', options, () => {
    for (const [row, cells] of modules.entries()) {
      for (const [start, length] of findDarkRuns(cells)) {
        pdf.rect(x + start * size, y + row * size, length * size, size);
      }
    }
    pdf.fill('#000');
  });
  part.add(figure);
}

/** Where dark modules begin in a row, and how many follow each other. */
function findDarkRuns(cells: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [index, dark] of cells.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last[0] + last[1] === index) last[1]++;
    else runs.push([index, 1]);
  }
  return runs;
}
