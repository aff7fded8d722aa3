/** Parts of a body as plain text, with the titles of the entries that they link to. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Ref } from '../../schema/kinds.ts';
import { componentNamed } from '../components/index.ts';
import { attributeValues, type ComponentNode } from './attributes.ts';

/** What an entry is called; undefined where there is none. */
export type TitleOf = (ref: Ref) => string | undefined;

/** The words of a paragraph, a heading or a row, on one line. */
export function inlineText(root: Nodes, text: string, titleOf: TitleOf): string {
  const parts: string[] = [];
  visit(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
    if (node.type === 'break' || node.type === 'tableCell') parts.push(' ');
    if (node.type === 'image' || node.type === 'imageReference') parts.push(node.alt ?? '');
    if (node.type === 'mdxJsxTextElement') parts.push(linkedTitle(node, text, titleOf) ?? '');
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The title that a link by id shows; undefined where it has words of its own. */
export function linkedTitle(node: ComponentNode, text: string, titleOf: TitleOf): string | undefined {
  if (node.children.length > 0) return undefined;
  const kind = componentNamed(node.name)?.attributes.id?.reference;
  const id = attributeValues(node, text).text('id');
  return kind && id ? titleOf({ kind, id }) : undefined;
}
