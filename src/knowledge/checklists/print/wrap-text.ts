import type { Style } from './paper.ts';

/** Returns the width of a text without line breaks in a style, in points. */
export type MeasureWidth = (text: string, style: Style) => number;

/** A stretch of text in one style. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Piece[];

/** Breaks text in one style into lines. */
export function wrapText(text: string, style: Style, width: number, widthOf: MeasureWidth): string[] {
  return wrapPieces([{ text, style }], width, widthOf).map((line) =>
    line.map((piece) => piece.text).join(''),
  );
}

/** Breaks text into lines, as many words as fit on each. A word that is too long for a line is divided. */
export function wrapPieces(pieces: readonly Piece[], width: number, widthOf: MeasureWidth): Line[] {
  return splitIntoParagraphs(pieces).flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf));
}

/** Divides text at its line breaks. */
function splitIntoParagraphs(pieces: readonly Piece[]): Line[] {
  const paragraphs: Piece[][] = [[]];
  for (const { text, style } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push({ text: part, style });
    }
  }
  return paragraphs;
}

/** The space before a word is part of it, so that indented code keeps its shape. */
interface Word {
  readonly space: Piece[];
  readonly parts: Piece[];
}

/**
 * Chinese and Japanese have no spaces: a line can end after each character, but not before closing punctuation or after
 * an opening bracket (JIS X 4051).
 */
const OPENING = '「『（【〈《〔［｛';
const CLOSING = '」』）】〉》〕］｝、。，．！？：；…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ';
const IDEOGRAPHIC = `(?![${OPENING}${CLOSING}])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]`;
const IDEOGRAPHIC_WORD = `[${OPENING}]*${IDEOGRAPHIC}[${CLOSING}]*`;
const WORD_PATTERN = new RegExp(`\\s+|${IDEOGRAPHIC_WORD}|(?:(?!${IDEOGRAPHIC_WORD})\\S)+`, 'gu');
const IDEOGRAPHIC_PATTERN = new RegExp(IDEOGRAPHIC, 'u');

function isIdeographic(word: string): boolean {
  return IDEOGRAPHIC_PATTERN.test(word);
}

function splitIntoWords(pieces: Line): Word[] {
  const words: Word[] = [{ space: [], parts: [] }];
  for (const { text, style } of pieces) {
    for (const part of text.match(WORD_PATTERN) ?? []) {
      const isSpace = /\s/.test(part);
      const last = words.at(-1)?.parts.at(-1)?.text ?? '';
      const isNew = isSpace || isIdeographic(part) || isIdeographic(last);
      if (isNew && last !== '') words.push({ space: [], parts: [] });
      words.at(-1)?.[isSpace ? 'space' : 'parts'].push({ text: part, style });
    }
  }
  return words.filter(({ parts }) => parts.length > 0);
}

function wrapParagraph(paragraph: Line, width: number, widthOf: MeasureWidth): Line[] {
  const measure = (pieces: Line) => pieces.reduce((sum, { text, style }) => sum + widthOf(text, style), 0);
  const lines: Line[] = [];
  let [line, used] = [[] as Piece[], 0];
  for (const { space, parts } of splitIntoWords(paragraph)) {
    const spaced = [...space, ...parts];
    if (used + measure(spaced) <= width) {
      line.push(...spaced);
      used += measure(spaced);
      continue;
    }
    const isFirst = lines.length === 0 && line.length === 0;
    if (line.length > 0) lines.push(line);
    const word = isFirst ? spaced : parts;
    const divided = measure(word) > width ? divideWord(word, width, widthOf) : [word];
    lines.push(...divided.slice(0, -1));
    line = [...(divided.at(-1) ?? [])];
    used = measure(line);
  }
  if (line.length > 0) lines.push(line);
  return lines.map(joinPieces);
}

/** Divides a word into lines, after a `/`, `-`, `.`, `_` or similar in the second half of a line. */
function divideWord(word: Line, width: number, widthOf: MeasureWidth): Piece[][] {
  const lines: Piece[][] = [];
  let [line, used] = [[] as Piece[], 0];
  for (const { text, style } of word) {
    for (const character of text) {
      const wide = widthOf(character, style);
      if (line.length > 0 && used + wide > width) {
        const joint = line.findLastIndex((piece) => /[/\-.,_?&=]/.test(piece.text)) + 1;
        const end = joint > line.length / 2 ? joint : line.length;
        lines.push(line.slice(0, end));
        line = line.slice(end);
        used = line.reduce((sum, piece) => sum + widthOf(piece.text, piece.style), 0);
      }
      line.push({ text: character, style });
      used += wide;
    }
  }
  return [...lines, line];
}

/** Joins pieces in the same style. */
function joinPieces(pieces: Line): Line {
  const joined: Piece[] = [];
  for (const { text, style } of pieces) {
    const last = joined.at(-1);
    if (last?.style === style) joined[joined.length - 1] = { text: last.text + text, style };
    else joined.push({ text, style });
  }
  return joined;
}
