/** Turns one incident of a tool into a source document: its fields as facts, its texts as sections, its log as events. */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { flattenToFacts, isRecord } from '../flatten-json.ts';
import { parseMarkdown } from '../markdown-reader.ts';
import { isPlainParagraph, toPlainWords } from '../plain-words.ts';
import type { Fact, FactTarget, SourceDocument, SourceEvent, SourceFile } from '../source-document.ts';
import type { SourceSample } from '../source-sample.ts';
import { linkifyText } from '../text-blocks.ts';
import {
  findIncidents,
  type JsonRecord,
  parseJsonOrLines,
  readIncidents,
  selectCompanions,
  toText,
} from './find-incidents.ts';
import { type PeopleOptions, replacePeople } from './people-as-roles.ts';

/** Something to do, as the tool tracks it. */
export interface ToolAction {
  readonly text: string;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly status?: 'open' | 'in progress' | 'done' | 'dropped' | undefined;
  /** Its number or address. */
  readonly ticket?: string | undefined;
}

export interface IncidentParts {
  readonly facts: readonly Fact[];
  readonly events?: readonly SourceEvent[];
  readonly actions?: readonly ToolAction[];
  readonly body?: readonly RootContent[];
  readonly remarks?: readonly string[];
}

export interface Tool extends PeopleOptions {
  readonly format: string;
  /** Its name as its makers write it. */
  readonly label: string;
  /** The contents of its files, for lists and messages: "Jira issues as JSON". */
  readonly contents: string;
  /** Returns whether a record is one of its incidents, and can hardly be one of another tool. */
  isIncident(record: JsonRecord): boolean;
  /** Returns the ids by which other records name an incident. */
  getIds(record: JsonRecord): readonly unknown[];
  /** Returns the record or the name of who opened an incident. */
  getReporter?(record: JsonRecord): unknown;
  /** Returns people that only their place in the data shows, with their roles if it names them. */
  findRoles?(record: JsonRecord, companions: JsonRecord): PeopleOptions['roles'];
  /** @param companions the records around the incident that belong to it */
  describe(record: JsonRecord, companions: JsonRecord): IncidentParts;
}

export function recognizesTool({ json, text }: SourceSample, tool: Tool): boolean {
  const value = json ?? parseLines(text);
  return value !== undefined && findIncidents(value, tool.isIncident).length > 0;
}

function parseLines(text = ''): unknown {
  if (!/^\s*\{.*\}\s*\n\s*\{/.test(text)) return undefined;
  try {
    return parseJsonOrLines(text);
  } catch {
    return undefined;
  }
}

export function readTool(file: SourceFile, tool: Tool): SourceDocument[] {
  const found = readIncidents(file.text, tool.isIncident, tool.contents);
  const isOnly = found.length === 1;
  return found.map((incident, index) => {
    const ids = tool.getIds(incident.record).filter((id) => typeof id === 'string' && id !== '') as string[];
    const { companions, omitted } = selectCompanions(incident, ids, isOnly);
    const roles = [
      ...(tool.findRoles?.(incident.record, companions) ?? []),
      [tool.getReporter?.(incident.record), 'reporter'] as const,
    ];
    const { value, remark } = replacePeople({ record: incident.record, companions }, { ...tool, roles });
    const {
      facts,
      events = [],
      actions = [],
      body = [],
      remarks = [],
    } = tool.describe(value.record, value.companions);
    return {
      format: tool.format,
      name: `${file.path}${isOnly ? '' : ` (number ${index + 1})`}`,
      source: JSON.stringify([incident.record, companions]),
      facts,
      events,
      body: [...body, ...createActionsSection(actions)],
      remarks: [
        ...(remark ? [remark] : []),
        ...remarks,
        ...(omitted.length > 0 ? [`omitted what the answer says about itself: ${omitted.join(', ')}`] : []),
      ],
    };
  });
}

export interface RecordMap {
  /** The fields of ours that its values belong to, by their paths without the numbers of lists. */
  readonly targets?: Readonly<Record<string, FactTarget>>;
  /** The fields of ours that its values can belong to: a person decides. */
  readonly offers?: Readonly<Record<string, FactTarget>>;
  /** The headings of fields that are texts in Markdown. */
  readonly sections?: Readonly<Record<string, string>>;
  /** Paths of values that say nothing of an incident. */
  readonly omitted?: RegExp;
  readonly prefix?: string;
}

/** Returns the values of a record as facts, and its texts as sections. */
export function describeRecord(
  record: unknown,
  { targets = {}, offers = {}, sections = {}, omitted, prefix = '' }: RecordMap,
): { readonly facts: Fact[]; readonly body: RootContent[] } {
  const facts: Fact[] = [];
  const body: RootContent[] = [];
  for (const fact of flattenToFacts(record, undefined, prefix)) {
    const path = fact.name.replace(/\.\d+(?=\.|$)/g, '');
    const heading = Object.hasOwn(sections, path) ? sections[path] : undefined;
    if (heading !== undefined) body.push(...createTextSection(heading, fact.values.join('\n\n')));
    else if (!omitted?.test(path)) facts.push(toTargetedFact(fact, path, targets, offers));
  }
  return { facts, body };
}

/** Returns the values of records that are listed elsewhere too, such as those that an action has no field for. */
export function describeAll(
  name: string,
  records: readonly JsonRecord[],
  { without, omitted }: { readonly without: readonly string[]; readonly omitted: RegExp },
): Fact[] {
  return records.flatMap((record, index) => {
    const prefix = records.length > 1 ? `${name} ${index + 1}` : name;
    return describeRecord(omitFields(record, without), { prefix, omitted }).facts;
  });
}

/**
 * Describes who had a role. The person appears as a role, so nothing is left to report if it is the same one.
 *
 * @param holder the person, as a role
 */
export function describeRole(role: string | undefined, holder: string | undefined): Fact[] {
  if (role === undefined || holder?.startsWith(role)) return [];
  return [{ name: 'role', values: [holder ? `${role}: ${holder}` : role] }];
}

function toTargetedFact(
  fact: Fact,
  path: string,
  targets: NonNullable<RecordMap['targets']>,
  offers: NonNullable<RecordMap['offers']>,
): Fact {
  if (Object.hasOwn(targets, path)) return { ...fact, target: targets[path] };
  return Object.hasOwn(offers, path) ? { ...fact, target: offers[path], isUncertain: true } : fact;
}

/** A section with a text in Markdown. Headings in it stay below its own. */
export function createTextSection(heading: string, markdown: string): RootContent[] {
  return createSection(heading, parseMarkdown(markdown).children);
}

export function createSection(heading: string, blocks: readonly RootContent[]): RootContent[] {
  if (blocks.length === 0) return [];
  const title: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] };
  return [title, ...lowerHeadings(blocks, 3)];
}

/** Moves headings down, so that the highest has the level. */
function lowerHeadings(blocks: readonly RootContent[], level: 3 | 4): RootContent[] {
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  const shift = Math.max(0, level - Math.min(...depths, level));
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: Math.min(6, block.depth + shift) as 3 | 4 | 5 | 6 } : block,
  );
}

/** Returns the words of Markdown that is one plain paragraph, otherwise the Markdown itself. */
export function toEventText(markdown: unknown): string {
  const text = typeof markdown === 'string' ? markdown.trim() : '';
  if (!text) return '';
  const [only, ...others] = parseMarkdown(text).children;
  return only && others.length === 0 && isPlainParagraph(only) ? toPlainWords(only) : text;
}

/** Something that somebody wrote at a time. */
export interface Comment {
  readonly at: string;
  /** Who wrote it, as a role. */
  readonly by?: string | undefined;
  readonly blocks: readonly RootContent[];
}

/** A comment of one line is an event; the others become a section, each below its time. */
export function describeComments(
  comments: readonly Comment[],
): Required<Pick<IncidentParts, 'events' | 'body'>> {
  const events: SourceEvent[] = [];
  const long: RootContent[] = [];
  for (const { at, by, blocks } of comments) {
    const [only, ...others] = blocks;
    if (only && others.length === 0 && isPlainParagraph(only)) {
      events.push({ at, text: by ? `${toPlainWords(only)} (${by})` : toPlainWords(only) });
    } else if (only) {
      const heading = by ? `${at}, ${by}` : at;
      long.push({ type: 'heading', depth: 3, children: [{ type: 'text', value: heading }] });
      long.push(...lowerHeadings(blocks, 4));
    }
  }
  return { events, body: createSection('Comments', long) };
}

/** Returns an entry of a log as an event: its text, and behind it who wrote it and its other values. */
export function toLogEvent(
  entry: JsonRecord,
  fields: {
    readonly at: readonly string[];
    readonly text: readonly string[];
    readonly by: readonly string[];
    readonly omitted: RegExp;
  },
): SourceEvent {
  const find = (names: readonly string[]) => names.find((name) => getText(entry, name) !== undefined);
  const [at, text, by] = [find(fields.at), find(fields.text), find(fields.by)];
  const own = [at, text, by];
  const details = flattenToFacts(
    Object.fromEntries(Object.entries(entry).filter(([name]) => !own.includes(name))),
  )
    .filter(({ name }) => !fields.omitted.test(name))
    .map(({ name, values }) => `${name}: ${values.join(', ')}`);
  const words = text === undefined ? '' : toEventText(entry[text]);
  const rest = [...(by === undefined ? [] : [toText(entry[by])]), ...details].join('; ');
  return {
    at: at === undefined ? '' : toText(entry[at]),
    text: [words, words && rest ? `(${rest})` : rest].filter(Boolean).join(' '),
  };
}

/** A table with the columns that are not empty. */
function createActionsSection(actions: readonly ToolAction[]): RootContent[] {
  if (actions.length === 0) return [];
  const columns = ACTION_COLUMNS.filter(([, name]) => actions.some((action) => action[name]));
  const row = (cells: readonly PhrasingContent[][]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  });
  const table: Table = {
    type: 'table',
    children: [
      row(columns.map(([heading]) => [{ type: 'text', value: heading }])),
      ...actions.map((action) =>
        row(columns.map(([, name]) => linkifyText((action[name] ?? '').replace(/\s+/g, ' ').trim()))),
      ),
    ],
  };
  return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: 'Action items' }] }, table];
}

const ACTION_COLUMNS: readonly (readonly [heading: string, name: keyof ToolAction])[] = [
  ['Action', 'text'],
  ['Owner', 'owner'],
  ['Due', 'due'],
  ['Status', 'status'],
  ['Ticket', 'ticket'],
];

/** Returns the records of a list, whether it is bare or wrapped as GraphQL and JSON:API do. */
export function listRecords(value: unknown): JsonRecord[] {
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value)) return [];
  const inner = value.nodes ?? value.data ?? value.comments ?? value.worklogs ?? value.results;
  return Array.isArray(inner) ? inner.filter(isRecord) : [];
}

/** Returns a text at a path of names, or undefined. */
export function getText(value: unknown, ...path: readonly string[]): string | undefined {
  let found = value;
  for (const name of path) found = isRecord(found) ? found[name] : undefined;
  return typeof found === 'string' && found.trim() ? found : undefined;
}

/** Returns a record without some of its fields. */
export function omitFields(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
