/** Words into lines. The same for real fonts and for an estimate: only `widthOf` differs. */
import type { Style } from './paper.ts';

/** How wide a text without line breaks is in a style, in points. */
export type MeasureWidth = (text: string, style: Style) => number;

/** Greedy: each line takes what fits. A word that is too long for a line is cut where it has to be. */
export function wrapText(text: string, style: Style, width: number, widthOf: MeasureWidth): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), style, width, widthOf));
}

function wrapParagraph(text: string, style: Style, width: number, widthOf: MeasureWidth): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  // The space before a word belongs to it, so that indented code keeps its shape.
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

/** A word in pieces that fit a line, cut after `/`, `-`, `.`, `_` and the like where that is not too early. */
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
