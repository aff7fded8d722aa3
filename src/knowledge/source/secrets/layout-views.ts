/**
 * Brings together what only the layout of a page does: a value in a table and the name of its column, and a name with the
 * code below it. Each pair is a line of its own: `Password: value`.
 */
import type { Span } from '../problem.ts';
import { readInline } from './inline-views.ts';
import { JoinedText, type TextPiece } from './joined-text.ts';

interface Line extends Span {
  readonly text: string;
}

interface LayoutView {
  readonly text: string;
  /** Returns the stretch of the file from which a stretch of the view comes, undefined if the view added it. */
  toSource(span: Span): Span | undefined;
}

/** @param mayName returns whether a text could be the name of a secret */
export function* listLayoutViews(text: string, mayName: (words: string) => boolean): Generator<LayoutView> {
  if (!mayName(text)) return;
  const lines = splitLines(text);
  yield* listTableViews(lines, mayName);
  yield* listLabelViews(lines, mayName);
}

function splitLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { text: line.replace(/\r$/, ''), start: from, end: from + line.length };
  });
}

const DELIMITER_ROW = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,100}\|?[ \t]*$/;
const MAX_NAME_LENGTH = 80;
/** Cells further to the right of a name are not searched. */
const MAX_VALUES = 8;

function* listTableViews(lines: readonly Line[], mayName: (words: string) => boolean): Generator<LayoutView> {
  let names: readonly (LayoutView | undefined)[] | undefined;
  for (const [index, line] of lines.entries()) {
    const head = lines[index - 1];
    if (line.text.trim() === '') names = undefined;
    else if (names) yield* listRowViews(line, names, mayName);
    else if (head?.text.includes('|') && DELIMITER_ROW.test(line.text)) {
      names = splitCells(head).map((cell) => readName(cell, mayName));
    }
  }
}

function* listRowViews(
  row: Line,
  names: readonly (LayoutView | undefined)[],
  mayName: (words: string) => boolean,
): Generator<LayoutView> {
  const isPair = names.length >= 2 && row.text.length < 1_000 && mayName(row.text);
  if (!isPair && names.every((name) => name === undefined)) return;
  const cells = splitCells(row);
  for (const [index, cell] of cells.entries()) {
    const name = names[index];
    if (name !== undefined) yield joinPair(name, cell);
  }
  const [first, ...others] = cells;
  if (!isPair || !first || first.text.length > MAX_NAME_LENGTH) return;
  const name = readName(first, mayName);
  if (name) for (const cell of others.filter(isFilled).slice(0, MAX_VALUES)) yield joinPair(name, cell);
}

function isFilled({ text }: Line): boolean {
  return text !== '';
}

/** Returns what a cell says if it could be the name of a secret. */
function readName({ text, start }: Line, mayName: (words: string) => boolean): LayoutView | undefined {
  const read = readInline(text);
  if (!read || read.text.length > MAX_NAME_LENGTH || !mayName(read.text)) return undefined;
  return {
    text: read.text,
    toSource(span) {
      const own = read.toSource(span);
      return own && moveSpan(own, start);
    },
  };
}

/** A bar after a backslash is text. */
function splitCells({ text, start }: Line): Line[] {
  const inner = /^[ \t>]*\|?/.exec(text)?.[0].length ?? 0;
  const cells: Line[] = [];
  let from = inner;
  for (const { index } of text.matchAll(/(?<!\\)\||$/g)) {
    if (index < from) continue;
    const cell = text.slice(from, index);
    const indent = cell.length - cell.trimStart().length;
    const words = cell.trim();
    cells.push({ text: words, start: start + from + indent, end: start + from + indent + words.length });
    from = index + 1;
  }
  return cells.at(-1)?.text === '' ? cells.slice(0, -1) : cells;
}

/** The last words of a paragraph or heading, if they introduce what is below. */
const LABEL =
  /(?<name>[\p{L}\p{N}_-]{1,40}(?:[ \t]+[\p{L}\p{N}_-]{1,40})?)(?<colon>[*_`]*[ \t]*[:：][*_]*|[*_`]*)[ \t#]*$/u;
/** The last part of a line, in which a label is looked for. */
const MAX_LABEL_LENGTH = 200;
const ENDS_WITH_COLON = /[:：][*_]*[ \t#]*$/;
const HEADING = /^[ \t>]*#{1,6}[ \t]/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/;

function* listLabelViews(lines: readonly Line[], mayName: (words: string) => boolean): Generator<LayoutView> {
  for (const [index, { text, start }] of lines.entries()) {
    const isHeading = HEADING.test(text);
    // Most lines are sentences, and a label takes longer to find than a colon.
    if ((!isHeading && !ENDS_WITH_COLON.test(text)) || !mayName(text)) continue;
    const cut = Math.max(0, text.length - MAX_LABEL_LENGTH);
    const label = LABEL.exec(text.slice(cut));
    const { name = '', colon = '' } = label?.groups ?? {};
    const nameStart = start + cut + (label?.index ?? 0);
    const introduces = /[:：]/.test(colon);
    if ((!isHeading && !introduces) || !mayName(name)) continue;
    const value = findValueBelow(lines, index);
    // Below a heading, a word can be a command.
    if (!value || (isHeading && !introduces && /^\p{Ll}+(?:-\p{Ll}+)*$/u.test(value.text))) continue;
    const source = { text: name, toSource: (span: Span) => moveSpan(span, nameStart) };
    yield joinLabel(source, value);
  }
}

function joinLabel(label: LayoutView, value: Value): LayoutView {
  return value.isCode ? joinPair(label, { ...value, text: `\`${value.text}\`` }, 1) : joinPair(label, value);
}

interface Value extends Line {
  readonly isCode: boolean;
}

/** Finds the only line of the code below a line, or what is written there, if it is one word. */
function findValueBelow(lines: readonly Line[], index: number): Value | undefined {
  const next = lines[index + 1]?.text.trim() === '' ? index + 2 : index + 1;
  const line = lines[next];
  if (!line) return undefined;
  if (!FENCE.test(line.text)) {
    return findWord(
      line,
      /^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:[*_]{0,3}(?=\S*\d)(?=\S*\p{L})(?<plain>[^\s`*_<>|][^\s`*<>|]{5,100}?)[*_]{0,3}[ \t]*$|[*_]{0,3}`(?<word>[^\s`]{1,500})`[*_]{0,3}[.,;]?[ \t]*$)|^(?: {4,}|\t)[ \t]*(?<code>\S{1,500})[ \t]*$/du,
    );
  }
  const value = lines[next + 1];
  return value && FENCE.test(lines[next + 2]?.text ?? '')
    ? findWord(value, /^[ \t>]*(?<word>\S{1,500})[ \t]*$/d)
    : undefined;
}

function findWord({ text, start }: Line, pattern: RegExp): Value | undefined {
  const groups = pattern.exec(text)?.indices?.groups;
  const found = groups?.word ?? groups?.code ?? groups?.plain;
  if (!found) return undefined;
  const isCode = groups?.plain === undefined;
  return { text: text.slice(...found), start: start + found[0], end: start + found[1], isCode };
}

/**
 * Code is put in quotes, because a word in it is a value and not part of a sentence. A match that takes something from both
 * the name and the value is one of the value.
 */
function joinPair(name: LayoutView, { text, start }: Line, offset = 0): LayoutView {
  const isCode = /^[*_]*`.*`[*_]*$/.test(text);
  const before: TextPiece = { text: `${name.text}: ${isCode ? '"' : ''}` };
  const after: TextPiece = { text: isCode ? '"' : '' };
  const value = readInline(text);
  const piece: TextPiece = {
    text: value?.text ?? '',
    toSource(span) {
      const own = value?.toSource(span);
      return own && moveSpan(own, start - offset);
    },
  };
  const joined = new JoinedText([before, piece, after]);
  return {
    text: joined.text,
    toSource(span) {
      const ofName = { start: span.start, end: Math.min(span.end, name.text.length) };
      return joined.toSource(span) ?? (ofName.start < ofName.end ? name.toSource(ofName) : undefined);
    },
  };
}

function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
