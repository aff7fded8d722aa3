/** The order in which the parts of a line are drawn from left to right (Unicode Standard Annex #9). */
import createBidi from 'bidi-js';
import type { Line, Piece } from '../knowledge/checklists/print/wrap-text.ts';

const RIGHT_TO_LEFT = /[\p{scx=Hebrew}\p{scx=Arabic}]/u;
const LETTER = /\p{L}/u;

interface Chunk {
  readonly piece: Piece;
  /** Odd for text from right to left. */
  readonly level: number;
}

let bidi: ReturnType<typeof createBidi> | undefined;

/** Returns a line as it is, or in parts if it contains text from right to left. Fonts turn the letters of a word around. */
export function orderVisually(line: Line): Line {
  const text = line.map((piece) => piece.text).join('');
  if (!RIGHT_TO_LEFT.test(text)) return line;
  bidi ??= createBidi();
  const chunks = reorder(splitByLevel(line, bidi.getEmbeddingLevels(text).levels));
  return chunks.map(({ piece, level }) => ({ ...piece, text: turnAround(piece.text, level) }));
}

/** Divides a line into words, spaces and other characters. Digits are single, because a font turns Arabic ones around. */
function splitByLevel(line: Line, levels: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  for (const { text, style } of line) {
    for (const part of text.match(/[\p{L}\p{M}]+|\s+|./gsu) ?? []) {
      chunks.push({ piece: { text: part, style }, level: levels[at] ?? 0 });
      at += part.length;
    }
  }
  return chunks;
}

/** Rule L2: from the highest level to the lowest odd one, turns around all chunks at that level or above. */
function reorder(chunks: readonly Chunk[]): Chunk[] {
  const ordered = [...chunks];
  for (let level = Math.max(...chunks.map((chunk) => chunk.level)); level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end++;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

/** Mirrors brackets. */
function turnAround(text: string, level: number): string {
  if (level % 2 === 0 || LETTER.test(text)) return text;
  return [...text].map((character) => bidi?.getMirroredCharacter(character) ?? character).join('');
}
