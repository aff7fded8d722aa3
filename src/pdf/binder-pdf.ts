/**
 * Creates one PDF of all checklists, to print and keep for when the network is down: a table of contents,
 * bookmarks, and a page number on every sheet.
 */
import { type ChecklistGroup, keepPrintable } from '../knowledge/checklists/all-checklists.ts';
import { type Checklist, getChecklistMarks } from '../knowledge/checklists/checklist.ts';
import { type ChecklistLayout, layoutChecklist } from '../knowledge/checklists/print/checklist-layout.ts';
import { PAPERS, type PaperName } from '../knowledge/checklists/print/paper.ts';
import { describeMark } from '../knowledge/schema/procedure-marks.ts';
import { toPlainText } from '../knowledge/source/inline/plain-text.ts';
import { drawPageNumber, drawSheet } from './draw-sheet.ts';
import { type ContentsSection, countContentsPages, drawContents } from './draw-table-of-contents.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { spellOutAll } from './spell-out.ts';
import { TaggedPdf } from './tagged-pdf.ts';

/** An outline refers to texts that nobody can open when the network is down. */
function isUsable({ outline }: Checklist): boolean {
  return outline === undefined;
}

/** @param title of the binder, usually the name of the site */
export function createBinderPdf(
  title: string,
  groups: readonly ChecklistGroup[],
  paper: PaperName,
  fonts: PdfFonts,
): Promise<Uint8Array> {
  const document = new TaggedPdf(toPlainText(`${title}: all checklists`), PAPERS[paper], fonts);
  const printable = spellOutAll({ title, groups: keepPrintable(groups) }, document.canDraw);
  const parts = printable.groups.map((group) => ({
    title: group.title,
    lists: group.lists.filter(isUsable).map((checklist) => ({
      checklist,
      layout: layoutChecklist(checklist, PAPERS[paper], document.measureWidth),
    })),
  }));
  const root = document.pdf.struct('Document');
  document.pdf.addStructure(root);
  drawContents(
    document,
    root,
    toPlainText(printable.title),
    addPageNumbers(parts, countContentsPages(parts, PAPERS[paper])),
  );
  drawChecklists(document, root, parts);
  root.end();
  return document.finish();
}

interface BinderPart {
  readonly title: string;
  readonly lists: readonly { readonly checklist: Checklist; readonly layout: ChecklistLayout }[];
}

/** Returns "A queue is too big (Destructive)" for a list with a destructive step. */
function formatTitle(checklist: Checklist): string {
  const marks = getChecklistMarks(checklist).map(describeMark);
  return marks.length > 0 ? `${checklist.title} (${marks.join(', ')})` : checklist.title;
}

/** @param contentsPages how many pages the table of contents takes */
function addPageNumbers(parts: readonly BinderPart[], contentsPages: number): ContentsSection[] {
  let page = contentsPages + 1;
  return parts.map(({ title, lists }) => ({
    title,
    rows: lists.map(({ checklist, layout }) => {
      const row = { title: toPlainText(formatTitle(checklist)), page };
      page += layout.sheets.length;
      return row;
    }),
  }));
}

function drawChecklists(
  document: TaggedPdf,
  root: PDFKit.PDFStructureElement,
  parts: readonly BinderPart[],
): void {
  for (const { title, lists } of parts) {
    let chapter: PDFKit.PDFOutline | undefined;
    for (const { checklist, layout } of lists) {
      for (const sheet of layout.sheets) {
        drawSheet(document, root, checklist, layout, sheet);
        drawPageNumber(document, root);
        if (sheet.number > 1) continue;
        // A bookmark points to the current page.
        chapter ??= document.pdf.outline.addItem(title, { expanded: false });
        chapter.addItem(toPlainText(checklist.title));
      }
    }
  }
}
