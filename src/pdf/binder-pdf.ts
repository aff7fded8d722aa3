/**
 * All lists as one PDF, for the drawer where the network is not: a table of contents with page numbers,
 * bookmarks, and every sheet with its page number.
 */
import type { ChecklistGroup } from '../knowledge/checklists/all.ts';
import type { Checklist } from '../knowledge/checklists/checklist.ts';
import { type Layout, layoutChecklist } from '../knowledge/checklists/print/layout.ts';
import { PAPERS, type PaperName } from '../knowledge/checklists/print/paper.ts';
import { contentsSheets, drawContents, type Heading } from './draw-contents.ts';
import { drawPageNumber, drawSheet } from './draw-sheet.ts';
import type { PdfFonts } from './fonts.ts';
import { PaperDocument } from './paper-document.ts';
import { allSpelledOut } from './spelled-out.ts';

/** @param title what the binder is called, usually the name of the site */
export function binderPdf(
  title: string,
  groups: readonly ChecklistGroup[],
  paper: PaperName,
  fonts: PdfFonts,
): Promise<Uint8Array> {
  const document = new PaperDocument(`${title}: all checklists`, PAPERS[paper], fonts);
  const printable = allSpelledOut({ title, groups }, document.canDraw);
  const parts = printable.groups.map((group) => ({
    title: group.title,
    lists: group.lists.map((checklist) => ({
      checklist,
      layout: layoutChecklist(checklist, PAPERS[paper], document.widthOf),
    })),
  }));
  const root = document.pdf.struct('Document');
  document.pdf.addStructure(root);
  drawContents(document, root, printable.title, numbered(parts, contentsSheets(parts, PAPERS[paper])));
  drawLists(document, root, parts);
  root.end();
  return document.finish();
}

interface Part {
  readonly title: string;
  readonly lists: readonly { readonly checklist: Checklist; readonly layout: Layout }[];
}

/** @param before how many pages the table of contents takes */
function numbered(parts: readonly Part[], before: number): Heading[] {
  let page = before + 1;
  return parts.map(({ title, lists }) => ({
    title,
    rows: lists.map(({ checklist, layout }) => {
      const row = { title: checklist.title, page };
      page += layout.sheets.length;
      return row;
    }),
  }));
}

function drawLists(document: PaperDocument, root: PDFKit.PDFStructureElement, parts: readonly Part[]): void {
  for (const { title, lists } of parts) {
    let chapter: PDFKit.PDFOutline | undefined;
    for (const { checklist, layout } of lists) {
      for (const sheet of layout.sheets) {
        drawSheet(document, root, checklist, layout, sheet);
        drawPageNumber(document, root);
        if (sheet.number > 1) continue;
        // A bookmark leads to the page that is open when it is added.
        chapter ??= document.pdf.outline.addItem(title, { expanded: false });
        chapter.addItem(checklist.title);
      }
    }
  }
}
