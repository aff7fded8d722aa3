/** Text without markup as blocks: paragraphs, lists, quotations, and lines that head a list. */
import type { Blockquote, Heading, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { findColumnMeaning } from './column-names.ts';
import { findFactTarget } from './fact-labels.ts';
import { isLinkable } from './linkable-address.ts';
import { findSectionMeaning, isSectionName, normalizeHeading } from './section-headings.ts';

const BULLET = /^([ \t]*)(?:[-*+•◦‣·–●○■▪▫◆◇]|\(?\d{1,3}[.)])[ \t]+(?=\S)/;
/** A box at the start of a line is the mark of an item, and says how far it is. */
const BOXED = /^[ \t]*(?=(?:\[[ xX]\]|[☐☑☒✅✓✔❏⬜])\uFE0F?[ \t]+\S)/;
const QUOTED = /^[ \t]?>[ \t]?/;
const INDENTED = /^(?: {4}|\t)/;
const MAX_HEADING_LENGTH = 60;

/** Every word of the text is in the blocks; nothing in it is read as markup. */
export function parseTextBlocks(text: string): RootContent[] {
  return parseLines(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

/** Deeper quotations than this are kept as the text they are. */
const MAX_QUOTE_DEPTH = 20;

function parseLines(lines: readonly string[], depth: number): RootContent[] {
  const blocks: RootContent[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (!line.trim()) at++;
    else if (QUOTED.test(line) && depth < MAX_QUOTE_DEPTH) at = parseQuote(lines, at, depth, blocks);
    else if (isItem(line)) at = parseList(lines, at, blocks);
    else if (countTableLines(lines, at) > 1) at = parseTable(lines, at, blocks);
    else at = parseParagraph(lines, at, depth, blocks);
  }
  return blocks;
}

function isItem(line: string): boolean {
  return BULLET.test(line) || BOXED.test(line);
}

function parseQuote(lines: readonly string[], from: number, depth: number, blocks: RootContent[]): number {
  let at = from;
  while (at < lines.length && QUOTED.test(lines[at] ?? '')) at++;
  const inner = lines.slice(from, at).map((line) => line.replace(QUOTED, ''));
  blocks.push({ type: 'blockquote', children: parseLines(inner, depth + 1) as Blockquote['children'] });
  return at;
}

/** Returns how many lines from here on are rows whose cells are divided by tabs, below heads that templates use. */
function countTableLines(lines: readonly string[], from: number): number {
  const head = splitCells(lines[from] ?? '');
  const known = head.filter((cell) => findColumnMeaning(cell) !== undefined);
  if (known.length < 2) return 0;
  const end = lines.findIndex((line, at) => {
    const count = splitCells(line).length;
    return at > from && (count < 2 || count > head.length);
  });
  return (end < 0 ? lines.length : end) - from;
}

function splitCells(line: string): string[] {
  return line.split('\t').map((cell) => cell.trim());
}

function parseTable(lines: readonly string[], from: number, blocks: RootContent[]): number {
  const end = from + countTableLines(lines, from);
  const rows = lines.slice(from, end).map(splitCells);
  const width = rows[0]?.length ?? 0;
  blocks.push({
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, column) => ({
        type: 'tableCell',
        children: linkifyText(cells[column] ?? ''),
      })),
    })),
  });
  return end;
}

/** Items continue over lines until an empty one; a list continues after it if another item follows. */
function parseList(lines: readonly string[], from: number, blocks: RootContent[]): number {
  const items: { number: string | undefined; lines: string[] }[] = [];
  let at = from;
  while (at < lines.length && !isEndOfList(lines, at)) {
    const line = lines[at] ?? '';
    const [marker] = BULLET.exec(line) ?? BOXED.exec(line) ?? [];
    if (marker !== undefined)
      items.push({ number: /\d+[.)]/.exec(marker)?.[0], lines: [line.slice(marker.length)] });
    else if (line.trim()) items.at(-1)?.lines.push(line.trim());
    at++;
  }
  const start = Number.parseInt(items[0]?.number ?? '', 10);
  const ordered = items.every(({ number = '' }, index) => Number.parseInt(number, 10) === start + index);
  blocks.push({
    type: 'list',
    ordered,
    spread: false,
    ...(ordered && start !== 1 ? { start } : {}),
    children: items.map((item): ListItem => ({
      type: 'listItem',
      spread: false,
      // Numbers that do not continue the count belong to the sentence.
      children: [
        createParagraph(ordered || !item.number ? item.lines : prependNumber(item.number, item.lines)),
      ],
    })),
  });
  return at;
}

function prependNumber(number: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${number} ${first}`, ...rest];
}

function isEndOfList(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  if (isItem(line)) return false;
  return line.trim() ? isHeading(line, next) : !isItem(next);
}

function parseParagraph(
  lines: readonly string[],
  from: number,
  depth: number,
  blocks: RootContent[],
): number {
  const first = lines[from] ?? '';
  const title = readTitleLine(lines, from);
  if (title) {
    blocks.push({ type: 'heading', depth: title.depth, children: linkifyText(first.trim()) });
    return from + title.count;
  }
  if (isHeading(first, lines[from + 1])) {
    const heading: Heading = { type: 'heading', depth: 2, children: linkifyText(first.trim().slice(0, -1)) };
    blocks.push(heading);
    return from + 1;
  }
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const isQuote = QUOTED.test(line) && depth < MAX_QUOTE_DEPTH;
    if (!line.trim() || isQuote || isItem(line) || isHeading(line, lines[at + 1])) break;
    if (readTitleLine(lines, at)) break;
  }
  const own = lines.slice(from, at);
  // Indented text is a log or a drawing, in which spaces matter.
  if (own.every((line) => INDENTED.test(line))) blocks.push({ type: 'code', value: own.join('\n') });
  else blocks.push(createParagraph(own.map((line) => line.trim())));
  return at;
}

/** A line that is underlined, or in capitals between empty lines and known as the name of a section. */
function readTitleLine(
  lines: readonly string[],
  at: number,
): { readonly depth: 1 | 2; readonly count: number } | undefined {
  const [line = '', next = ''] = [lines[at], lines[at + 1]];
  const text = line.trim();
  if (text.length === 0 || text.length > MAX_TITLE_LENGTH) return undefined;
  const [, rule] = /^\s*(=+|-+|~+|\*+|#+)\s*$/.exec(next) ?? [];
  const before = lines[at - 1]?.trim() ?? '';
  if (
    rule &&
    rule.length >= 3 &&
    before === '' &&
    /[\p{L}\d]/u.test(text) &&
    Math.abs(rule.length - text.length) <= 3
  ) {
    return { depth: rule.startsWith('=') ? 1 : 2, count: 2 };
  }
  // Only the name is in capitals in "TIMELINE (all times UTC)".
  const name = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '');
  const isCapital = /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(name);
  const isAlone = before === '' && (next.trim() === '' || isItem(next));
  if (isCapital && isAlone && findSectionMeaning(text)) return { depth: 2, count: 1 };
  return before === '' && isBareName(text, next, lines[at + 2]) ? { depth: 2, count: 1 } : undefined;
}

/** Google Docs and Word copy a heading as a line like any other: "Root cause", with its text in the next line. */
function isBareName(text: string, next: string, afterNext: string | undefined): boolean {
  if (/[.,;:!?…。：]$/.test(text) || !/^[\p{Lu}\p{Lo}]/u.test(text)) return false;
  const isKnown = findSectionMeaning(text) !== undefined || isSectionName(text);
  if (isKnown) return normalizeHeading(text).split(' ').length <= MAX_NAME_WORDS;
  const isOneLine = next.trim() !== '' && (afterNext ?? '').trim() === '';
  return isOneLine && findFactTarget(text) !== undefined;
}

const MAX_NAME_WORDS = 6;

const MAX_TITLE_LENGTH = 120;

/** "What worked well:", on a line of its own, before a list; or the name of a section that postmortems have. */
function isHeading(line: string, next: string | undefined): boolean {
  const text = line.trim();
  if (text.endsWith(':') && findSectionMeaning(text)) return true;
  return text.length <= MAX_HEADING_LENGTH && /^[A-Z].*[A-Za-z0-9)"'’]:$/.test(text) && isItem(next ?? '');
}

function createParagraph(lines: readonly string[]): Paragraph {
  return { type: 'paragraph', children: linkifyText(lines.join('\n')) };
}

const URL_PATTERN = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"')\]}]+[^\s<>"')\]}.,;:!?]/gu;

/** Words with their addresses as links. */
export function linkifyText(text: string): PhrasingContent[] {
  const words: PhrasingContent[] = [];
  let from = 0;
  for (const { index, 0: url } of text.matchAll(URL_PATTERN)) {
    if (!isLinkable(url)) continue;
    if (index > from) words.push({ type: 'text', value: text.slice(from, index) });
    words.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    from = index + url.length;
  }
  if (from < text.length) words.push({ type: 'text', value: text.slice(from) });
  return words;
}
