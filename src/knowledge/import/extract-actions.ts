/** Reads actions from lists and tables, with their owner, due date, ticket and status if the source names them. */
import type { Heading, List, ListItem, RootContent, Table, TableCell, TableRow } from 'mdast';
import { visit } from '../source/mdx/visit.ts';
import { type ActionProperties, readActionProperties } from './action-properties.ts';
import { type ActionStatus, readStatus } from './action-status.ts';
import { readActionTail, readDueDay, readLastDay } from './action-tail.ts';
import { type ColumnMeaning, findColumnMeaning } from './column-names.ts';
import { isRoleName, isTeamIn } from './owner-names.ts';
import {
  type AnyBlock,
  hasStruckWords,
  isPlaceholder,
  isPlainParagraph,
  toPlainWords,
} from './plain-words.ts';
import { findTicketNumbers } from './ticket-numbers.ts';

export interface ExtractedAction {
  readonly text: string;
  readonly type: 'prevent' | 'detect' | 'mitigate' | 'document' | 'process' | 'unknown';
  readonly owner?: string;
  readonly status: ActionStatus;
  /** The reason, which an action that was dropped must have. */
  readonly dropped?: 'unknown';
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

/** Contains what the page says outside its actions. */
export interface ActionContext {
  /** True if the day comes first in dates with slashes; undefined if nothing on the page shows it. */
  readonly dayFirst?: boolean | undefined;
  /** The words of the page, in which the names of teams can occur. */
  readonly words?: string;
}

export function extractActions(
  blocks: readonly RootContent[],
  context: ActionContext = {},
): ActionList | undefined {
  const rows: Row[] = [];
  let isWhole = !blocks.some(hasStruckWords);
  for (const { heading, content } of splitAtHeadings(blocks)) {
    const own = heading && readHeadedAction(heading, content, context);
    if (own) {
      rows.push(own);
      isWhole = false;
      continue;
    }
    isWhole &&= heading === undefined;
    for (const block of content) {
      const found = readActionBlock(block, context);
      rows.push(...(found ?? []));
      isWhole &&= found !== undefined;
    }
  }
  const gaps = rows.filter(({ action }) => isPlaceholder(action.text));
  const actions = rows.filter((row) => !gaps.includes(row));
  if (actions.length === 0) return undefined;
  return {
    actions: actions.map(({ action }) =>
      action.status === 'dropped' ? { ...action, dropped: 'unknown' } : action,
    ),
    isWhole: isWhole && gaps.length === 0 && actions.every((row) => row.isWhole),
    isCertain: actions.every((row) => row.isCertain),
    people: actions.flatMap(({ person }) => (person ? [person] : [])),
  };
}

interface HeadedBlocks {
  readonly heading: Heading | undefined;
  readonly content: RootContent[];
}

function splitAtHeadings(blocks: readonly RootContent[]): HeadedBlocks[] {
  const parts: HeadedBlocks[] = [{ heading: undefined, content: [] }];
  for (const block of blocks) {
    if (block.type === 'heading') parts.push({ heading: block, content: [] });
    else parts.at(-1)?.content.push(block);
  }
  return parts;
}

/** @returns undefined if the block contains no actions */
function readActionBlock(block: RootContent, context: ActionContext): Row[] | undefined {
  if (block.type === 'table') return readTable(block, context);
  return block.type === 'list' ? readList(block, context) : undefined;
}

/** In a list in which other items end with their owner, the end of an item is its owner too. */
function readList({ children }: List, context: ActionContext): Row[] {
  const rows = children.map((item) => {
    const below = readItemWithProperties(item, context);
    return below ? [below] : readItem(item, context, false);
  });
  const hasOwners = rows.flat().some(({ action }) => action.owner !== undefined);
  return rows.flatMap((row, at) => {
    const item = children[at];
    const isOneLine = item?.children.length === 1 && row.some(({ action }) => !action.owner);
    return hasOwners && isOneLine ? readItem(item, context, true) : row;
  });
}

/** A heading is an action if lines such as "Owner: …" follow it, among paragraphs that explain it. */
function readHeadedAction(
  heading: Heading,
  content: readonly RootContent[],
  context: ActionContext,
): Row | undefined {
  const text = toPlainWords(heading);
  const lines = content.filter((block) => readActionProperties([block]) !== undefined);
  const properties = readActionProperties(lines);
  const isOther = content.some((block) => block.type !== 'paragraph' && !lines.includes(block));
  if (!properties || text === '' || isOther) return undefined;
  const isCertain = !hasStruckWords(heading) && !content.some(hasStruckWords);
  return { ...createRow(text, properties, findTicket(heading).value, context), isWhole: false, isCertain };
}

function createRow(
  text: string,
  properties: ActionProperties,
  ticketOfText: string | undefined,
  context: ActionContext,
): Pick<Row, 'action' | 'person'> {
  const owner = readOwner(toFilled(properties.get('owner') ?? ''), context);
  const due = readDay(toFilled(properties.get('due') ?? ''), context);
  const words = toFilled(properties.get('ticket') ?? '');
  const ticket = words
    ? (/https?:\S+/.exec(words)?.[0] ?? findTicketNumbers(words)[0] ?? words)
    : ticketOfText;
  return {
    action: {
      text,
      type: readType(properties.get('type') ?? ''),
      ...(owner?.role ? { owner: owner.role } : {}),
      status: readStatus(properties.get('status') ?? ''),
      ...(due ? { due } : {}),
      ...(ticket ? { ticket } : {}),
    },
    ...(owner?.person ? { person: owner.person } : {}),
  };
}

/** The name ends with its sentence: "Owner: platform. Tracking: #1482". */
const OWNER_PATTERN = /\bowner:\s*([^;,()[\]|]+?)(?=\s*(?:[;,()[\]|]|\.(?:\s|$)|$))/i;

function readItem(item: ListItem, context: ActionContext, hasOwners: boolean): Row[] {
  const isStruck = hasStruckWords(item);
  const { text, box } = splitBox(item);
  // An item that is struck out as a whole has no words left, or only the reason in brackets. A blank box is a template's.
  if (text === '' || (isStruck && /^\([^()]*\)$/.test(text))) return [];
  const { dayFirst } = context;
  const ticket = findTicket(item);
  const isPlain = isOneLine(item) && ticket.count <= 1;
  // The end of an item can be about the part of it that is struck out.
  const tail = isStruck ? {} : readActionTail(text, { dayFirst, hasOwners });
  const owner = readOwner(OWNER_PATTERN.exec(text)?.[1], context) ?? toRole(tail.owner);
  const due =
    readNamedDay(text, context) ?? tail.due ?? (box === 'open' ? readLastDay(text, dayFirst) : undefined);
  const ticketNumber = ticket.value ?? tail.ticket;
  return [
    {
      action: {
        text,
        type: 'unknown',
        ...(owner.role ? { owner: owner.role } : {}),
        status: box ?? tail.status ?? 'unknown',
        ...(due ? { due } : {}),
        ...(ticketNumber ? { ticket: ticketNumber } : {}),
      },
      isWhole: isPlain,
      isCertain: isPlain && !isStruck,
      ...(owner.person ? { person: owner.person } : {}),
    },
  ];
}

/** The lines about an action can be items below it. */
function readItemWithProperties(item: ListItem, context: ActionContext): Row | undefined {
  const [paragraph, ...others] = item.children;
  const properties = others.length > 0 ? readActionProperties(others) : undefined;
  if (paragraph?.type !== 'paragraph' || !properties || hasStruckWords(item)) return undefined;
  const { text, box } = splitBox({ ...item, children: [paragraph] });
  const row = createRow(text.replace(/\s*[:：]$/, ''), properties, findTicket(paragraph).value, context);
  const status = properties.has('status') ? row.action.status : (box ?? 'unknown');
  return { ...row, action: { ...row.action, status }, isWhole: false, isCertain: true };
}

/** Returns whether an item is one paragraph of words and links. */
function isOneLine({ children: [paragraph, ...others] }: ListItem): boolean {
  return paragraph !== undefined && others.length === 0 && isPlainParagraph(paragraph, true);
}

function readNamedDay(text: string, context: ActionContext): string | undefined {
  return readDay(/\bdue(?: date| by)?:\s*([^;()[\]]+)/i.exec(text)?.[1], context);
}

/** Splits an item into the status of its box, in Markdown or as a sign, and its words. */
function splitBox(item: ListItem): { readonly text: string; readonly box: ActionStatus | undefined } {
  const words = toPlainWords(item);
  const [, sign, rest] = /^(\[[ xX]?\]|[✓✔☑✅❏☐⬜]\uFE0F?)\s*(.*)$/su.exec(words) ?? [];
  if (typeof item.checked === 'boolean') return { text: rest ?? words, box: item.checked ? 'done' : 'open' };
  return { text: rest ?? words, box: sign ? readStatus(sign) : undefined };
}

/** Finds the only address of an item, or the only number of a ticket in it. */
function findTicket(block: AnyBlock): { readonly value: string | undefined; readonly count: number } {
  const addresses: string[] = [];
  visit(block as RootContent, 'link', ({ url }) => {
    if (/^https?:/i.test(url)) addresses.push(url);
  });
  if (addresses.length > 0)
    return { value: addresses.length === 1 ? addresses[0] : undefined, count: addresses.length };
  const numbers = findTicketNumbers(toPlainWords(block));
  return { value: numbers.length === 1 ? numbers[0] : undefined, count: 0 };
}

function readTable(table: Table, context: ActionContext): Row[] | undefined {
  const [head, ...rows] = table.children;
  const meanings = head?.children.map((cell) => findColumnMeaning(toPlainWords(cell))) ?? [];
  const textAt = [meanings.indexOf('action'), meanings.indexOf('event')].find((at) => at >= 0);
  if (textAt === undefined) return undefined;
  return rows.flatMap((row) => readRow(row, meanings, textAt, context) ?? []);
}

function readRow(
  row: TableRow,
  meanings: readonly (ColumnMeaning | undefined)[],
  textAt: number,
  context: ActionContext,
): Row | undefined {
  const cell = row.children[textAt];
  const text = cell ? toPlainWords(cell) : '';
  if (!cell || text === '') return undefined;
  const wordsOf = (meaning: ColumnMeaning) => {
    const other = row.children[meanings.indexOf(meaning)];
    return other ? toPlainWords(other) : '';
  };
  const owner = readOwner(toFilled(wordsOf('owner')), context);
  // Next to an action, "When" is the day on which it is due.
  const dueWords = wordsOf('due') || wordsOf('time');
  const due = readDay(toFilled(dueWords), context);
  const dueStatus = readStatus(dueWords);
  const ticketCell = readTicketCell(row.children[meanings.indexOf('ticket')]);
  const ticket = ticketCell.ticket ?? findTicket(cell).value;
  const action: ExtractedAction = {
    text,
    type: readType(wordsOf('type')),
    ...(owner?.role ? { owner: owner.role } : {}),
    status: wordsOf('status') ? readStatus(wordsOf('status')) : (ticketCell.status ?? dueStatus),
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

/** Templates with a column for the ticket, and none for the status, have the status behind the number: "OPS-7 DONE". */
function readTicketCell(column: TableCell | undefined): {
  readonly ticket?: string | undefined;
  readonly status?: ActionStatus;
} {
  const words = column ? toPlainWords(column).trim() : '';
  const [, before = '', last = ''] =
    /^(.*?)[\s,;:–-]*(in[ -]progress|en cours|en curso|[\p{L}\p{S}-]+)$/iu.exec(words) ?? [];
  const status = readStatus(last);
  const isStatus = status !== 'unknown';
  const rest = toFilled(isStatus ? before : words);
  const ticket = column && rest ? (findTicket(column).value ?? rest) : undefined;
  return { ticket, ...(isStatus ? { status } : {}) };
}

function toFilled(words: string): string | undefined {
  return isPlaceholder(words) ? undefined : words;
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
function readDay(words: string | undefined, { dayFirst }: ActionContext): string | undefined {
  return words ? readDueDay(words, dayFirst) : undefined;
}

interface Owner {
  readonly role?: string;
  readonly person?: string;
}

function toRole(role: string | undefined): Owner {
  return role ? { role } : {};
}

/** A name that contains the word of a role is a role. Any other name can be that of a person. */
function readOwner(words: string | undefined, context: ActionContext): Owner | undefined {
  const name = words?.trim();
  if (!name) return undefined;
  return isRoleName(name) || isTeamIn(name, context.words ?? '') ? { role: name } : { person: name };
}
