/** The parts of a sentence. Its links lead only where a page may link to. */
import type { Nodes } from 'mdast';
import { isSafeInField } from '../safe-address.ts';

/** The names are those of mdast, so that its tools take the nodes. */
export type InlineNode = Leaf<'text'> | Leaf<'inlineCode'> | Span<'emphasis'> | Span<'strong'> | Link;

interface Leaf<Type extends string> {
  readonly type: Type;
  readonly value: string;
}

interface Span<Type extends string> {
  readonly type: Type;
  readonly children: readonly InlineNode[];
}

interface Link extends Span<'link'> {
  readonly url: string;
}

/** Converts a node of a kind that Markdown does not have; undefined if it is of another kind. */
export type ConvertNode = (node: Nodes) => readonly InlineNode[] | undefined;

/**
 * Converts nodes of Markdown to the parts of one line. Of a picture, the description remains; of a link to an address
 * that is not allowed, the text.
 */
export function toInlineNodes(nodes: readonly Nodes[], convert: ConvertNode = () => undefined): InlineNode[] {
  return joinTexts(nodes.flatMap((node) => convert(node) ?? convertMarkdown(node, convert)));
}

function convertMarkdown(node: Nodes, convert: ConvertNode): InlineNode[] {
  const children = 'children' in node ? toInlineNodes(node.children, convert) : [];
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: joinLines(node.value) }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: joinLines(node.value) }];
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, children }];
    case 'link':
      return isSafeInField(node.url) ? [{ type: 'link', url: node.url, children }] : children;
    case 'break':
      return [{ type: 'text', value: ' ' }];
    case 'image':
    case 'imageReference':
      return [{ type: 'text', value: node.alt ?? '' }];
    default:
      return children;
  }
}

/** Puts a space between each two nodes. */
export function separateBySpaces(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [{ type: 'text', value: ' ' }, node]));
}

export function joinLines(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}

/** Joins texts that are next to each other, and leaves out empty ones. */
function joinTexts(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text') joined.push(node);
    else if (last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else if (node.value !== '') joined.push(node);
  }
  return joined;
}

/** Returns the same parts with the text of each link in its place. */
export function stripLinks(nodes: readonly InlineNode[]): InlineNode[] {
  return joinTexts(
    nodes.flatMap((node): readonly InlineNode[] => {
      if (!('children' in node)) return [node];
      const children = stripLinks(node.children);
      return node.type === 'link' ? children : [{ type: node.type, children }];
    }),
  );
}
