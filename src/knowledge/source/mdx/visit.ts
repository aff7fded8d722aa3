/**
 * Visits the nodes of a tree as `unist-util-visit` does, with the same answers of the visitor. That one creates and names
 * a function for each node, which takes several times as long as the visit: an import visits each body twenty times.
 */
import type { Nodes, Parents } from 'mdast';

/** Returned by a visitor: do not visit the children of the node. */
export const SKIP = 'skip';

/** `SKIP`, the index of the sibling to visit next, or both; undefined to go on. */
type VisitResult = typeof SKIP | number | readonly [typeof SKIP, number] | undefined;

type Visitor<Node extends Nodes> = (
  node: Node,
  index: number | undefined,
  parent: Parents | undefined,
) => VisitResult;

/** Visits a node and all below it, or those of one type, from top to bottom. The visitor may change the tree. */
export function visit(tree: Nodes, visitor: Visitor<Nodes>): void;
export function visit<Type extends Nodes['type']>(
  tree: Nodes,
  type: Type,
  visitor: Visitor<Extract<Nodes, { type: Type }>>,
): void;
export function visit(tree: Nodes, ...parameters: [Visitor<Nodes>] | [string, Visitor<never>]): void {
  const [type, visitor] = parameters.length === 1 ? [undefined, parameters[0]] : parameters;
  visitNode(tree, undefined, undefined, (node, index, parent) =>
    type === undefined || node.type === type ? visitor(node as never, index, parent) : undefined,
  );
}

/** @returns the index of the sibling to visit next, if it is not the following one */
function visitNode(
  node: Nodes,
  index: number | undefined,
  parent: Parents | undefined,
  visitor: Visitor<Nodes>,
): number | undefined {
  const result = visitor(node, index, parent);
  const isSkipped = result === SKIP || (Array.isArray(result) && result[0] === SKIP);
  if (!isSkipped && 'children' in node) {
    for (let at = 0; at < node.children.length;) {
      at = visitNode(node.children[at] as Nodes, at, node, visitor) ?? at + 1;
    }
  }
  return typeof result === 'number' ? result : Array.isArray(result) ? result[1] : undefined;
}
