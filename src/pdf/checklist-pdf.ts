/** Creates a PDF of one checklist: tagged, with embedded fonts, and the same bytes for the same input. */
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { layoutChecklist } from '../knowledge/checklists/print/checklist-layout.ts';
import { PAPERS, type PaperName } from '../knowledge/checklists/print/paper.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';
import { drawSheet } from './draw-sheet.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { spellOutAll } from './spell-out.ts';
import { TaggedPdf } from './tagged-pdf.ts';

export function createChecklistPdf(
  checklist: Checklist,
  paper: PaperName,
  fonts: PdfFonts,
): Promise<Uint8Array> {
  const document = new TaggedPdf(
    toPlainText(checklist.title),
    PAPERS[paper],
    fonts,
    JSON.stringify(checklist),
  );
  const printable = spellOutAll(checklist, document.canDraw);
  const layout = layoutChecklist(printable, PAPERS[paper], document.measureWidth);
  const root = document.pdf.struct('Document');
  document.pdf.addStructure(root);
  for (const sheet of layout.sheets) drawSheet(document, root, printable, layout, sheet);
  root.end();
  return document.finish();
}
