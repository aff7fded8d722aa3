/** Tables of incidents: each row becomes a document. The first row names the columns. */
import type { Heading, RootContent } from 'mdast';
import { findFactTarget } from '../fact-labels.ts';
import { createFact, DEFAULT_MAPPING, type FieldMapping } from '../field-mapping.ts';
import { readNamedFact } from '../page-facts.ts';
import { isPlaceholder } from '../plain-words.ts';
import { findSectionMeaning } from '../section-headings.ts';
import {
  type Fact,
  type FactTarget,
  type SourceDocument,
  UnreadableSourceError,
} from '../source-document.ts';
import { parseTextBlocks } from '../text-blocks.ts';

export interface TableCell {
  readonly text: string;
  /** The cell with its formatting, if that changes what it means: text that is struck out. */
  readonly blocks?: readonly RootContent[];
  /** True if all of its text is struck out. */
  readonly isStruck?: boolean;
  /** Facts about the cell itself, such as the address that it links to. */
  readonly notes?: readonly Fact[];
}

export interface SourceTable {
  readonly format: string;
  /** The name of the table in messages. */
  readonly name: string;
  readonly rows: readonly (readonly TableCell[])[];
  /** Remarks on the rows, by their index. */
  readonly remarks?: ReadonlyMap<number, readonly string[]>;
}

/** More incidents than a team has in decades. */
const MAX_ROWS = 10_000;
const MAX_COLUMNS = 500;

interface Column {
  readonly name: string;
  readonly target: FactTarget | undefined;
}

/** Returns whether the first row has the names of columns of a list of incidents, and not of any list. */
export function isIncidentTable({ rows }: SourceTable): boolean {
  const columns = nameColumns(rows[findHead(rows)] ?? []).map((name) => ({
    name,
    target: chooseTarget(name),
  }));
  return describesIncidents(assignTitle(columns, false));
}

function describesIncidents(columns: readonly Column[]): boolean {
  const known = new Set(columns.map(({ target }) => target));
  return (known.has('title') || known.has('summary')) && INCIDENT_TARGETS.some((target) => known.has(target));
}

/** Facts that few other lists have. A list of tasks has titles, summaries and owners, too. */
const INCIDENT_TARGETS: readonly FactTarget[] = [
  'started',
  'resolved',
  'detected',
  'mitigated',
  'severity',
  'duration',
  'impact',
];

/**
 * Turns the rows of a table into documents.
 *
 * @throws an UnreadableSourceError if it has too many rows, or no column that is known or mapped
 */
export function readRows(table: SourceTable, mapping: FieldMapping | undefined): SourceDocument[] {
  const head = findHead(table.rows);
  const names = nameColumns(table.rows[head] ?? []);
  const columns = assignTitle(
    names.map((name) => ({ name, target: mapping ? findMapped(name, mapping) : chooseTarget(name) })),
    mapping !== undefined,
  );
  checkSize(table, columns, mapping);
  const ids = countIds(table.rows.slice(head + 1), columns);
  const [first, ...others] = table.rows.flatMap((row, at) => {
    if (at <= head || row.every(({ text }) => text.trim() === '')) return [];
    return [toDocument({ table, columns, mapping, ids }, row, at)];
  });
  const above = table.rows.slice(0, head).flatMap((row) => row.map(({ text }) => text).filter(Boolean));
  if (!first || above.length === 0) return first ? [first, ...others] : [];
  const remark = `text above the table left out: ${above.map((text) => `“${text}”`).join(', ')}`;
  return [{ ...first, remarks: [...first.remarks, remark] }, ...others];
}

function checkSize(
  { rows }: SourceTable,
  columns: readonly Column[],
  mapping: FieldMapping | undefined,
): void {
  if (rows.length > MAX_ROWS)
    throw new UnreadableSourceError(
      `Unexpected number of rows, expected at most ${MAX_ROWS} in one table. Split it`,
    );
  if (columns.length > MAX_COLUMNS)
    throw new UnreadableSourceError(`Unexpected number of columns, expected at most ${MAX_COLUMNS}`);
  if (mapping ? columns.some(({ target }) => target !== undefined) : describesIncidents(columns)) return;
  const found = columns
    .slice(0, 8)
    .map(({ name }) => `\`${name}\``)
    .join(', ');
  throw new UnreadableSourceError(
    mapping
      ? `Missing every column of the mapping (${Object.keys(mapping.fields).join(', ')}), found ${found || 'none'}`
      : `Unexpected columns ${found || 'none'}, expected a title and a start, a severity or a duration. Name their fields with \`--mapping\``,
  );
}

/** Titles above a table fill one cell. */
function findHead(rows: SourceTable['rows']): number {
  const found = rows.findIndex((row) => row.filter(({ text }) => text.trim() !== '').length > 1);
  return Math.max(0, found);
}

function nameColumns(head: readonly TableCell[]): string[] {
  return head.map(({ text }, at) => text.replace(/\s+/g, ' ').trim() || `column ${at + 1}`);
}

/** Names of columns are compared without their case, and without what tools put between words. */
function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_./-]+/g, ' ')
    .trim();
}

function findMapped(name: string, { fields }: FieldMapping): FactTarget | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  const key = normalizeName(name);
  return Object.entries(fields).find(([field]) => normalizeName(field) === key)?.[1];
}

/** The names of columns that say the same as our fields; templates of pages name them too. */
const COLUMN_TARGETS: readonly (readonly [FactTarget, RegExp])[] = [
  ['title', /^(?:titel|titre|título|bezeichnung|タイトル|件名)$/],
  ['id', /^(?:incident |issue |ticket |case )?(?:id|key|number|no\.?|#|ref(?:erence)?)$/],
  [
    'started',
    /^(?:incident |outage )?(?:start(?:ed)?|opened|occurred|began)(?: (?:at|on|time|date|date time|datetime))?$/,
  ],
  ['detected', /^(?:detected|discovered|reported)(?: (?:at|on|time|date))?$/],
  ['resolved', /^(?:resolved|closed|ended|restored|end)(?: (?:at|on|time|date|datetime))?$/],
  [
    'source.url',
    /^(?:url|link|html url|permalink|web link|post-?mortem(?: (?:link|url))?|report(?: (?:link|url))?)$/,
  ],
];

function chooseTarget(name: string): FactTarget | undefined {
  const key = normalizeName(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ''));
  const [own] = COLUMN_TARGETS.find(([, pattern]) => pattern.test(key)) ?? [];
  const target = own ?? findFactTarget(key) ?? findMapped(key, DEFAULT_MAPPING);
  // A day next to an incident is its own.
  return target === 'source.published' ? 'started' : target;
}

/** The names of columns with titles, the likely ones first. */
const TITLE_NAMES = [
  /^short description$/,
  /^(?:subject|headline|name)$/,
  /^incident(?: name)?$/,
  /^summary$/,
  /^issue$/,
];

/** A table without titles has them under another name. In a table with descriptions, a summary is a title. */
function assignTitle(columns: readonly Column[], isMapped: boolean): Column[] {
  if (isMapped || columns.some(({ target }) => target === 'title')) return [...columns];
  const hasDescription = columns.some(({ name }) => /^(?:description|details)$/.test(normalizeName(name)));
  const title = TITLE_NAMES.map((pattern) =>
    columns.find(
      ({ name }) =>
        pattern.test(normalizeName(name)) && (hasDescription || normalizeName(name) !== 'summary'),
    ),
  ).find((column) => column !== undefined);
  return columns.map((column) => (column === title ? { ...column, target: 'title' } : column));
}

/** Counts each id of a table: one that is in it twice identifies nothing. */
function countIds(rows: SourceTable['rows'], columns: readonly Column[]): ReadonlyMap<string, number> {
  const at = columns.findIndex(({ target }) => target === 'id');
  const counts = new Map<string, number>();
  for (const row of at < 0 ? [] : rows) {
    const id = row[at]?.text.trim() ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

interface RowContext {
  readonly table: SourceTable;
  readonly columns: readonly Column[];
  readonly mapping: FieldMapping | undefined;
  readonly ids: ReadonlyMap<string, number>;
}

function toDocument(context: RowContext, row: readonly TableCell[], at: number): SourceDocument {
  const { table, columns } = context;
  const isStruck = row.every(({ text, isStruck }) => text.trim() === '' || isStruck);
  const contents = row.map((cell, index) =>
    readColumn(columns[index] ?? { name: `column ${index + 1}`, target: undefined }, cell, isStruck, context),
  );
  const note = isStruck ? parseTextBlocks('In its table, this row is struck out.') : [];
  return {
    format: table.format,
    name: `${table.name} (row ${at + 1})`,
    source: JSON.stringify(row.map(({ text }, index) => [columns[index]?.name ?? '', text])),
    facts: mergeFacts(contents.flatMap(({ facts }) => facts)),
    events: [],
    body: [...note, ...contents.flatMap(({ body }) => body)],
    remarks: table.remarks?.get(at) ?? [],
  };
}

interface CellContent {
  readonly facts: readonly Fact[];
  readonly body: readonly RootContent[];
}

/** @param isRowStruck true if the whole row is struck out, which is then noted once */
function readColumn(column: Column, cell: TableCell, isRowStruck: boolean, context: RowContext): CellContent {
  const notes = (cell.notes ?? []).map((note): Fact => {
    const target = note.name === 'link' && column.target === 'source.url' ? column.target : undefined;
    return { ...note, name: `${column.name} (${note.name})`, target };
  });
  const text = cell.text.trim();
  if (text === '') return { facts: notes, body: [] };
  if (cell.blocks && !isRowStruck) return { facts: notes, body: createSection(column.name, cell.blocks) };
  if (isSection(column, cell))
    return { facts: notes, body: createSection(column.name, parseTextBlocks(cell.text)) };
  return { facts: [...notes, ...readCell(column, text, context)], body: [] };
}

const MAX_FACT_LENGTH = 200;

/** Columns of prose become sections, where timelines, causes and actions are found as on any page. */
function isSection({ name, target }: Column, { text }: TableCell): boolean {
  if (target === 'body') return true;
  const isLong = text.trim().includes('\n') || text.length > MAX_FACT_LENGTH;
  if (target === 'summary' || target === 'impact')
    return text.trim().includes('\n') || text.length > MAX_SUMMARY_LENGTH;
  const meaning = findSectionMeaning(name);
  const isProse = meaning !== undefined && meaning !== 'summary' && text.trim().includes(' ');
  return target === undefined && (isLong || isProse);
}

const MAX_SUMMARY_LENGTH = 1_000;

function createSection(name: string, blocks: readonly RootContent[]): RootContent[] {
  const heading: Heading = { type: 'heading', depth: 2, children: [{ type: 'text', value: name }] };
  return [heading, ...blocks];
}

function readCell({ name, target }: Column, text: string, { mapping, ids }: RowContext): Fact[] {
  if (target === 'id' && mapping === undefined && !isUniqueId(text, ids)) return [{ name, values: [text] }];
  if (target === undefined || isPlaceholder(text)) return [{ name, values: [text] }];
  const values = isList(target) ? text.split(/\s*[,;\n]\s*/).filter(Boolean) : [text];
  const time = JIRA_TIME.test(text) ? { reading: text.replace(JIRA_TIME, '$1 $2 20$3') } : {};
  if (mapping) return [{ ...readMapped(name, values, target, mapping), ...time }];
  // The name can contain the zone of its values.
  const zone = /\b(?:utc|gmt)\b/i.test(name) ? 'Z' : undefined;
  const [read, ...others] = readNamedFact({ name, value: text, target }, { offset: zone });
  return read ? [{ ...read, ...time }, ...others] : [{ name, values, target }];
}

/** Jira writes `14/May/24 9:17 AM`, in the zone of who exports it. */
const JIRA_TIME = /^(\d{1,2})\/(\p{L}{3,4})\/(\d{2})(?= \d|$)/u;

/** The mapping of a column can be written with another case than its name. */
function readMapped(
  name: string,
  values: readonly string[],
  target: FactTarget,
  mapping: FieldMapping,
): Fact {
  const key = normalizeName(name);
  const written = Object.keys(mapping.values).find((field) => normalizeName(field) === key) ?? name;
  return { ...createFact(written, values, mapping), name, target };
}

function isList(target: FactTarget): boolean {
  return target === 'services' || target === 'vocabulary' || target === 'tags';
}

/** A plain number starts again at 1 in each table. */
function isUniqueId(text: string, ids: ReadonlyMap<string, number>): boolean {
  return /\p{L}/u.test(text) && /\d/.test(text) && ids.get(text) === 1;
}

/** Columns of the same name are one list. */
function mergeFacts(facts: readonly Fact[]): Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.target ?? ''} ${fact.name}`;
    const before = merged.get(key);
    const isSame = before !== undefined && fact.reading === undefined && before.reading === undefined;
    merged.set(
      isSame ? key : before ? `${key} ${merged.size}` : key,
      isSame ? { ...before, values: [...before.values, ...fact.values] } : fact,
    );
  }
  return [...merged.values()];
}
