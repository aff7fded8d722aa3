/** A paragraph of a body as a sentence with inline Markdown, like those in fields. */
import type { Nodes } from 'mdast';
import { createAddresses } from '../addresses.ts';
import { findComponent } from '../components/index.ts';
import { formatNodes } from '../inline/format-inline.ts';
import { type InlineNode, separateBySpaces, stripLinks, toInlineNodes } from '../inline/inline-nodes.ts';
import { parseInline } from '../inline/parse-inline.ts';
import { type ComponentNode, readAttributeValues } from './attributes.ts';
import type { FindTitle } from './plain-text.ts';

/** Without a prefix, like the addresses within the site that authors write. */
const addresses = createAddresses();

/**
 * @param root a paragraph, a heading or a row
 * @param text the whole file that contains it
 */
export function formatInlineMarkdown(root: Nodes, text: string, titleOf: FindTitle): string {
  const convert = (node: Nodes): readonly InlineNode[] | undefined => {
    if (node.type === 'tableRow') return toInlineNodes(separateBySpaces(node.children), convert);
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return undefined;
    return linkEntry(node, text, titleOf, toInlineNodes(node.children, convert));
  };
  const nodes = toInlineNodes([root], convert);
  return formatNodes(nodes, { resolve: (href) => href })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the link that a component with an id shows, or the content of any other component. */
function linkEntry(
  node: ComponentNode,
  text: string,
  titleOf: FindTitle,
  children: readonly InlineNode[],
): readonly InlineNode[] {
  const kind = findComponent(node.name)?.attributes.id?.reference;
  const id = readAttributeValues(node, text).text('id');
  const title = kind && id ? titleOf({ kind, id }) : undefined;
  if (!kind || !id || title === undefined) return children;
  const url = addresses.entry({ kind, id });
  return [{ type: 'link', url, children: children.length > 0 ? children : stripLinks(parseInline(title)) }];
}
