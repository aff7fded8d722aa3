/** Renders a sentence as HTML. */
import type { ElementContent } from 'hast';

import { createElement } from '../create-element.ts';
import { type InlineNode, stripLinks } from './inline-nodes.ts';
import { parseInline } from './parse-inline.ts';

export interface RenderInlineOptions {
  /** Returns the address for a link that an author wrote. */
  resolve(href: string): string;
  /** The sentence is within a link, which cannot contain another one: of its links, only the text is shown. */
  readonly inLink?: boolean;
}

export function renderInline(sentence: string, { resolve, inLink }: RenderInlineOptions): ElementContent[] {
  const nodes = parseInline(sentence);
  return (inLink ? stripLinks(nodes) : nodes).map((node) => renderNode(node, resolve));
}

function renderNode(node: InlineNode, resolve: RenderInlineOptions['resolve']): ElementContent {
  if (node.type === 'text') return { type: 'text', value: node.value };
  if (node.type === 'inlineCode') return createElement('code', node.value);
  const children = node.children.map((child) => renderNode(child, resolve));
  if (node.type === 'emphasis') return createElement('em', children);
  if (node.type === 'strong') return createElement('strong', children);
  return createElement('a', { href: resolve(node.url) }, children);
}
