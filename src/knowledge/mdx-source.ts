/**
 * MDX as a tree with its places. The one parser for checking and for rendering: two parsers would
 * sooner or later disagree, and what one of them let pass the other would run.
 */
import type { Root, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { type MdxFault, mdxFaultOf } from './mdx-fault.ts';
import type { Span } from './problem.ts';

const mdxParser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** Reads the frontmatter of a file whose body is broken; it never throws. */
const frontmatterParser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

export interface MdxSource {
  /** The body; without children where it is broken. */
  readonly tree: Root;
  /** The text between the fences, and where it begins. */
  readonly frontmatter: { readonly text: string; readonly offset: number } | undefined;
  readonly fault: MdxFault | undefined;
}

export const MAX_MDX_LENGTH = 1_000_000;
const MAX_NESTING = 100;

export function parseMdx(text: string): MdxSource {
  const refused = refuseBeforeParsing(text);
  if (refused) return broken(text, refused);
  let tree: Root;
  try {
    tree = mdxParser.parse(text);
  } catch (error) {
    // Thousands of tags in one another exhaust the parser's stack.
    return broken(text, error instanceof RangeError ? tooDeepFault(0) : mdxFaultOf(error, text));
  }
  const tooDeep = nodeAtDepth(tree, MAX_NESTING);
  if (tooDeep) return broken(text, tooDeepFault(spanOfNode(tooDeep).start));
  return { tree, frontmatter: frontmatterOf(tree, text), fault: undefined };
}

/** A file whose body cannot be read still has its fields. */
function broken(text: string, fault: MdxFault): MdxSource {
  const end = /[\r\n]---[ \t]*(?=[\r\n]|$)/.exec(text);
  const head = end ? text.slice(0, end.index + end[0].length) : '';
  return {
    tree: emptyRoot(),
    frontmatter: frontmatterOf(frontmatterParser.parse(head), text),
    fault,
  };
}

function emptyRoot(): Root {
  return { type: 'root', children: [] };
}

/**
 * What no person writes, and what would take the parser minutes: a hundred lists or quotes that begin on one
 * line, or so far to the right that they must be nested, and endless brackets and stars.
 */
const TOO_DEEP = new RegExp(
  [
    `^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${MAX_NESTING}}`,
    `^[ \\t]{${MAX_NESTING * 3},}(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])`,
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
  return deep ? tooDeepFault(deep.index) : undefined;
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

function frontmatterOf(tree: Root, text: string): MdxSource['frontmatter'] {
  const node = tree.children.find((child): child is Yaml => child.type === 'yaml');
  const start = node?.position?.start.offset;
  if (!node || start === undefined) return undefined;
  const opening = /^.*(?:\r\n|\n|\r)/.exec(text.slice(start))?.[0].length ?? 0;
  return { text: text.slice(start + opening, start + opening + node.value.length), offset: start + opening };
}

/** The offsets of a node of a tree made by `parseMdx`. */
export function spanOfNode(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
