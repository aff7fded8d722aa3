/**
 * MDX as a tree with its places. The one parser for checking and for rendering: two parsers would
 * sooner or later disagree, and code that the first accepts would run in the second.
 */
import type { Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Preset, type Processor, unified } from 'unified';
import type { Node } from 'unist';
import { type Frontmatter, findFrontmatter } from '../frontmatter.ts';
import type { Span } from '../problem.ts';
import { checkCommentCount, LimitedCodeParser } from './code-limits.ts';
import { limitMarkers, TooManyMarkersError } from './marker-limits.ts';
import { describeParserError, type MdxError } from './mdx-error.ts';

const codeParser = new LimitedCodeParser();
const mdxPreset: Preset = { plugins: [[remarkMdx, { acorn: codeParser }], limitMarkers, mergeExtensions] };
const parserWithoutGfm = unified().use(remarkParse).use(mdxPreset).freeze();
const parserWithGfm = unified().use(remarkParse).use(remarkGfm).use(mdxPreset).freeze();

/** The extensions of the parser, combined once instead of for every text. */
function mergeExtensions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [combineExtensions(data.micromarkExtensions ?? [])];
}

/**
 * The signs without which GFM changes nothing: of tables, of struck text, of footnotes, of addresses that are
 * links by themselves, and of boxes to tick. Leaving GFM out where none of them stands halves the time.
 */
const GFM_PATTERN = /[|~@]|\[\^|\[[\sxX]\]|www\.|https?:/i;

export interface MdxSource {
  /** The body; without children where it is broken. Offsets and lines count from the beginning of the file. */
  readonly tree: Root;
  readonly frontmatter: Frontmatter | undefined;
  readonly error: MdxError | undefined;
}

export const MAX_MDX_LENGTH = 1_000_000;
const MAX_NESTING = 100;

export function parseMdx(text: string, frontmatter = findFrontmatter(text)): MdxSource {
  const start = frontmatter?.end ?? 0;
  const broken = ({ span, ...fault }: MdxError): MdxSource => ({
    tree: { type: 'root', children: [] },
    frontmatter,
    error: { ...fault, span: { start: span.start + start, end: span.end + start } },
  });
  const body = text.slice(start);
  const refused = checkBeforeParsing(body);
  if (refused) return broken(refused);
  let tree: Root;
  codeParser.reset();
  try {
    tree = (GFM_PATTERN.test(body) ? parserWithGfm : parserWithoutGfm).parse(body);
  } catch (error) {
    return broken(toMdxError(error, body));
  }
  const tooDeep = findNodeAtDepth(tree, MAX_NESTING);
  if (tooDeep) return broken(createNestingError(getNodeSpan(tooDeep).start));
  if (start > 0) shiftPositions(tree, start, countLines(text.slice(0, start)));
  return { tree, frontmatter, error: undefined };
}

function toMdxError(error: unknown, body: string): MdxError {
  if (error instanceof TooManyMarkersError) {
    const { message, offset } = error;
    return { about: 'amount', message, span: { start: offset, end: offset + 1 } };
  }
  // Thousands of tags in one another exhaust the parser's stack.
  return error instanceof RangeError ? createNestingError(0) : describeParserError(error, body);
}

function countLines(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The body begins with the line break behind the closing fence, so that columns are right as they are. */
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

/**
 * Rejects text that no person writes and that takes the parser minutes: a hundred lists or quotes that begin on one
 * line, or so far to the right that they must be nested, and endless brackets and stars.
 */
const TOO_DEEP_PATTERN = new RegExp(
  [
    `^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))){${MAX_NESTING}}`,
    `^[ \\t]{${MAX_NESTING * 2},}(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))`,
    `(?:!?\\[){${MAX_NESTING * 2}}`,
    `[*_~]{${MAX_NESTING * 10}}`,
  ].join('|'),
  'm',
);

function checkBeforeParsing(text: string): MdxError | undefined {
  if (text.length > MAX_MDX_LENGTH) {
    return {
      about: 'markup',
      message: `Unexpected length of ${text.length} characters, expected at most ${MAX_MDX_LENGTH}`,
      span: { start: 0, end: 1 },
    };
  }
  const deep = TOO_DEEP_PATTERN.exec(text);
  return deep ? createNestingError(deep.index) : checkCommentCount(text);
}

function createNestingError(start: number): MdxError {
  return {
    about: 'markup',
    message: `Unexpected nesting, expected at most ${MAX_NESTING} levels`,
    span: { start, end: start + 1 },
  };
}

/** The first node so deep in a tree that walking it could exhaust the stack; found without recursion. */
function findNodeAtDepth(tree: Root, depth: number): Node | undefined {
  let level: Node[] = [tree];
  for (let at = 0; at < depth; at++) {
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  }
  return level[0];
}

/** The offsets of a node of a tree made by `parseMdx`. */
export function getNodeSpan(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
