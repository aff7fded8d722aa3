/** Keeps the body of a document as text: the trees of a thousand bodies take half a gigabyte, and their text 20 MB. */
import type { Root, RootContent } from 'mdast';
import { visit } from '../source/mdx/visit.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * Returns the same document, whose body becomes a new tree each time it is read. Of the positions, only those of links
 * are kept: they show which links were nothing but an address. Changes the tree of the document.
 */
export function packDocument({ body, ...rest }: SourceDocument): SourceDocument {
  const root: Root = { type: 'root', children: [...body] };
  visit(root, (node) => {
    // JSON leaves it out, and to delete it takes longer.
    if (node.type !== 'link') Object.assign(node, { position: undefined });
  });
  const packed = JSON.stringify(body);
  return {
    ...rest,
    get body() {
      return JSON.parse(packed) as RootContent[];
    },
  };
}
