/** A problem that a rule found: its place and its message. Every reporter renders the same value. */
import { location } from 'vfile-location';
import { toPrintable } from './invisible-characters.ts';

export type Severity = 'error' | 'warning';

/** A stretch of a file's text: offsets in UTF-16 units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Problem {
  /** The file as it is named to people: `content/postmortems/x.mdx`. */
  readonly path: string;
  /** Lines and columns count from 1; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The name of the rule, which is also its anchor on `/rules/`. */
  readonly rule: string;
  /** The address of the explanation of the rule; absent if `site.yaml` has no address. */
  readonly address?: string;
  readonly severity: Severity;
  /** The message: the text found, quoted, and the text expected. One line, without a full stop. */
  readonly message: string;
  /** The nearest right thing, as a sentence. */
  readonly hint?: string;
  /** The line that contains it, shortened around the place if the line is long. */
  readonly excerpt?: Excerpt;
  /** The edits of a safe automatic fix. */
  readonly edits?: readonly Edit[];
}

/** Text to be put in place of a stretch. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Excerpt {
  readonly text: string;
  /** The first underlined column of `text`, from 0, and how many columns are underlined. */
  readonly from: number;
  readonly length: number;
}

/** Returns the place of `span` in `text` as lines and columns that count from 1. */
export function locateSpan(
  text: string,
  span: Span,
): Pick<Problem, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const points = getPoints(text);
  const last = text.length;
  const start = points.toPoint(Math.min(span.start, last));
  const end = points.toPoint(Math.min(Math.max(span.end, span.start), last));
  return {
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    endLine: end?.line ?? start?.line ?? 1,
    endColumn: end?.column ?? start?.column ?? 1,
  };
}

let lastLocated: { readonly text: string; readonly points: ReturnType<typeof location> } | undefined;

/** Caches the lines of the last text: the problems of a file are located in sequence. */
function getPoints(text: string): ReturnType<typeof location> {
  if (lastLocated?.text !== text) lastLocated = { text, points: location(text) };
  return lastLocated.points;
}

const EXCERPT_WIDTH = 120;
/** The line in which `span` begins, cut to what fits on a line of a terminal. */
export function createExcerpt(text: string, span: Span): Excerpt {
  const start = Math.min(span.start, text.length);
  const lineStart = findLineStart(text, start);
  const from = lineStart ?? start - EXCERPT_WIDTH / 2;
  const [to, isWhole] = findLineEnd(text, start, from + EXCERPT_WIDTH);
  const before = lineStart === undefined ? '…' : '';
  const after = isWhole ? '' : '…';
  // A tab would move the underline.
  const shown = toPrintable(text.slice(from, to)).replaceAll('\t', ' ');
  return {
    text: `${before}${shown}${after}`,
    from: before.length + start - from,
    length: Math.max(1, Math.min(span.end, to) - start),
  };
}

/** Returns the start of the line, unless that is too far to the left to be shown. */
function findLineStart(text: string, from: number): number | undefined {
  for (let at = from; at > from - EXCERPT_WIDTH; at--) {
    if (at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r') return at;
  }
  return undefined;
}

/** Returns the end of the line, at most `limit`, and whether the line ends there. */
function findLineEnd(text: string, from: number, limit: number): [end: number, isWhole: boolean] {
  let at = from;
  while (at < limit && at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return [at, at === text.length || text[at] === '\n' || text[at] === '\r'];
}

const MAX_QUOTE_LENGTH = 80;

/** Text of the author's inside a message: on one line, shortened, in the quotes of the grammar. */
export function quote(text: string): string {
  const flat = toPrintable(text.replace(/\s+/g, ' ')).trim();
  return `\`${shorten(flat, MAX_QUOTE_LENGTH)}\``;
}

const MAX_SENTENCE_LENGTH = 1_000;

/** A sentence as it may be printed, whatever ids and names of others it repeats. */
export function toOneLine(sentence: string): string {
  const flat = toPrintable(sentence.replace(/\s+/g, ' '));
  return shorten(flat, MAX_SENTENCE_LENGTH);
}

/** Ends in `…` if it is cut. Never cuts a character in half. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The order in which problems are read: by file, then from top to bottom. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** A path as it may be printed: the name of a file can contain line breaks, and worse. */
export function toPrintablePath(path: string): string {
  return toPrintable(path).replace(/[\t\n\r]/g, '�');
}
