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
import { convertAlerts } from './alerts.ts';
import { blankOut } from './blank-out.ts';
import { checkCommentCount, LimitedCodeParser } from './code-limits.ts';
import { limitMarkers, TooManyMarkersError } from './marker-limits.ts';
import { describeParserError, type MdxError } from './mdx-error.ts';
import {
  findNodeAtDepth,
  findTooManyBacktickLengths,
  findTooManyLines,
  findTooWideTable,
  MAX_BACKTICK_LENGTHS,
  MAX_LINES,
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
  /**
   * The body. If it has errors, they are blanked out, and there are no children if that does not help. Offsets and lines
   * count from the start of the file.
   */
  readonly tree: Root;
  readonly frontmatter: Frontmatter | undefined;
  /** The errors of the parser. A body with errors is checked, and never shown. */
  readonly errors: readonly MdxError[];
}

export function parseMdx(text: string, frontmatter = findFrontmatter(text)): MdxSource {
  const start = frontmatter?.end ?? 0;
  const body = text.slice(start);
  const limitError = checkBeforeParsing(body);
  const { tree, errors } = limitError ? createBroken([limitError]) : parseRepairing(body);
  if (start > 0) shiftPositions(tree, start, countLines(text.slice(0, start)));
  return {
    tree,
    frontmatter,
    errors: errors.map(({ span, ...error }) => ({
      ...error,
      span: { start: span.start + start, end: span.end + start },
    })),
  };
}

type ParsedBody = Pick<MdxSource, 'tree' | 'errors'>;

function createBroken(errors: readonly MdxError[]): ParsedBody {
  return { tree: { type: 'root', children: [] }, errors };
}

/** Each repair parses the body again, so a long one is repaired less often. */
const MAX_REPAIRS = 20;
const MAX_REPAIRED_LENGTH = 200_000;

/** Parses a body. Blanks out what the parser cannot read, so that one error does not hide those of the rest. */
function parseRepairing(body: string): ParsedBody {
  const hasGfm = GFM_PATTERN.test(body);
  const errors: MdxError[] = [];
  let source = body;
  for (let repairs = 0; ; repairs++) {
    try {
      const tree = createParser(hasGfm).parse(source);
      const tooDeep = findNodeAtDepth<Node>(tree, MAX_NESTING);
      if (tooDeep) return createBroken([createNestingError(getNodeSpan(tooDeep).start)]);
      convertAlerts(tree, source);
      return { tree, errors };
    } catch (error) {
      const found = toMdxError(error, source);
      if (!errors.some((earlier) => isConsequence(found, earlier))) errors.push(found);
      const repaired = blankOut(source, found);
      const isOverLimit = repairs >= MAX_REPAIRS || source.length * (repairs + 1) > MAX_REPAIRED_LENGTH;
      if (repaired === undefined || isOverLimit) return createBroken(errors);
      source = repaired;
    }
  }
}

/** Returns whether an error is the same as an earlier one, or about a tag whose partner was the earlier one. */
function isConsequence(error: MdxError, earlier: MdxError): boolean {
  const isSame = error.message === earlier.message && error.span.start === earlier.span.start;
  return isSame || (error.pair !== undefined && earlier.pair === 'wrong');
}

/** Creates the parser of one file, because its limits count per file. */
function createParser(hasGfm: boolean) {
  const parser = unified().use(remarkParse);
  if (hasGfm) parser.use(remarkGfm);
  return parser.use(remarkMdx, { acorn: new LimitedCodeParser() }).use(limitMarkers);
}

function toMdxError(error: unknown, body: string): MdxError {
  if (error instanceof TooManyMarkersError) {
    return createAmountError(error.message, error.offset);
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
  if (wide !== undefined) {
    return createAmountError(
      `Unexpected number of columns, expected at most ${MAX_TABLE_COLUMNS} in a table`,
      wide,
    );
  }
  const line = findTooManyLines(text);
  if (line !== undefined) {
    return createAmountError(`Unexpected number of lines, expected at most ${MAX_LINES} in one file`, line);
  }
  const ticks = findTooManyBacktickLengths(text);
  if (ticks !== undefined) {
    return createAmountError(
      `Unexpected number of different runs of backticks, expected at most ${MAX_BACKTICK_LENGTHS} lengths in one file`,
      ticks,
    );
  }
  return checkCommentCount(text);
}

function createAmountError(message: string, start: number): MdxError {
  return { about: 'amount', message, span: { start, end: start + 1 } };
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
