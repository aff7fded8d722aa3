/** A sentence without its markup: for titles of windows, the search, terminals and JSON. */
import type { InlineNode } from './inline-nodes.ts';
import { parseInline } from './parse-inline.ts';

export function toPlainText(sentence: string): string {
  return joinText(parseInline(sentence));
}

export function joinText(nodes: readonly InlineNode[]): string {
  return nodes.map((node) => ('children' in node ? joinText(node.children) : node.value)).join('');
}
