/** Limits the nesting of Markdown, because walking a deep tree overflows the stack, and the width of tables. */

export const MAX_NESTING = 100;

/**
 * Matches text that no person writes and that takes the parser minutes: a hundred lists or quotations that start on
 * one line, or so far to the right that they must be nested, and endless brackets and stars.
 */
export const TOO_DEEP_PATTERN = new RegExp(
  [
    `^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))){${MAX_NESTING}}`,
    `^[ \\t]{${MAX_NESTING * 2},}(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))`,
    `(?:!?\\[){${MAX_NESTING * 2}}`,
    `[*_~]{${MAX_NESTING * 10}}`,
  ].join('|'),
  'm',
);

/** Finds the first node so deep that a recursive walk could overflow the stack. Does not use recursion itself. */
export function findNodeAtDepth<Node extends object>(tree: Node, depth: number): Node | undefined {
  let level: readonly Node[] = [tree];
  for (let at = 0; at < depth && level.length > 0; at++) {
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  }
  return level[0];
}

/** The time of the parser grows with the square of the columns: 20,000 take it ten seconds. */
export const MAX_TABLE_COLUMNS = 100;

/** A run of backticks without a closing run of its length makes the parser read the rest of its paragraph for nothing. */
export const MAX_BACKTICK_LENGTHS = 20;

/** Returns the offset of the first run of backticks over the limit of different lengths, if there is one. */
export function findTooManyBacktickLengths(text: string): number | undefined {
  const lengths = new Set<number>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    if (lengths.add(run.length).size > MAX_BACKTICK_LENGTHS) return index;
  }
  return undefined;
}

/** Returns the offset of the line below the head of a table with too many columns, if there is one. */
export function findTooWideTable(text: string): number | undefined {
  for (const { 0: line, index } of text.matchAll(/^[ \t>|:-]+$/gm)) {
    if (line.includes('-') && line.split('|').length > MAX_TABLE_COLUMNS + 2) return index;
  }
  return undefined;
}

/** Also of a code block. Each line costs the parser as much as a hundred characters. */
export const MAX_LINES = 100_000;

/** Returns the offset of the first line break over the limit, if there is one. */
export function findTooManyLines(text: string): number | undefined {
  let lines = 0;
  for (const { index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines++;
    if (lines > MAX_LINES) return index;
  }
  return undefined;
}
