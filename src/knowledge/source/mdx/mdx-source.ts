/**
 * MDX as a tree with its places. The one parser for checking and for rendering: two parsers would
 * sooner or later disagree, and what one of them let pass the other would run.
 */
import type { Root } from 'mdast';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Preset, type Processor, unified } from 'unified';
import type { Node } from 'unist';
import { type Frontmatter, frontmatterOf } from '../frontmatter.ts';
import type { Span } from '../problem.ts';
import { BoundedCode, tooManyComments } from './bounded-code.ts';
import { boundedParsing, TooManyMarkers } from './bounded-parsing.ts';
import { type MdxFault, mdxFaultOf } from './mdx-fault.ts';

const code = new BoundedCode();
const mdx: Preset = { plugins: [[remarkMdx, { acorn: code }], boundedParsing, combined] };
const withoutGfm = unified().use(remarkParse).use(mdx).freeze();
const withGfm = unified().use(remarkParse).use(remarkGfm).use(mdx).freeze();

/** What the parser was taught, put together once: it would do that for every text. */
function combined(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [combineExtensions(data.micromarkExtensions ?? [])];
}

/**
 * The signs without which GFM changes nothing: of tables, of struck text, of footnotes, of addresses that are
 * links by themselves, and of boxes to tick. Leaving GFM out where none of them stands halves the time.
 */
const GFM_SIGN = /[|~@]|\[\^|\[[\sxX]\]|www\.|https?:/i;

export interface MdxSource {
  /** The body; without children where it is broken. Offsets and lines count from the beginning of the file. */
  readonly tree: Root;
  readonly frontmatter: Frontmatter | undefined;
  readonly fault: MdxFault | undefined;
}

export const MAX_MDX_LENGTH = 1_000_000;
const MAX_NESTING = 100;

export function parseMdx(text: string, frontmatter = frontmatterOf(text)): MdxSource {
  const start = frontmatter?.end ?? 0;
  const broken = ({ span, ...fault }: MdxFault): MdxSource => ({
    tree: { type: 'root', children: [] },
    frontmatter,
    fault: { ...fault, span: { start: span.start + start, end: span.end + start } },
  });
  const body = text.slice(start);
  const refused = refuseBeforeParsing(body);
  if (refused) return broken(refused);
  let tree: Root;
  code.begin();
  try {
    tree = (GFM_SIGN.test(body) ? withGfm : withoutGfm).parse(body);
  } catch (error) {
    return broken(faultOf(error, body));
  }
  const tooDeep = nodeAtDepth(tree, MAX_NESTING);
  if (tooDeep) return broken(tooDeepFault(spanOfNode(tooDeep).start));
  if (start > 0) movePlaces(tree, start, linesIn(text.slice(0, start)));
  return { tree, frontmatter, fault: undefined };
}

function faultOf(error: unknown, body: string): MdxFault {
  if (error instanceof TooManyMarkers) {
    const { message, offset } = error;
    return { about: 'amount', message, span: { start: offset, end: offset + 1 } };
  }
  // Thousands of tags in one another exhaust the parser's stack.
  return error instanceof RangeError ? tooDeepFault(0) : mdxFaultOf(error, body);
}

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The body begins with the line break behind the closing fence, so that columns are right as they are. */
function movePlaces(node: Node & { attributes?: unknown }, offset: number, lines: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
  }
  if ('children' in node) for (const child of node.children as Node[]) movePlaces(child, offset, lines);
  if (Array.isArray(node.attributes)) {
    for (const attribute of node.attributes as Node[]) movePlaces(attribute, offset, lines);
  }
}

/**
 * What no person writes, and what would take the parser minutes: a hundred lists or quotes that begin on one
 * line, or so far to the right that they must be nested, and endless brackets and stars.
 */
const TOO_DEEP = new RegExp(
  [
    `^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))){${MAX_NESTING}}`,
    `^[ \\t]{${MAX_NESTING * 2},}(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))`,
    `(?:!?\\[){${MAX_NESTING * 2}}`,
    `[*_~]{${MAX_NESTING * 10}}`,
  ].join('|'),
  'm',
);

function refuseBeforeParsing(text: string): MdxFault | undefined {
  if (text.length > MAX_MDX_LENGTH) {
    return {
      about: 'markup',
      message: `Unexpected length of ${text.length} characters, expected at most ${MAX_MDX_LENGTH}`,
      span: { start: 0, end: 1 },
    };
  }
  const deep = TOO_DEEP.exec(text);
  return deep ? tooDeepFault(deep.index) : tooManyComments(text);
}

function tooDeepFault(start: number): MdxFault {
  return {
    about: 'markup',
    message: `Unexpected nesting, expected at most ${MAX_NESTING} levels`,
    span: { start, end: start + 1 },
  };
}

/** The first node so deep in a tree that walking it could exhaust the stack; found without recursion. */
function nodeAtDepth(tree: Root, depth: number): Node | undefined {
  let level: Node[] = [tree];
  for (let at = 0; at < depth; at++) {
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  }
  return level[0];
}

/** The offsets of a node of a tree made by `parseMdx`. */
export function spanOfNode(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
