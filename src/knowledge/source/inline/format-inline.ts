/** Formats a sentence as Markdown that GitHub, chats and issue trackers read in the same way, whatever is around it. */
import type { PhrasingContent } from 'mdast';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { type InlineNode, stripLinks } from './inline-nodes.ts';
import { parseInline } from './parse-inline.ts';

export interface FormatInlineOptions {
  /** Returns the full address for a link that an author wrote. Without it, only the text of links is kept. */
  resolve?(href: string): string;
  /** The whole sentence is strong. */
  readonly strong?: true;
}

export function formatInline(sentence: string, options: FormatInlineOptions = {}): string {
  return formatNodes(parseInline(sentence), options);
}

export function formatNodes(nodes: readonly InlineNode[], options: FormatInlineOptions = {}): string {
  const { resolve, strong } = options;
  const prepared = (resolve ? nodes : stripLinks(nodes)).flatMap((node) => prepareNode(node, options));
  const children = strong ? [{ type: 'strong' as const, children: prepared }] : prepared;
  return toMarkdown({ type: 'paragraph', children }, MARKDOWN_OPTIONS).trimEnd();
}

/** Returns Markdown that shows a text exactly as it is. */
export function escapeInline(text: string): string {
  return toMarkdown({ type: 'text', value: text.replace(/\s+/g, ' ') }, MARKDOWN_OPTIONS).trimEnd();
}

const MARKDOWN_OPTIONS: Options = {
  emphasis: '_',
  resourceLink: true,
  unsafe: [...'<>|~#@'].map((character) => ({
    character,
    inConstruct: 'phrasing',
    notInConstruct: ['destinationLiteral', 'destinationRaw'],
  })),
};

/** Strong text cannot contain strong text. */
function prepareNode(node: InlineNode, options: FormatInlineOptions): PhrasingContent[] {
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => prepareNode(child, options));
  if (node.type === 'emphasis') return [{ type: 'emphasis', children }];
  if (node.type === 'strong') return options.strong ? children : [{ type: 'strong', children }];
  return [{ type: 'link', url: options.resolve?.(node.url) ?? node.url, children }];
}
