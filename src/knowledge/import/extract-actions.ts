/** Reads actions from lists and tables, with their owner, due date, ticket and status if the source names them. */
import type { ListItem, RootContent, Table, TableCell, TableRow } from 'mdast';
import { visit } from 'unist-util-visit';
import { ROLE_WORDS } from '../check/role-words.ts';
import { parseWrittenTime } from '../schema/written-time.ts';
import { type ColumnMeaning, findColumnMeaning } from './column-names.ts';
import {
  type AnyBlock,
  hasStruckWords,
  isPlaceholder,
  isPlainParagraph,
  toPlainWords,
} from './plain-words.ts';

export interface ExtractedAction {
  readonly text: string;
  readonly type: 'prevent' | 'detect' | 'mitigate' | 'document' | 'process' | 'unknown';
  readonly owner?: string;
  readonly status: 'open' | 'in-progress' | 'done' | 'dropped' | 'unknown';
  readonly due?: string;
  readonly ticket?: string;
}

export interface ActionList {
  readonly actions: readonly ExtractedAction[];
  /** True if the actions say all that the blocks say. */
  readonly isWhole: boolean;
  /** True if no words are struck out, and no item has items of its own. */
  readonly isCertain: boolean;
  /** The owners that may be people. */
  readonly people: readonly string[];
}

type Row = {
  readonly action: ExtractedAction;
  readonly isWhole: boolean;
  readonly isCertain: boolean;
  readonly person?: string;
};

export function extractActions(blocks: readonly RootContent[]): ActionList | undefined {
  const rows: Row[] = [];
  let isWhole = !blocks.some(hasStruckWords);
  for (const block of blocks) {
    if (block.type === 'list') rows.push(...block.children.flatMap(readItem));
    else if (block.type === 'table') {
      const found = readTable(block);
      rows.push(...(found ?? []));
      isWhole &&= found !== undefined;
    } else isWhole = false;
  }
  const gaps = rows.filter(({ action }) => isPlaceholder(action.text));
  const actions = rows.filter((row) => !gaps.includes(row));
  if (actions.length === 0) return undefined;
  return {
    actions: actions.map(({ action }) => action),
    isWhole: isWhole && gaps.length === 0 && actions.every((row) => row.isWhole),
    isCertain: actions.every((row) => row.isCertain),
    people: actions.flatMap(({ person }) => (person ? [person] : [])),
  };
}

/** The name ends with its sentence: "Owner: platform. Tracking: #1482". */
const OWNER_PATTERN = /\bowner:\s*([^;,()[\]|]+?)(?=\s*(?:[;,()[\]|]|\.(?:\s|$)|$))/i;

function readItem(item: ListItem): Row[] {
  const [paragraph, ...others] = item.children;
  const isStruck = hasStruckWords(item);
  const text = toPlainWords(item);
  // An item that is struck out as a whole has no words left.
  if (text === '') return [];
  const ticket = findTicket(item);
  const isPlain = paragraph !== undefined && others.length === 0 && isPlainParagraph(paragraph, true);
  const owner = readOwner(OWNER_PATTERN.exec(text)?.[1]);
  const due = readDay(/\bdue(?: date| by)?:\s*([^;()[\]]+)/i.exec(text)?.[1]);
  const status = typeof item.checked === 'boolean' ? (item.checked ? 'done' : 'open') : 'unknown';
  return [
    {
      action: {
        text,
        type: 'unknown',
        ...(owner?.role ? { owner: owner.role } : {}),
        status,
        ...(due ? { due } : {}),
        ...(ticket.value ? { ticket: ticket.value } : {}),
      },
      isWhole: isPlain && ticket.count <= 1,
      isCertain: isPlain && !isStruck && ticket.count <= 1,
      ...(owner?.person ? { person: owner.person } : {}),
    },
  ];
}

/** Finds the only address of an item, or the only number of a ticket in it. */
function findTicket(block: AnyBlock): { readonly value: string | undefined; readonly count: number } {
  const addresses: string[] = [];
  visit(block as RootContent, 'link', ({ url }) => {
    if (/^https?:/i.test(url)) addresses.push(url);
  });
  if (addresses.length > 0)
    return { value: addresses.length === 1 ? addresses[0] : undefined, count: addresses.length };
  const numbers = toPlainWords(block).match(/(?<![\p{L}\d-])[A-Z][A-Z\d]{1,9}-\d+(?![\p{L}\d-])/gu) ?? [];
  return { value: numbers.length === 1 ? numbers[0] : undefined, count: 0 };
}

function readTable(table: Table): Row[] | undefined {
  const [head, ...rows] = table.children;
  const meanings = head?.children.map((cell) => findColumnMeaning(toPlainWords(cell))) ?? [];
  const textAt = [meanings.indexOf('action'), meanings.indexOf('event')].find((at) => at >= 0);
  if (textAt === undefined) return undefined;
  return rows.flatMap((row) => readRow(row, meanings, textAt) ?? []);
}

function readRow(
  row: TableRow,
  meanings: readonly (ColumnMeaning | undefined)[],
  textAt: number,
): Row | undefined {
  const cell = row.children[textAt];
  const text = cell ? toPlainWords(cell) : '';
  if (!cell || text === '') return undefined;
  const wordsOf = (meaning: ColumnMeaning) => {
    const other = row.children[meanings.indexOf(meaning)];
    return other ? toPlainWords(other) : '';
  };
  const owner = readOwner(toFilled(wordsOf('owner')));
  const due = readDay(toFilled(wordsOf('due')));
  const ticket = readTicket(row.children[meanings.indexOf('ticket')], cell);
  const action: ExtractedAction = {
    text,
    type: readType(wordsOf('type')),
    ...(owner?.role ? { owner: owner.role } : {}),
    status: readStatus(wordsOf('status')),
    ...(due ? { due } : {}),
    ...(ticket ? { ticket } : {}),
  };
  const kept = Object.values(action).map((value) => value.toLowerCase());
  const isCertain = !row.children.some(hasStruckWords);
  const isWhole = row.children
    .map((other) => toPlainWords(other).toLowerCase())
    .every((words) => words === '' || kept.includes(words));
  return {
    action,
    isWhole: isWhole && isCertain,
    isCertain,
    ...(owner?.person ? { person: owner.person } : {}),
  };
}

/** The ticket of its own column, or of the text. */
function readTicket(column: TableCell | undefined, text: TableCell): string | undefined {
  const words = column ? toFilled(toPlainWords(column)) : undefined;
  return column && words ? (findTicket(column).value ?? words) : findTicket(text).value;
}

function toFilled(words: string): string | undefined {
  return isPlaceholder(words) ? undefined : words;
}

const STATUS_WORDS: readonly (readonly [ExtractedAction['status'], RegExp])[] = [
  [
    'dropped',
    /^(?:dropped|won'?t ?(?:fix|do)|will not do|cancel+ed|rejected|abandoned|declined|obsolete|❌)$/,
  ],
  [
    'in-progress',
    /^(?:in[ -]progress|doing|wip|started|ongoing|under ?way|in review|in arbeit|en cours|en curso|em andamento|進行中|🚧)$/,
  ],
  [
    'open',
    /^(?:open|to ?do|not started|new|pending|planned|backlog|no|offen|à faire|pendiente|pendente|未着手|☐|\[ ?\])$/,
  ],
  [
    'done',
    /^(?:done|closed|completed?|finished|fixed|resolved|merged|deployed|implemented|yes|erledigt|fertig|terminée?|fait|hecho|completado|feito|concluído|完了|✅|✔️?|☑️?|\[x\])$/,
  ],
];

function readStatus(words: string): ExtractedAction['status'] {
  const word = words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{S}[]+|[\s.!]+$/gu, '');
  return STATUS_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}

const TYPE_WORDS: readonly (readonly [ExtractedAction['type'], RegExp])[] = [
  ['prevent', /^prevent/],
  ['detect', /^(?:detect|monitor|alert|observab)/],
  ['mitigate', /^(?:mitigat|repair|respon)/],
  ['document', /^(?:document|docs?$|runbook)/],
  ['process', /^(?:process|procedur|training)/],
];

function readType(words: string): ExtractedAction['type'] {
  return TYPE_WORDS.find(([, pattern]) => pattern.test(words.toLowerCase()))?.[0] ?? 'unknown';
}

/** A day or a time; a person decides about any other text, so that it stays in the body. */
function readDay(words: string | undefined): string | undefined {
  return words ? parseWrittenTime(words.replace(/[.\s]+$/, ''))?.edtf : undefined;
}

/** A name that contains the word of a role is a role. Any other name can be that of a person. */
function readOwner(
  words: string | undefined,
): { readonly role?: string; readonly person?: string } | undefined {
  const name = words?.trim();
  if (!name) return undefined;
  const isRole = name
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .some((word) => ROLE_WORDS.has(word));
  return isRole ? { role: name } : { person: name };
}
