import type { Style } from './paper.ts';

/** Returns the width of a text without line breaks in a style, in points. */
export type MeasureWidth = (text: string, style: Style) => number;

/** Breaks text into lines, as many words as fit on each. A word that is too long for a line is divided. */
export function wrapText(text: string, style: Style, width: number, widthOf: MeasureWidth): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), style, width, widthOf));
}

function wrapParagraph(text: string, style: Style, width: number, widthOf: MeasureWidth): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  // The space before a word is part of it, so that indented code keeps its shape.
  for (const spaced of text.match(/\s*\S+/g) ?? []) {
    const fits = used + widthOf(spaced, style) <= width;
    if (!fits && line !== '') lines.push(line);
    const isFirst = lines.length === 0 && line === '';
    const word = fits || isFirst ? spaced : spaced.trimStart();
    if (fits) {
      line += word;
      used += widthOf(word, style);
      continue;
    }
    const pieces = widthOf(word, style) > width ? cutWord(word, style, width, widthOf) : [word];
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    used = widthOf(line, style);
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Divides a word into pieces that fit a line, after a `/`, `-`, `.`, `_` or similar in the second half of a line. */
function cutWord(word: string, style: Style, width: number, widthOf: MeasureWidth): string[] {
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const character of word) {
    const wide = widthOf(character, style);
    if (piece !== '' && used + wide > width) {
      const joint = /.*[/\-.,_?&=]/.exec(piece)?.[0].length ?? 0;
      const end = joint > piece.length / 2 ? joint : piece.length;
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end);
      used = widthOf(piece, style);
    }
    piece += character;
    used += wide;
  }
  return [...pieces, piece];
}
