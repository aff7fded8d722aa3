/** Parts of a body as plain text, with the titles of the entries that they link to. */
import type { Nodes } from 'mdast';
import type { Ref } from '../../schema/kinds.ts';
import { findComponent } from '../components/index.ts';
import { toPlainText } from '../inline/plain-text.ts';
import { type ComponentNode, readAttributeValues } from './attributes.ts';
import { getVisibleLine } from './visible-text.ts';

/** Returns the title of an entry, with its markup; undefined if there is no such entry. */
export type FindTitle = (ref: Ref) => string | undefined;

/** The words of a paragraph, a heading or a row, on one line. */
export function getInlineText(root: Nodes, text: string, titleOf: FindTitle): string {
  return getVisibleLine(root, (node) => findLinkedTitle(node, text, titleOf));
}

/** The title that a link by id shows; undefined where it has words of its own. */
export function findLinkedTitle(node: ComponentNode, text: string, titleOf: FindTitle): string | undefined {
  if (node.children.length > 0) return undefined;
  const kind = findComponent(node.name)?.attributes.id?.reference;
  const id = readAttributeValues(node, text).text('id');
  const title = kind && id ? titleOf({ kind, id }) : undefined;
  return title === undefined ? undefined : toPlainText(title);
}
