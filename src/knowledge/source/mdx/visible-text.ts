/** The words that a reader of the page sees, whatever markup they are in. */
/// <reference types="remark-mdx" />
import type { Nodes } from 'mdast';
import type { ComponentNode } from './attributes.ts';

/** Words that a page shows, and the node that they are from. */
export interface VisiblePart {
  readonly text: string;
  readonly node: Nodes;
}

/** Returns the words that a component shows in addition to what is between its tags. */
export type DescribeComponent = (node: ComponentNode) => string | undefined;

/**
 * Returns the text of a node. Comments, markup and internal parts of a line are left out; a picture has its description and
 * its caption.
 */
export function getVisibleText(root: Nodes, describe?: DescribeComponent): string {
  return [...listVisibleParts(root, describe)].map(({ text }) => text).join('');
}

/** Returns the text of a paragraph, a heading or a row on one line. */
export function getVisibleLine(root: Nodes, describe?: DescribeComponent): string {
  return getVisibleText(root, describe).replace(/\s+/g, ' ').trim();
}

/** Lists the parts of a node that a page shows, from left to right. */
export function* listVisibleParts(root: Nodes, describe?: DescribeComponent): Generator<VisiblePart> {
  if (root.type === 'mdxJsxTextElement' && root.name === 'Internal') return;
  const text = getOwnText(root, describe);
  if (text) yield { text, node: root };
  if ('children' in root) for (const child of root.children) yield* listVisibleParts(child, describe);
}

function getOwnText(node: Nodes, describe: DescribeComponent | undefined): string | null | undefined {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'tableCell':
      return ' ';
    case 'image':
      return [node.alt, node.title].filter(Boolean).join(' ');
    case 'imageReference':
      return node.alt;
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return describe?.(node);
    default:
      return undefined;
  }
}
