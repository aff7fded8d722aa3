/**
 * Parses MDX into a tree with positions. The same parser serves the check and the pages. Two parsers could disagree,
 * and then code that passes the check would run.
 */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { type Frontmatter, findFrontmatter } from '../frontmatter.ts';
import { formatLengthError, MAX_TEXT_LENGTH } from '../max-length.ts';
import type { Span } from '../problem.ts';
import { checkCommentCount, LimitedCodeParser } from './code-limits.ts';
import { limitMarkers, TooManyMarkersError } from './marker-limits.ts';
import { describeParserError, type MdxError } from './mdx-error.ts';
import {
  findNodeAtDepth,
  findTooWideTable,
  MAX_NESTING,
  MAX_TABLE_COLUMNS,
  TOO_DEEP_PATTERN,
} from './nesting-limits.ts';

/**
 * Matches every text that GFM changes: tables, struck text, footnotes, literal addresses and checkboxes. Without GFM,
 * parsing takes half the time.
 */
const GFM_PATTERN = /[|~@]|\[\^|\[[\sxX]\]|www\.|https?:/i;

export interface MdxSource {
  /** The body, without children if it is broken. Offsets and lines count from the start of the file. */
  readonly tree: Root;
  readonly frontmatter: Frontmatter | undefined;
  readonly error: MdxError | undefined;
}

export function parseMdx(text: string, frontmatter = findFrontmatter(text)): MdxSource {
  const start = frontmatter?.end ?? 0;
  const createBroken = ({ span, ...error }: MdxError): MdxSource => ({
    tree: { type: 'root', children: [] },
    frontmatter,
    error: { ...error, span: { start: span.start + start, end: span.end + start } },
  });
  const body = text.slice(start);
  const limitError = checkBeforeParsing(body);
  if (limitError) return createBroken(limitError);
  let tree: Root;
  try {
    tree = createParser(GFM_PATTERN.test(body)).parse(body);
  } catch (error) {
    return createBroken(toMdxError(error, body));
  }
  const tooDeep = findNodeAtDepth<Node>(tree, MAX_NESTING);
  if (tooDeep) return createBroken(createNestingError(getNodeSpan(tooDeep).start));
  if (start > 0) shiftPositions(tree, start, countLines(text.slice(0, start)));
  return { tree, frontmatter, error: undefined };
}

/** Creates the parser of one file, because its limits count per file. */
function createParser(hasGfm: boolean) {
  const parser = unified().use(remarkParse);
  if (hasGfm) parser.use(remarkGfm);
  return parser.use(remarkMdx, { acorn: new LimitedCodeParser() }).use(limitMarkers);
}

function toMdxError(error: unknown, body: string): MdxError {
  if (error instanceof TooManyMarkersError) {
    const { message, offset } = error;
    return { about: 'amount', message, span: { start: offset, end: offset + 1 } };
  }
  // Thousands of nested tags overflow the parser's stack.
  return error instanceof RangeError ? createNestingError(0) : describeParserError(error, body);
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Columns need no shift, because the body starts with the line break after the closing fence. */
function shiftPositions(node: Node & { attributes?: unknown }, offset: number, lines: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
  }
  if ('children' in node) for (const child of node.children as Node[]) shiftPositions(child, offset, lines);
  if (Array.isArray(node.attributes)) {
    for (const attribute of node.attributes as Node[]) shiftPositions(attribute, offset, lines);
  }
}

function checkBeforeParsing(text: string): MdxError | undefined {
  if (text.length > MAX_TEXT_LENGTH) {
    return { about: 'markup', message: formatLengthError(text.length), span: { start: 0, end: 1 } };
  }
  const deep = TOO_DEEP_PATTERN.exec(text);
  if (deep) return createNestingError(deep.index);
  const wide = findTooWideTable(text);
  if (wide === undefined) return checkCommentCount(text);
  const message = `Unexpected number of columns, expected at most ${MAX_TABLE_COLUMNS} in a table`;
  return { about: 'amount', message, span: { start: wide, end: wide + 1 } };
}

function createNestingError(start: number): MdxError {
  return {
    about: 'markup',
    message: `Unexpected nesting, expected at most ${MAX_NESTING} levels`,
    span: { start, end: start + 1 },
  };
}

/** Returns the offsets of a node in a tree that `parseMdx` created. */
export function getNodeSpan(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
