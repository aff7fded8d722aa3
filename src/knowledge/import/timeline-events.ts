/** Finds the events of a section, whatever its shape: items, rows, paragraphs, sub-headings or lines of code. */
import type { List, ListItem, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { findColumnMeaning } from './column-names.ts';
import {
  findOnlyDay,
  readEventTime,
  readHeadingZone,
  readZoneStatement,
  type TimeContext,
} from './event-times.ts';
import { type AnyBlock, isPlaceholder, toPlainWords } from './plain-words.ts';

export interface OfferedEvent {
  readonly at?: string;
  readonly text: string;
  /** True if the source names a clock time or a day for it. */
  readonly isTimed: boolean;
}

interface EventList {
  readonly events: OfferedEvent[];
  readonly context: TimeContext;
  /** True if a paragraph belongs to the event before it. */
  continues: boolean;
}

export function findEvents(blocks: readonly RootContent[], context: TimeContext): OfferedEvent[] {
  const list: EventList = { events: [], context, continues: false };
  readBlocks(blocks, list);
  return list.events.filter(({ text }) => !isPlaceholder(text));
}

function readBlocks(blocks: readonly AnyBlock[], list: EventList): void {
  const text = blocks.map((block) => (block.type === 'paragraph' ? textOf(block) : '')).join('\n');
  list.context.offset = readZoneStatement(text, list.context) ?? list.context.offset;
  // "The incident began on May 14, 2021."
  list.context.day = findOnlyDay(listIntroduction(blocks, list.context).join('\n')) ?? list.context.day;
  for (const block of blocks) readBlock(block, list);
}

/** Returns the paragraphs before the first event. */
function listIntroduction(blocks: readonly AnyBlock[], context: TimeContext): string[] {
  const paragraphs: string[] = [];
  for (const block of blocks) {
    const words = toPlainWords(block);
    if (block.type !== 'paragraph' || readEventTime(words, { ...context }) !== undefined) break;
    paragraphs.push(words);
  }
  return paragraphs;
}

function readBlock(block: AnyBlock, list: EventList): void {
  if (block.type === 'heading') readHeading(toPlainWords(block), list);
  else if (block.type === 'list') readList(block, list);
  else if (block.type === 'table') readTable(block, list);
  else if (block.type === 'blockquote') readBlocks(block.children, list);
  else if (block.type === 'code') readLines(block.value.split('\n'), list);
  else if (block.type === 'paragraph') readLines(splitLines(block), list);
}

/** The lines of a paragraph, each in words without markup. */
function splitLines(paragraph: AnyBlock): string[] {
  const words = toPlainWords(paragraph);
  const lines = textOf(paragraph)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  // Pictures and struck words leave no way to split the words at the same places.
  return lines.join(' ').trim() === words ? lines.filter(Boolean) : [words];
}

function readLines(lines: readonly string[], list: EventList): void {
  for (const line of lines) {
    const isEvent = readTimedLine(line, list);
    if (!isEvent && list.continues) appendToLast(line, list);
  }
}

/** Reads a line that starts with its time. A line that is only a day is the day of those after it. */
function readTimedLine(line: string, list: EventList): boolean {
  const time = readEventTime(line, list.context);
  if (!time) return false;
  const zone = time.hasClock ? undefined : readZoneStatement(time.rest, list.context);
  if (!time.hasClock && (zone !== undefined || time.rest.replace(/[\s:.]+/g, '') === '')) {
    list.context.day = time.at;
    // "2024-05-14 (UTC)" above a table, or "2024-05-14 (all times UTC)".
    list.context.offset = zone ?? time.offset ?? list.context.offset;
    list.context.lastMinutes = undefined;
    list.continues = false;
    return true;
  }
  addEvent(line, time, list);
  list.continues = true;
  return true;
}

function addEvent(
  line: string,
  { at, rest, isComplete }: Pick<NonNullable<ReturnType<typeof readEventTime>>, 'at' | 'rest' | 'isComplete'>,
  list: EventList,
): void {
  const text = isComplete ? rest : line;
  list.events.push({ ...(at ? { at } : {}), text, isTimed: true });
  if (at && /^\d{4}-\d{2}-\d{2}/.test(at)) list.context.day = at.slice(0, 10);
}

function appendToLast(words: string, { events }: EventList): void {
  const last = events.pop();
  if (!last || words === '') {
    if (last) events.push(last);
    return;
  }
  const text = last.text.trim();
  const separator = text === '' ? '' : /[.,;:!?…。]$/.test(text) ? ' ' : '; ';
  events.push({ ...last, text: `${text}${separator}${words}` });
}

/** A heading is a day, an event with its text below it, or the name of a phase. */
function readHeading(words: string, list: EventList): void {
  list.context.offset = readHeadingZone(words, list.context) ?? list.context.offset;
  list.continues = false;
  readTimedLine(words, list);
}

function readList(block: List, list: EventList): void {
  const isBelowEvent = list.continues;
  for (const item of block.children) {
    if (isBelowEvent && !hasTime(item, list.context)) appendToLast(toPlainWords(item), list);
    else readItem(item, list);
  }
  list.continues = false;
}

function isLinkAlone({ children: [paragraph, ...others] }: ListItem): boolean {
  if (paragraph?.type !== 'paragraph' || others.length > 0) return false;
  return paragraph.children.length === 1 && paragraph.children[0]?.type === 'link';
}

function hasTime(item: ListItem, context: TimeContext): boolean {
  return readEventTime(toPlainWords(item), { ...context }) !== undefined;
}

function readItem(item: ListItem, list: EventList): void {
  const [first, ...others] = item.children;
  const own = first?.type === 'paragraph' ? toPlainWords(first) : '';
  const time = readEventTime(own, { ...list.context });
  const isDay = time !== undefined && !time.hasClock && time.rest.replace(/[\s:.]+/g, '') === '';
  const areEventsBelow = others.some(
    (block) => block.type === 'list' && block.children.some((inner) => hasTime(inner, list.context)),
  );
  if (isDay) list.context.day = time.at;
  if (isDay || areEventsBelow) {
    list.continues = false;
    if (!isDay && own) addUntimed(own, list, time);
    for (const block of others) readBlock(block, list);
    return;
  }
  const words = toPlainWords(item);
  const whole = readEventTime(words, list.context);
  // "Deployments", a link to a dashboard above the events.
  if (!whole && list.events.length === 0 && isLinkAlone(item)) return;
  if (whole) addEvent(words, whole, list);
  else addUntimed(words, list, undefined);
}

/** Reads "First detected 2024-05-14 09:31" too, where the time comes last. */
function addUntimed(words: string, list: EventList, time: ReturnType<typeof readEventTime>): void {
  if (time) {
    addEvent(words, time, list);
    return;
  }
  const [, before = '', end = ''] = /^(.{3,80}?)[\s:,–—-]+((?:at |on )?\(?\d{1,4}\S.*)$/.exec(words) ?? [];
  const last = end ? readEventTime(end.replace(/^(?:at|on) /, ''), list.context) : undefined;
  if (last && last.rest.trim() === '') {
    addEvent(words, { ...last, rest: before, isComplete: last.isComplete }, list);
  } else if (words) list.events.push({ text: words, isTimed: false });
}

function readTable(table: Table, list: EventList): void {
  const { context } = list;
  const names = table.children[0]?.children.map((cell) => toPlainWords(cell)) ?? [];
  const isHeadless =
    names.every((name) => name === '') || readEventTime(names[0] ?? '', { ...context }) !== undefined;
  const { columns, zoned } = findTimeColumns(isHeadless ? [] : names, context);
  const outer = context.offset;
  context.offset = readColumnZone(names[columns.at(-1) ?? 0] ?? '', context) ?? outer;
  for (const row of isHeadless ? table.children : table.children.slice(1)) {
    const cells = row.children.map((cell) => toPlainWords(cell));
    const start = columns
      .map((column) => cells[column])
      .filter(Boolean)
      .join(' ');
    // The same instant on the clock of another place says nothing new.
    const isSame = (cell: string, column: number) =>
      zoned.includes(column) && isSameInstant(start, cell, names[column] ?? '', context);
    const rest = cells
      .filter((cell, column) => cell && !columns.includes(column) && !isSame(cell, column))
      .join(' - ');
    if (start !== '' || rest !== '') addRow(start, rest, list);
  }
  context.offset = outer;
  list.continues = false;
}

interface TimeColumns {
  /** The columns of the day and of the clock, or the first one. */
  readonly columns: readonly number[];
  /** The columns whose heads name a zone. */
  readonly zoned: readonly number[];
}

function findTimeColumns(names: readonly string[], context: TimeContext): TimeColumns {
  const meanings = names.map((name) => findColumnMeaning(name));
  const zoned = findZoneColumns(names, context);
  const clock = meanings.includes('time') ? meanings.indexOf('time') : (zoned[0] ?? -1);
  const day = meanings.indexOf('day');
  return { zoned, columns: clock < 0 ? [Math.max(0, day)] : day < 0 ? [clock] : [day, clock] };
}

/** Returns the columns whose heads are a place with its offset: "Sydney (UTC+11)". */
function findZoneColumns(names: readonly string[], context: TimeContext): number[] {
  return names.flatMap((name, column) =>
    /[(（]/.test(name) && readHeadingZone(name, context) !== undefined ? [column] : [],
  );
}

function isSameInstant(start: string, other: string, head: string, context: TimeContext): boolean {
  const read = (words: string, offset: string | undefined) => {
    const time = readEventTime(words, { ...context, offset, lastMinutes: undefined });
    return time?.hasClock && time.rest.trim() === '' ? Date.parse(time.at ?? '') : Number.NaN;
  };
  return read(start, context.offset) === read(other, readHeadingZone(head, context));
}

/** Reads "Time (UTC)" and "UTC" at the head of a column. */
function readColumnZone(name: string, context: TimeContext): string | undefined {
  return readHeadingZone(name, context) ?? readZoneStatement(`time ${name}`, context);
}

function addRow(start: string, rest: string, list: EventList): void {
  if (rest === '' && readTimedLine(start, list)) return;
  const line = [start, rest].filter(Boolean).join(' - ');
  const time = readEventTime(start, list.context);
  if (time) addEvent(line, { ...time, rest, isComplete: time.isComplete && time.rest.trim() === '' }, list);
  else if (start === '' && list.events.length > 0) appendToLast(rest, list);
  else list.events.push({ text: line, isTimed: false });
}
