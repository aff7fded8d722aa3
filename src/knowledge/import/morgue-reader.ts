/**
 * Etsy's Morgue: its tables as JSON, after the schemas in its repository (github.com/etsy/morgue, schemas/*.sql and
 * schemas/migrations): `postmortems`, `tags`, `postmortem_referenced_tags`, `jira`, `forum_links`, `images`, `irc`,
 * `slack`, `postmortem_history`. Either `{ "postmortems": [rows], … }`, or the list of tables that phpMyAdmin
 * exports (`[{ "type": "table", "name": "postmortems", "data": [rows] }, …]`).
 */

import { formatUnixTime } from '../schema/written-time.ts';
import { flattenToFacts, getNonEmptyText, isRecord, parseJson } from './flatten-json.ts';
import { parseMarkdown } from './markdown-reader.ts';
import { type Fact, type SourceDocument, type SourceFile, UnreadableSourceError } from './source-document.ts';
import type { SourceSample } from './source-sample.ts';

type Row = Record<string, unknown>;
type Tables = Readonly<Record<string, readonly Row[]>>;

export function recognizesMorgue({ json }: SourceSample): boolean {
  return readTables(json).postmortems?.some((row) => 'starttime' in row && 'detecttime' in row) === true;
}

export function readMorgue(file: SourceFile): SourceDocument[] {
  const tables = readTables(parseJson(file.text));
  if (!tables.postmortems)
    throw new UnreadableSourceError('Missing table `postmortems`, expected the tables of Morgue as JSON');
  const kept = tables.postmortems.filter((row) => !isDeleted(row));
  return kept.map((row) => toSourceDocument(row, tables, file));
}

function readTables(data: unknown): Tables {
  const entries = Array.isArray(data)
    ? data.filter(isRecord).map(({ name, data: rows }) => [String(name), rows] as const)
    : Object.entries(isRecord(data) ? data : {});
  return Object.fromEntries(
    entries.flatMap(([name, rows]) => (Array.isArray(rows) ? [[name, rows.filter(isRecord)]] : [])),
  );
}

/** Morgue marks a row instead of removing it. */
function isDeleted(row: Row): boolean {
  return String(row.deleted ?? '0') === '1';
}

/** Times are seconds since 1970; `statustime` is when the status page was written. Severity 1 is the worst. */
const COLUMN_TARGETS: Record<string, Fact['target']> = {
  id: 'id',
  title: 'title',
  starttime: 'started',
  detecttime: 'detected',
  endtime: 'resolved',
  severity: 'severity',
  tldr: 'summary',
  subsystem: 'services',
};

/** Texts in Markdown. */
const PROSE_COLUMNS = ['summary', 'why_surprised'];

/** Tables whose rows belong to a postmortem, with the columns that say something. */
const CHILD_TABLES = ['jira', 'forum_links', 'images', 'irc', 'slack', 'postmortem_history'];

function toSourceDocument(row: Row, tables: Tables, file: SourceFile): SourceDocument {
  const id = String(row.id);
  const children = CHILD_TABLES.map((name) => [name, findChildRows(tables[name], id)] as const);
  const facts: Fact[] = flattenToFacts(row).flatMap((fact) => {
    if (PROSE_COLUMNS.includes(fact.name) || (fact.name === 'deleted' && !isDeleted(row))) return [];
    const seconds = /time$/.test(fact.name) ? formatUnixTime(fact.values[0] ?? '') : undefined;
    // Morgue writes 0 for a time that was not entered.
    if (/time$/.test(fact.name) && !seconds && fact.values[0] === '0') return [];
    return [{ ...fact, target: COLUMN_TARGETS[fact.name], reading: seconds }];
  });
  const tags = findTags(tables, id);
  if (tags.length > 0) facts.push({ name: 'tags', values: tags, target: 'vocabulary' });
  for (const [name, rows] of children) facts.push(...rows.flatMap((child) => createChildFacts(name, child)));
  const deleted = CHILD_TABLES.flatMap((name) => tables[name] ?? []).filter(
    (child) => String(child.postmortem_id) === id && isDeleted(child),
  ).length;
  const source = JSON.stringify([row, tags, children.filter(([, rows]) => rows.length > 0)]);
  return {
    format: 'morgue',
    name: `${file.path} (postmortem ${id})`,
    source,
    facts,
    events: [],
    body: PROSE_COLUMNS.flatMap((name) => {
      const text = getNonEmptyText(row, name);
      if (!text) return [];
      const { children: blocks } = parseMarkdown(text);
      return name === 'summary' ? blocks : parseMarkdown('## Why were we surprised?').children.concat(blocks);
    }),
    remarks: deleted > 0 ? [`omitted rows of its other tables that are marked as deleted (${deleted})`] : [],
  };
}

function findChildRows(rows: readonly Row[] | undefined, id: string): Row[] {
  return (rows ?? []).filter((row) => String(row.postmortem_id) === id && !isDeleted(row));
}

function findTags({ tags, postmortem_referenced_tags: references }: Tables, id: string): string[] {
  const ids = findChildRows(references, id).map(({ tag_id }) => String(tag_id));
  return (tags ?? [])
    .filter((tag) => ids.includes(String(tag.id)) && !isDeleted(tag))
    .map(({ title }) => String(title));
}

function createChildFacts(name: string, row: Row): Fact[] {
  const { id: _, postmortem_id: __, deleted: ___, ...values } = row;
  const facts = flattenToFacts(values).map((fact) => {
    const seconds = /_date$/.test(fact.name) ? formatUnixTime(fact.values[0] ?? '') : undefined;
    return `${fact.name}: ${fact.values.join(', ')}${seconds ? ` (${seconds})` : ''}`;
  });
  return facts.length > 0 ? [{ name, values: facts }] : [];
}
