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
import { VFileMessage } from 'vfile-message';
import type { Span } from './problem.ts';
import type { SyntaxFault } from './yaml-source.ts';

const mdxParser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** Finds the frontmatter of a file whose body is broken; it never throws. */
const frontmatterParser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

export interface MdxSource {
  /** The body; without children where it is broken. */
  readonly tree: Root;
  /** The text between the fences, and where it begins. */
  readonly frontmatter: { readonly text: string; readonly offset: number } | undefined;
  readonly fault: MdxFault | undefined;
}

export interface MdxFault extends SyntaxFault {
  /** Whether the parser stumbled over code, or over a tag. */
  readonly about: 'code' | 'markup';
}

export const MAX_MDX_LENGTH = 1_000_000;
const MAX_NESTING = 100;

export function parseMdx(text: string): MdxSource {
  const refused = refuseBeforeParsing(text);
  if (refused) return { tree: emptyRoot(), frontmatter: undefined, fault: refused };
  try {
    const tree = mdxParser.parse(text);
    return { tree, frontmatter: frontmatterOf(tree, text), fault: undefined };
  } catch (error) {
    const fault = faultOf(error, text);
    return { tree: emptyRoot(), frontmatter: frontmatterOf(frontmatterParser.parse(text), text), fault };
  }
}

function emptyRoot(): Root {
  return { type: 'root', children: [] };
}

/** Only what no person writes: it would exhaust the parser before it could report anything. */
function refuseBeforeParsing(text: string): MdxFault | undefined {
  if (text.length > MAX_MDX_LENGTH) {
    return {
      about: 'markup',
      message: `Unexpected length of ${text.length} characters, expected at most ${MAX_MDX_LENGTH}`,
      span: { start: 0, end: 1 },
    };
  }
  const deep = new RegExp(`(?:[ \\t]*[>*+-][ \\t]*){${MAX_NESTING}}|[[{(<*_~]{${MAX_NESTING * 2}}`).exec(
    text,
  );
  if (!deep || /^[\s-]+$|^[\s*]+$|^[\s_]+$|^~+$/.test(deep[0])) return undefined;
  return {
    about: 'markup',
    message: `Unexpected nesting, expected at most ${MAX_NESTING} levels`,
    span: { start: deep.index, end: deep.index + 1 },
  };
}

function frontmatterOf(tree: Root, text: string): MdxSource['frontmatter'] {
  const node = tree.children.find((child): child is Yaml => child.type === 'yaml');
  const start = node?.position?.start.offset;
  if (!node || start === undefined) return undefined;
  const opening = /^.*(?:\r\n|\n|\r)/.exec(text.slice(start))?.[0].length ?? 0;
  return { text: text.slice(start + opening, start + opening + node.value.length), offset: start + opening };
}

function faultOf(error: unknown, text: string): MdxFault {
  if (!(error instanceof VFileMessage)) throw error;
  const span = spanOfPlace(error.place, text.length);
  const aboutCode = /expression|esm/.test(error.source ?? '') || error.source === 'acorn';
  if (!aboutCode) return { about: 'markup', message: firstSentence(error.reason), span };
  return { about: 'code', message: 'Unexpected code, expected text; put braces in `code`', span };
}

/** The parser's own sentences follow the same grammar; what it adds in brackets is about other formats. */
function firstSentence(reason: string): string {
  return reason
    .replace(/\s*\(note:.*\)$/s, '')
    .replace(/\s*\(`.*$/s, '')
    .replace(/[.\s]+$/, '');
}

type Place = VFileMessage['place'];

function spanOfPlace(place: Place, length: number): Span {
  if (!place) return { start: 0, end: 1 };
  const [start, end] = 'start' in place ? [place.start.offset, place.end.offset] : [place.offset, undefined];
  const from = Math.min(start ?? 0, Math.max(0, length - 1));
  return { start: from, end: Math.max(from + 1, end ?? from + 1) };
}

/** The offsets of a node of a tree made by `parseMdx`. */
export function spanOfNode(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
