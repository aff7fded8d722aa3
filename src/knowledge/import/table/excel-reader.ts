/**
 * Workbooks of Excel (`.xlsx`, `.xlsm`; ECMA-376, part 1: SpreadsheetML), as Excel, LibreOffice, Google Sheets and openpyxl
 * write them. Each sheet with columns of incidents is read as a table.
 *
 * The reader is written for this importer: `read-excel-file` loses struck-out text, links and comments, `exceljs` has not
 * been released for years, and the registry has an old version of `xlsx` only.
 */
import { h } from 'hastscript';
import type { FieldMapping } from '../field-mapping.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import { type OfficePackage, openOfficePackage, recognizesOffice } from '../office/office-package.ts';
import { getAttribute, getXmlText, listElements, type XmlElement } from '../office/xml-tree.ts';
import {
  type Fact,
  type SourceDocument,
  type SourceFile,
  UnreadableSourceError,
} from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { type CellFormat, formatNumber, readCellFormats } from './cell-formats.ts';
import { isIncidentTable, readRows, type SourceTable, type TableCell } from './row-documents.ts';

export const EXCEL_FILES = /\.(?:xlsx|xlsm|xltx|xlsb)$/i;

export function recognizesExcel(sample: SourceSample): boolean {
  return recognizesOffice(sample, /^xl\/workbook\.(?:xml|bin)$/, EXCEL_FILES);
}

/** @throws an UnreadableSourceError if it is not a workbook, or if no sheet has columns that are known or mapped */
export function readExcel(file: SourceFile, mapping?: FieldMapping): SourceDocument[] {
  const office = openOfficePackage(file.bytes ?? new Uint8Array(), 'Excel');
  if (!/\.xml$/i.test(office.main))
    throw new UnreadableSourceError(
      'Unexpected binary workbook, expected a file in the format `.xlsx`. Save it as one',
    );
  const sheets = readSheets(office, file.path);
  const documents = readChosenSheets(sheets, mapping);
  const read = new Set(documents.map(({ name }) => name.replace(/ \(row \d+\)$/, '')));
  const omitted = sheets.filter(({ table }) => table.rows.length > 0 && !read.has(table.name));
  const [first, ...others] = documents;
  if (!first || omitted.length === 0) return documents;
  const names = omitted.map(
    ({ name, isHidden }) => `“${name}” (${isHidden ? 'hidden' : 'no known columns'})`,
  );
  const remark = `sheets left out: ${names.join(', ')}`;
  return [{ ...first, remarks: [...first.remarks, remark] }, ...others];
}

/** Reads the sheets with columns of incidents; all of them if there is a mapping, or if none has such columns. */
function readChosenSheets(sheets: readonly Sheet[], mapping: FieldMapping | undefined): SourceDocument[] {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const known = mapping ? [] : shown.filter(({ table }) => isIncidentTable(table));
  const chosen = known.length > 0 ? known : shown.filter(({ table }) => table.rows.length > 1);
  const failures: UnreadableSourceError[] = [];
  const documents = chosen.flatMap(({ table }) => {
    try {
      return readRows(table, mapping);
    } catch (error) {
      if (!(error instanceof UnreadableSourceError)) throw error;
      failures.push(error);
      return [];
    }
  });
  if (documents.length === 0 && failures[0]) throw failures[0];
  return documents;
}

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly table: SourceTable;
}

interface Workbook {
  readonly strings: readonly TableCell[];
  readonly formats: readonly CellFormat[];
  /** True if days are counted from 1904, as old programs for the Mac did. */
  readonly isFrom1904: boolean;
}

function readSheets(office: OfficePackage, path: string): Sheet[] {
  const relationships = office.readRelationships(office.main);
  const part = (type: string) =>
    office.readXml([...relationships.values()].find((relationship) => relationship.type === type)?.target);
  const root = office.readXml(office.main);
  const properties = findLocal(root, 'workbookPr');
  const workbook: Workbook = {
    strings: findDescendantsLocal(part('sharedStrings'), 'si').map(readString),
    formats: readCellFormats(part('styles')),
    isFrom1904: /^(?:1|true)$/.test(getAttribute(properties, 'date1904') ?? ''),
  };
  const list = listLocal(findLocal(root, 'sheets'), 'sheet');
  return list.flatMap((element) => {
    const name = getAttribute(element, 'name') ?? '';
    const id = Object.entries(element.attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
    const target = relationships.get(id)?.target;
    const sheet = office.readXml(target);
    if (!sheet || target === undefined) return [];
    const isHidden = (getAttribute(element, 'state') ?? 'visible') !== 'visible';
    const tableName = list.length > 1 ? `${path} (sheet “${name}”)` : path;
    return [{ name, isHidden, table: readSheet({ sheet, path: target, office, workbook, name: tableName }) }];
  });
}

interface SheetPart {
  readonly sheet: XmlElement;
  readonly path: string;
  readonly office: OfficePackage;
  readonly workbook: Workbook;
  readonly name: string;
}

const MAX_COLUMN = 16_384;
/** Sheets with formatting down to the last row have no more cells with content. */
const MAX_ROW = 20_000;

function readSheet({ sheet, path, office, workbook, name }: SheetPart): SourceTable {
  const rows: TableCell[][] = [];
  const remarks = new Map<number, string[]>();
  const notes = readCellNotes(sheet, path, office);
  for (const element of listLocal(findLocal(sheet, 'sheetData'), 'row')) {
    const at = Number(getAttribute(element, 'r') ?? rows.length + 1) - 1;
    const cells = readRow(element, at, workbook, notes);
    if (cells.every(({ text }) => text === '')) continue;
    if (!(at >= 0 && at < MAX_ROW))
      throw new UnreadableSourceError(
        `Unexpected row ${at + 1}, expected at most ${MAX_ROW} rows in one sheet`,
      );
    while (rows.length < at) rows.push([]);
    rows[at] = cells;
    if (/^(?:1|true)$/.test(getAttribute(element, 'hidden') ?? ''))
      remarks.set(at, ['the row is hidden in its sheet']);
  }
  fillMergedCells(rows, sheet);
  return { format: 'excel', name, rows, remarks };
}

function readRow(
  row: XmlElement,
  at: number,
  workbook: Workbook,
  notes: ReadonlyMap<string, readonly Fact[]>,
): TableCell[] {
  const cells: TableCell[] = [];
  for (const element of listLocal(row, 'c')) {
    const column = readColumn(getAttribute(element, 'r') ?? '') ?? cells.length;
    while (cells.length < column) cells.push({ text: '' });
    const cell = readCell(element, workbook);
    const own = notes.get(`${column},${at}`);
    cells[column] = own ? { ...cell, notes: own } : cell;
  }
  return cells;
}

/** Returns the index of the column of a cell: 27 for `AB7`. */
function readColumn(reference: string): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < MAX_COLUMN ? column : undefined;
}

function readCell(element: XmlElement, workbook: Workbook): TableCell {
  const format = workbook.formats[Number(getAttribute(element, 's') ?? 0)];
  const cell = readCellContent(element, format, workbook);
  if (!format?.isStruck || cell.text.trim() === '' || cell.blocks) return cell;
  const blocks = htmlToMarkdown({ type: 'root', children: [h('p', [h('del', cell.text)])] });
  return { ...cell, blocks, isStruck: true };
}

function readCellContent(element: XmlElement, format: CellFormat | undefined, workbook: Workbook): TableCell {
  const type = getAttribute(element, 't') ?? 'n';
  const value = getXmlText(findLocal(element, 'v'));
  if (type === 's') return workbook.strings[Number(value)] ?? { text: '' };
  if (type === 'inlineStr') return readString(findLocal(element, 'is'));
  if (type === 'b') return { text: value === '1' ? 'yes' : 'no' };
  const formula = findLocal(element, 'f');
  // A program that does not calculate writes formulas without their results.
  if (value === '' && formula) return { text: `=${getXmlText(formula)}` };
  return { text: type === 'n' ? formatNumber(value, format, workbook.isFrom1904) : value };
}

/** A text of a cell. Parts of it can be struck out. */
function readString(element: XmlElement | undefined): TableCell {
  const runs = listElements(element).flatMap((child) => {
    const name = getLocalName(child);
    if (name === 't') return [{ text: getXmlText(child), isStruck: false }];
    if (name !== 'r') return [];
    const strike = findLocal(findLocal(child, 'rPr'), 'strike');
    const isStruck = strike !== undefined && !/^(?:0|false)$/.test(getAttribute(strike, 'val') ?? '1');
    return [{ text: getXmlText(findLocal(child, 't')), isStruck }];
  });
  const text = runs
    .map((run) => run.text)
    .join('')
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n');
  if (!runs.some(({ isStruck }) => isStruck)) return { text };
  const children = runs.map((run) =>
    run.isStruck ? h('del', run.text) : { type: 'text' as const, value: run.text },
  );
  const blocks = htmlToMarkdown({ type: 'root', children: [h('p', children)] });
  return { text, blocks, isStruck: runs.every((run) => run.isStruck || run.text.trim() === '') };
}

/** Returns the addresses and the comments of cells, by `column,row`. */
function readCellNotes(
  sheet: XmlElement,
  path: string,
  office: OfficePackage,
): ReadonlyMap<string, readonly Fact[]> {
  const notes = new Map<string, Fact[]>();
  const add = (reference: string, fact: Fact) => {
    const column = readColumn(reference);
    const row = Number(/\d+/.exec(reference)?.[0] ?? 0) - 1;
    const key = `${column},${row}`;
    notes.set(key, [...(notes.get(key) ?? []), fact]);
  };
  const relationships = office.readRelationships(path);
  for (const link of listLocal(findLocal(sheet, 'hyperlinks'), 'hyperlink')) {
    const id = Object.entries(link.attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
    const target = relationships.get(id)?.target;
    if (target) add(getAttribute(link, 'ref') ?? '', { name: 'link', values: [target] });
  }
  const comments = [...relationships.values()].find(({ type }) => type === 'comments')?.target;
  for (const comment of findDescendantsLocal(office.readXml(comments), 'comment')) {
    const words = findDescendantsLocal(comment, 't').map(getXmlText).join('').trim();
    if (words) add(getAttribute(comment, 'ref') ?? '', { name: 'comment on a cell', values: [words] });
  }
  return notes;
}

/** The value of a cell that is merged over several rows counts for all of them. */
function fillMergedCells(rows: TableCell[][], sheet: XmlElement): void {
  for (const { attributes } of listLocal(findLocal(sheet, 'mergeCells'), 'mergeCell')) {
    const [, first = '', top, last, bottom] = MERGED_CELLS.exec(attributes.ref ?? '') ?? [];
    const column = readColumn(first);
    if (column === undefined || first !== last) continue;
    const value = rows[Number(top) - 1]?.[column];
    const below = rows.slice(Number(top), Number(bottom)).filter(({ length }) => length > 0);
    for (const row of value ? below : []) {
      while (row.length <= column) row.push({ text: '' });
      row[column] = value ?? { text: '' };
    }
  }
}

const MERGED_CELLS = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;

/** Some programs write the elements with a prefix. */
function getLocalName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

function listLocal(element: XmlElement | undefined, name: string): XmlElement[] {
  return listElements(element).filter((child) => getLocalName(child) === name);
}

function findLocal(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return listElements(element).find((child) => getLocalName(child) === name);
}

function findDescendantsLocal(element: XmlElement | undefined, name: string): XmlElement[] {
  return listElements(element).flatMap((child) =>
    getLocalName(child) === name ? [child] : findDescendantsLocal(child, name),
  );
}
