/** Joins the text that a page shows as one run, although the file has markup, links, components or line ends in it. */
import { decodeEscapes } from '../decode-escapes.ts';
import { hasMarkup, parseInlineMarkup } from '../inline/inline-markup.ts';
import { MappedText, type Replacement } from '../mapped-text.ts';
import { getNodeSpan } from '../mdx/mdx-source.ts';
import { listVisibleParts, type VisiblePart } from '../mdx/visible-text.ts';
import type { Span } from '../problem.ts';
import { JoinedText, type TextPiece } from './joined-text.ts';

/** A paragraph, a heading or the cell of a table, without its markup. Offsets count from the start of the written text. */
export function readInline(written: string): JoinedText | undefined {
  const lines = replaceAll(written, LINE_PREFIX, '');
  const untagged = new MappedText(
    lines.text,
    findTags(lines.text).map((span) => ({ span, text: '' })),
  );
  const linked = replaceAll(untagged.text, REFERENCE, '](#)');
  const plain = replaceAll(linked.text, WORD_MARKS, '');
  const pieces = hasMarkup(plain.text) ? listParsedPieces(plain.text) : [...listLines(plain.text)];
  if (!pieces) return undefined;
  const toWritten = (span: Span): Span =>
    lines.toSource(untagged.toSource(linked.toSource(plain.toSource(span))));
  return new JoinedText(
    pieces.map(({ text, toSource }) =>
      toSource
        ? {
            text,
            toSource(span) {
              const source = toSource(span);
              return source && toWritten(source);
            },
          }
        : { text },
    ),
  );
}

/** The marks of quotations, lists and headings. */
const LINE_PREFIX = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t]))[ \t]*){0,20}/gm;
/** The name in a link by reference. What it leads to does not matter here. */
const REFERENCE = /\]\[[^[\]\n]{0,200}\]/g;
/** Strikes, and brackets of a link by its own name that is joined to a word. */
const WORD_MARKS =
  /~{1,2}|(?<=[\w)])\[(?=\w[^[\]\n]{0,200}\](?![(:]))|\](?=\w)|(?<!\S)\[(?=\w[^[\]\n]{0,200}\]\w)/g;

function replaceAll(source: string, pattern: RegExp, text: string): MappedText {
  const replacements: Replacement[] = [...source.matchAll(pattern)].flatMap(({ index, 0: found }) =>
    found === '' ? [] : [{ span: { start: index, end: index + found.length }, text }],
  );
  return new MappedText(source, replacements);
}

/** Finds the tags of components, whose names start with a capital. A `>` in the value of an attribute does not end one. */
function findTags(text: string): { start: number; end: number }[] {
  const tags: { start: number; end: number }[] = [];
  for (let start = text.indexOf('<'); start >= 0;) {
    TAG.lastIndex = start;
    const length = TAG.exec(text)?.[0].length ?? 0;
    if (length > 0) tags.push({ start, end: start + length });
    start = text.indexOf('<', start + Math.max(1, length));
  }
  return tags;
}

const TAG = /<\/?[A-Z][\w.:-]{0,60}(?:[^<>"'{}]|"[^"]{0,500}"|'[^']{0,500}'|\{[^{}]{0,500}\}){0,100}>/y;

/** Lists the lines of a text without markup. Paragraphs are not joined by a space, nor are they if the text has markup. */
function* listLines(text: string): Generator<TextPiece> {
  let next = 0;
  let isInParagraph = false;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const start = next + line.indexOf(words);
    next += line.length + 1;
    if (isInParagraph && words !== '') yield { text: ' ' };
    isInParagraph = words !== '';
    if (words === '') continue;
    yield { text: words, toSource: (span) => ({ start: start + span.start, end: start + span.end }) };
  }
}

function listParsedPieces(text: string): TextPiece[] | undefined {
  const root = parseInlineMarkup(text);
  return root && [...listVisibleParts(root)].flatMap((part) => listPieces(part, text));
}

/** Lists the lines of a part. A line end reads as a space. */
function listPieces({ text: visible, node }: VisiblePart, source: string): TextPiece[] {
  // The caption of a picture is not part of the run.
  const text = node.type === 'image' ? (node.alt ?? '') : visible;
  const whole = getNodeSpan(node);
  if (whole.end <= whole.start) return [{ text: text.replaceAll('\n', ' ') }];
  const decoded = decodeEscapes(source.slice(whole.start, whole.end));
  let next = 0;
  return text.split('\n').flatMap((line, index): TextPiece[] => {
    const at = decoded.text.indexOf(line, next);
    if (at >= 0) next = at + line.length;
    const piece: TextPiece = {
      text: line,
      toSource: (span) => {
        if (at < 0) return whole;
        const { start, end } = decoded.toSource({ start: at + span.start, end: at + span.end });
        return { start: whole.start + start, end: whole.start + end };
      },
    };
    return index === 0 ? [piece] : [{ text: ' ' }, piece];
  });
}
