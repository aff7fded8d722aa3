/** Text in which marks were put before it became blocks, to find places of the source again. */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from '../source/mdx/visit.ts';

/**
 * Replaces each text between two marks.
 *
 * @param create makes the nodes for a text between the marks
 */
export function replaceMarkedText(
  blocks: readonly RootContent[],
  start: string,
  end: string,
  create: (text: string) => PhrasingContent[],
): RootContent[] {
  const root: Root = { type: 'root', children: [...blocks] };
  const pattern = new RegExp(`${start}([^${start}${end}]*)${end}`);
  visit(root, 'text', (node, index, parent) => {
    if (!node.value.includes(start) || !parent || index === undefined) return;
    const parts = node.value.split(pattern).flatMap((part, at): PhrasingContent[] => {
      if (at % 2 === 1) return create(part);
      return part === '' ? [] : [{ type: 'text', value: part }];
    });
    parent.children.splice(index, 1, ...(parts as never[]));
    return [SKIP, index + parts.length];
  });
  return root.children;
}
