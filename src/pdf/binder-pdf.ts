/**
 * Creates the PDF of a binder, to print and keep for when the network is down: a table of contents,
 * bookmarks, and a page number on every sheet.
 */
import type { Binder } from '../knowledge/checklists/binder.ts';
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

export function createBinderPdf(binder: Binder, paper: PaperName, fonts: PdfFonts): Promise<Uint8Array> {
  const name = toPlainText(binder.title);
  const document = new TaggedPdf(`${name}: binder`, PAPERS[paper], fonts, JSON.stringify(binder));
  const { groups, ...printable } = spellOutAll(binder, document.canDraw);
  const parts = groups.map((group) => ({
    title: group.title,
    lists: group.lists.map((checklist) => ({
      checklist,
      layout: layoutChecklist(checklist, PAPERS[paper], document.measureWidth),
    })),
  }));
  const root = document.pdf.struct('Document');
  document.pdf.addStructure(root);
  const contents = { ...printable, title: toPlainText(printable.title) };
  const pages = countContentsPages(document, {
    ...contents,
    sections: addPageNumbers(parts, 0, binder.namesOrganizations),
  });
  drawContents(document, root, {
    ...contents,
    sections: addPageNumbers(parts, pages, binder.namesOrganizations),
  });
  drawChecklists(document, root, parts);
  root.end();
  return document.finish();
}

interface BinderPart {
  readonly title: string;
  readonly lists: readonly { readonly checklist: Checklist; readonly layout: ChecklistLayout }[];
}

/** Returns "A queue is too big (Oma, Destructive)" for a list with a destructive step. */
function formatTitle(checklist: Checklist, namesOrganization: boolean): string {
  const facts = [
    ...(namesOrganization && checklist.organization ? [checklist.organization] : []),
    ...getChecklistMarks(checklist).map(describeMark),
  ];
  return toPlainText(facts.length > 0 ? `${checklist.title} (${facts.join(', ')})` : checklist.title);
}

/** @param contentsPages how many pages the table of contents takes */
function addPageNumbers(
  parts: readonly BinderPart[],
  contentsPages: number,
  namesOrganizations: boolean,
): ContentsSection[] {
  let page = contentsPages + 1;
  return parts.map(({ title, lists }) => ({
    title,
    rows: lists.map(({ checklist, layout }) => {
      const row = { title: formatTitle(checklist, namesOrganizations), page };
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
