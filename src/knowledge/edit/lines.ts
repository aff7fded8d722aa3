/** The lines of a text, for changes that keep the way in which it is written. */

export interface Line {
  readonly start: number;
  /** Where its line break begins. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** The line in which an offset stands. */
export function findLine(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed < 0) return { start, end: text.length, next: text.length };
  const end = text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
  return { start, end, next: lineFeed + 1 };
}

/** The line break that a text uses. */
export function detectLineBreak(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
