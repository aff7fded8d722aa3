/** Tables as text (RFC 4180), with commas, semicolons, tabs or bars between cells, as spreadsheets and trackers export them. */
import { CsvError, parse } from 'csv-parse/sync';
import type { FieldMapping } from '../field-mapping.ts';
import { type SourceDocument, type SourceFile, UnreadableSourceError } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { isIncidentTable, readRows, type SourceTable } from './row-documents.ts';

export const CSV_FILES = /\.(?:csv|tsv|tab)$/i;

/** A table with the columns of incidents, or with any if its name says that it is a table. */
export function recognizesCsv({ path, text }: SourceSample): boolean {
  if (text === undefined || !/^[^\n]*[,;\t|]/.test(text)) return false;
  if (CSV_FILES.test(path)) return true;
  if (!/\.txt$/i.test(path)) return false;
  try {
    // The first lines are enough to see the names.
    return isIncidentTable(parseTable({ path, text: text.slice(0, 10_000).replace(/\n[^\n]*$/, '') }));
  } catch {
    return false;
  }
}

export function readCsv(file: SourceFile, mapping?: FieldMapping): SourceDocument[] {
  return readRows(parseTable(file), mapping);
}

/** Excel writes this line for itself. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

function parseTable({ path, text }: SourceFile): SourceTable {
  const [line = '', named] = SEPARATOR_LINE.exec(text) ?? [];
  const content = text.slice(line.length);
  try {
    const rows: string[][] = parse(content, {
      delimiter: named ?? findDelimiter(content),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD_LENGTH,
    });
    return { format: 'csv', name: path, rows: rows.map((row) => row.map((cell) => ({ text: cell }))) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = 'lines' in error && typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new UnreadableSourceError(`Unexpected text${at}, expected a table with closed quotes`);
  }
}

const MAX_RECORD_LENGTH = 5_000_000;
const DELIMITERS = [',', ';', '\t', '|'];

/** The mark that is most often between the names of the columns. */
function findDelimiter(text: string): string {
  const [head = ''] = /^(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text.slice(0, 20_000)) ?? [];
  const names = head.replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string) => names.split(mark).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}
