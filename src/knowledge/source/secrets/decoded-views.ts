/**
 * The texts in which secrets are looked for in addition to a file: its lines with escapes decoded and without emphasis,
 * and the contents of Base64. A page shows the decoded text.
 */
import { decodeNestedEscapes } from '../decode-escapes.ts';
import { INVISIBLE_CHARACTERS } from '../invisible-characters.ts';
import { MappedText, type Replacement } from '../mapped-text.ts';
import type { Span } from '../problem.ts';
import { findComments } from './comments.ts';
import { readInline } from './inline-views.ts';
import { listLayoutViews } from './layout-views.ts';
import { maybeSecretName } from './secret-names.ts';

export interface DecodedView {
  readonly text: string;
  /** Returns the stretch of the file from which a stretch of the view comes, undefined if the view added it. */
  toSource(span: Span): Span | undefined;
  readonly isBase64?: true;
}

/** Something that could be an escape, markup or an invisible character inside a word. */
const DECODABLE =
  /\\[!-/:-@[-`{-~uUx]|&[#A-Za-z][A-Za-z\d]+;|%[\dA-Fa-f]{2}|\S(?:\*|~~|__)|(?:\*|~~|__)\S|\w[~`[]|[_~`]\w|\)\w|[^ -~\t\r]/;

export function listDecodedViews(text: string): DecodedView[] {
  const comments = [...findComments(text)];
  const views = listJoinedViews(joinParts(text, comments));
  return [...views, ...listCommentViews(text, comments), ...listBase64Texts(text)];
}

/** A comment contains text as well, and other text can look like a comment. Before the first, nothing is different. */
function listCommentViews(text: string, [first]: readonly Span[]): DecodedView[] {
  if (!first) return [];
  const from = findContextStart(text, first.start);
  return listJoinedViews(joinParts(text.slice(from), [])).map(({ toSource, ...view }) => ({
    ...view,
    toSource(span) {
      const source = toSource(span);
      return source && { start: from + source.start, end: from + source.end };
    },
  }));
}

/** Returns where the paragraph before that of an offset starts, or an earlier one: its last line can name what follows. */
function findContextStart(text: string, offset: number): number {
  const starts: number[] = [];
  let at = 0;
  let isAfterEmpty = true;
  for (const line of text.slice(0, offset).split('\n')) {
    const isEmpty = line.trim() === '';
    if (isAfterEmpty && !isEmpty) starts.push(at);
    isAfterEmpty = isEmpty;
    at += line.length + 1;
  }
  return starts.at(-2) ?? 0;
}

function listJoinedViews(joined: MappedText): DecodedView[] {
  return [
    ...listDecodedLines(joined),
    ...listUnquotedLines(joined),
    ...[...listParagraphViews(joined.text), ...listLayoutViews(joined.text, maybeSecretName)].map(
      (view): DecodedView => ({
        text: view.text,
        toSource(span) {
          const source = view.toSource(span);
          return source && joined.toSource(source);
        },
      }),
    ),
  ];
}

/** Markup between two parts of a word, so that a reader sees another text than the file has. */
const MARKED_WORD = /\w[^\s\w]{0,20}[[\])}<>`*~][^\s\w]{0,20}\w/;
const MARKUP = /[`*_[<&\\~\n]/;
const MAX_PARAGRAPH_LENGTH = 10_000;

const LIST_ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Lists the stretches between empty lines. Each item of a list begins another one, also in YAML. */
function* listParagraphs(text: string): Generator<{ index: number; paragraph: string }> {
  let index = 0;
  let end = 0;
  for (const line of text.split('\n')) {
    const next = end + line.length + 1;
    const isEmpty = line.trim() === '';
    if (isEmpty || LIST_ITEM.test(line)) {
      if (end > index) yield { index, paragraph: text.slice(index, end) };
      index = isEmpty ? next : end;
    }
    end = next;
  }
  if (end > index) yield { index, paragraph: text.slice(index, end) };
}

function* listParagraphViews(text: string): Generator<DecodedView> {
  for (const { index, paragraph } of listParagraphs(text)) {
    if (paragraph.length > MAX_PARAGRAPH_LENGTH || !MARKUP.test(paragraph.trim())) continue;
    if (!maybeSecretName(paragraph) && !MARKED_WORD.test(paragraph)) continue;
    const read = readInline(paragraph);
    if (!read || read.text === paragraph.trim()) continue;
    yield {
      text: read.text,
      toSource(span) {
        const source = read.toSource(span);
        return source && { start: index + source.start, end: index + source.end };
      },
    };
  }
}

function* listDecodedLines(joined: MappedText): Generator<DecodedView> {
  let next = 0;
  for (const line of joined.text.split('\n')) {
    const index = next;
    next += line.length + 1;
    const isJoined = isCut(joined, { start: index, end: index + line.length });
    if (!isJoined && !DECODABLE.test(line)) continue;
    const unlinked = removeLinks(line);
    const escapes = decodeNestedEscapes(unlinked.text);
    const narrow = replaceWideLetters(escapes.text);
    const plain = removeMarks(narrow.text);
    const percent = decodePercents(plain.text);
    if (!isJoined && percent.text === line) continue;
    yield {
      text: percent.text,
      toSource(span) {
        const inLine = narrow.toSource(plain.toSource(percent.toSource(span)));
        const { start, end } = unlinked.toSource(escapes.toSource(inLine));
        return joined.toSource({ start: index + start, end: index + end });
      },
    };
  }
}

function isCut(joined: MappedText, span: Span): boolean {
  const { start, end } = joined.toSource(span);
  return end - start !== span.end - span.start;
}

/** In double quotes, YAML joins two lines without a space after a backslash (YAML 1.2.2, 7.3.1). */
const CONTINUATION = /(?<=\w)(?:\\\r?\n[ \t]*)+(?=\w)/g;

/** Removes comments and continuations, which can be inside a word and end on another line. */
function joinParts(text: string, comments: readonly Span[]): MappedText {
  const spans = [...comments, ...findContinuations(text)].sort((a, b) => a.start - b.start);
  const separate = spans.filter(({ start }, index) => start >= (spans[index - 1]?.end ?? 0));
  return new MappedText(
    text,
    separate.map((span) => ({ span, text: '' })),
  );
}

function* findContinuations(text: string): Generator<Span> {
  for (const { index, 0: found } of text.matchAll(CONTINUATION))
    yield { start: index, end: index + found.length };
}

/** A link, and the parts of it that a page does not show. */
const LINK = /(?<open>\[)(?<words>[^[\]]{1,200})(?<address>\]\([^()\s]{0,300}\))/g;

/** Removes the markup of links that are joined to a word or to another link. */
function removeLinks(line: string): MappedText {
  const replacements: Replacement[] = [];
  for (const { index, 0: link, groups } of line.matchAll(LINK)) {
    const end = index + link.length;
    if (!/[\w)]/.test(line.charAt(index - 1)) && !/[\w[]/.test(line.charAt(end))) continue;
    const addressStart = end - (groups?.address?.length ?? 0);
    replacements.push({ span: { start: index, end: index + 1 }, text: '' });
    replacements.push({ span: { start: addressStart, end }, text: '' });
  }
  return new MappedText(line, replacements);
}

const MARKS = new RegExp(
  `\\*{1,3}|~~|__(?=\\S)|(?<=\\w)[~\`]+(?=\\w)|(?<!\\w)_(?=\\w)|(?<=\\w)_(?!\\w)|${INVISIBLE_CHARACTERS.source}`,
  'gv',
);

function removeMarks(line: string): MappedText {
  return replaceAll(line, MARKS, () => '');
}

/** Letters, digits and signs of ASCII in another form: wide, mathematical, in a circle, and joined to another letter. */
const WIDE_LETTERS = /[\u{FF01}-\u{FF5E}\u{1D400}-\u{1D7FF}\u{24B6}-\u{24E9}\u{FB00}-\u{FB06}]/gu;

/** Replaces them by what readers and programs take them for (Unicode Standard Annex 15, NFKC). */
function replaceWideLetters(line: string): MappedText {
  const replacements = [...line.matchAll(WIDE_LETTERS)].map(({ index, 0: letter }) => ({
    span: { start: index, end: index + letter.length },
    text: letter.normalize('NFKC'),
  }));
  return new MappedText(line, replacements);
}

/** A word in which a shell joins text in quotes to other text: `'abc'"def"`. JSON has signs between its quotes. */
const QUOTED_RUN = /[^\s,:;(){}[\]<>]{1,2000}/g;
const QUOTE_IN_WORD = /[\w!#%&*+.@^~-]["']{1,2}[\w!#%&*+.@^~-]/;

function* listUnquotedLines(joined: MappedText): Generator<DecodedView> {
  let next = 0;
  for (const line of joined.text.split('\n')) {
    const index = next;
    next += line.length + 1;
    if (!QUOTE_IN_WORD.test(line)) continue;
    const replacements: Replacement[] = [];
    for (const run of line.matchAll(QUOTED_RUN)) {
      if (!QUOTE_IN_WORD.test(run[0])) continue;
      for (const quote of run[0].matchAll(/["']/g)) {
        const start = run.index + quote.index;
        replacements.push({ span: { start, end: start + 1 }, text: '' });
      }
    }
    const unquoted = new MappedText(line, replacements);
    yield {
      text: unquoted.text,
      toSource(span) {
        const { start, end } = unquoted.toSource(span);
        return joined.toSource({ start: index + start, end: index + end });
      },
    };
  }
}

/** Percent-encoding (RFC 3986) of ASCII. */
function decodePercents(line: string): MappedText {
  return replaceAll(line, /%(?<hex>[2-7][\dA-Fa-f])/g, ({ hex = '' }) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function replaceAll(
  source: string,
  pattern: RegExp,
  replace: (groups: Readonly<Record<string, string>>) => string,
): MappedText {
  const replacements: Replacement[] = [...source.matchAll(pattern)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    text: replace(match.groups ?? {}),
  }));
  return new MappedText(source, replacements);
}

const BASE64_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/]{24,20000}={0,2}(?![A-Za-z0-9+/_-])/g;

/** Base64 in Base64 is a quarter shorter each time, so the search stays fast. */
const MAX_BASE64_LEVELS = 4;

function* listBase64Texts(text: string, levels = MAX_BASE64_LEVELS): Generator<DecodedView> {
  if (levels === 0) return;
  for (const { index, 0: run } of text.matchAll(BASE64_RUN)) {
    const decoded = decodePrintable(run);
    if (decoded === undefined) continue;
    const span = { start: index, end: index + run.length };
    yield { text: decoded, toSource: () => span, isBase64: true };
    for (const inner of listBase64Texts(decoded, levels - 1)) yield { ...inner, toSource: () => span };
  }
}

/** Returns undefined unless the run is Base64 of text. */
function decodePrintable(run: string): string | undefined {
  let decoded: string;
  try {
    decoded = atob(run);
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(decoded, (byte) => byte.charCodeAt(0));
  try {
    const text = (isWide(decoded) ? UTF_16 : UTF_8).decode(bytes);
    return PRINTABLE.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** PowerShell encodes its commands in it. */
const UTF_16 = new TextDecoder('utf-16le', { fatal: true });
const PRINTABLE = /^[\t\n\r\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u;

/** Returns whether most of the bytes at odd places are zero, as in UTF-16 of a text with few letters outside of Latin. */
function isWide(bytes: string): boolean {
  return bytes.split('\0').length - 1 > bytes.length * MIN_ZERO_SHARE && !/\0\0/.test(bytes);
}

const MIN_ZERO_SHARE = 0.4;
