/** Finds lines of a text, for edits that keep its formatting. */

export interface Line {
  readonly start: number;
  /** The offset of its line break. */
  readonly end: number;
  /** The offset of the next line. */
  readonly next: number;
}

/** Returns the line that contains an offset. */
export function findLine(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed < 0) return { start, end: text.length, next: text.length };
  const end = text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
  return { start, end, next: lineFeed + 1 };
}

/** Returns the line break that a text uses. */
export function detectLineBreak(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
