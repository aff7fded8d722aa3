/**
 * Splits a file into its frontmatter and its body. The grammar is that of remark-frontmatter, which a
 * test compares this with; because it is parsed here, the fields of a thousand files are known without parsing one body.
 */

export interface Frontmatter {
  /** The text between the fences. */
  readonly text: string;
  /** The offset at which the text starts. */
  readonly offset: number;
  /** Behind the closing fence. */
  readonly end: number;
}

const OPENING_FENCE = /^---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING_FENCE = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g;

/** @returns undefined where a file does not begin with a fence, or the fence is not closed */
export function findFrontmatter(text: string): Frontmatter | undefined {
  const offset = OPENING_FENCE.exec(text)?.[0].length;
  if (offset === undefined) return undefined;
  CLOSING_FENCE.lastIndex = offset;
  const closing = CLOSING_FENCE.exec(text);
  if (!closing) return undefined;
  const between = text.slice(offset, closing.index).replace(/(?:\r\n|\n|\r)$/, '');
  return { text: between, offset, end: closing.index + closing[0].length };
}
