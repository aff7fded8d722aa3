/// <reference types="remark-mdx" />
/**
 * Reads the alerts of GitHub, `> [!WARNING]`, as another way to write a `<Callout>`.
 * https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';

/** Words after the mark, which other tools show as a title, become the first words of the text. */
const MARK_PATTERN = /^\[!([a-z][a-z-]*)\][+-]?(?:[^\S\r\n]+|$|(?=[\r\n]))/i;

/** Matches what is between the mark and the first words in the source: the end of the line, and marks of quotations. */
const GAP_PATTERN = /^\\?[^\S\r\n]*(?:(?:\r\n|\n|\r)[^\S\r\n]*(?:>[^\S\r\n]*)*)?/;

/**
 * Replaces each alert of a tree by a callout at the same place. The mark is the attribute `kind`.
 *
 * @param text the text from which the tree was parsed
 */
export function convertAlerts(tree: Root, text: string): void {
  if (!text.includes('[!')) return;
  visit(tree, 'blockquote', (node, index, parent) => {
    const callout = toCallout(node, text);
    if (callout && parent && index !== undefined) (parent.children as RootContent[])[index] = callout;
  });
}

function toCallout(node: Blockquote, text: string): MdxJsxFlowElement | undefined {
  const [paragraph, ...blocks] = node.children;
  const start = paragraph?.type === 'paragraph' ? paragraph.children[0]?.position?.start : undefined;
  if (paragraph?.type !== 'paragraph' || start?.offset === undefined) return undefined;
  // The source shows an escape: `\[!NOTE]` is text.
  const [mark, kind] = MARK_PATTERN.exec(text.slice(start.offset, start.offset + MAX_MARK_LENGTH)) ?? [];
  if (mark === undefined || kind === undefined) return undefined;
  const rest = removeMark(paragraph, { mark, start: { ...start, offset: start.offset } }, text);
  return {
    type: 'mdxJsxFlowElement',
    name: 'Callout',
    attributes: [
      {
        type: 'mdxJsxAttribute',
        name: 'kind',
        value: kind.toLowerCase(),
        // Without the opening `[!`, because the last character of an attribute is its quotation mark.
        position: { start: movePoint(start, 2), end: movePoint(start, kind.length + 3) },
      },
    ],
    children: (rest ? [rest, ...blocks] : blocks) as MdxJsxFlowElement['children'],
    ...(node.position ? { position: node.position } : {}),
  };
}

const MAX_MARK_LENGTH = 40;

interface FoundMark {
  readonly mark: string;
  readonly start: Point & { readonly offset: number };
}

/** Returns the paragraph without the mark, or undefined if nothing is left of it. */
function removeMark(paragraph: Paragraph, { mark, start }: FoundMark, text: string): Paragraph | undefined {
  const [first, ...others] = paragraph.children;
  if (first?.type !== 'text') return undefined;
  const gap = GAP_PATTERN.exec(text.slice(start.offset + mark.length))?.[0] ?? '';
  const from = movePoint(start, mark.length, gap);
  const value = first.value.slice(mark.length).trimStart();
  const children: PhrasingContent[] = [
    ...(value ? [{ ...first, value, position: { start: from, end: first.position?.end ?? from } }] : []),
    ...(value === '' && others[0]?.type === 'break' ? others.slice(1) : others),
  ];
  if (children.length === 0) return undefined;
  // A copy, because points are moved later.
  return { ...paragraph, children, position: { start: { ...from }, end: paragraph.position?.end ?? from } };
}

/** Returns the point that is `length` characters and then `gap` after another one. */
function movePoint(point: Point, length: number, gap = ''): Point {
  const lines = gap.split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  return {
    line: point.line + lines.length - 1,
    column: lines.length > 1 ? last.length + 1 : point.column + length + gap.length,
    offset: (point.offset ?? 0) + length + gap.length,
  };
}
