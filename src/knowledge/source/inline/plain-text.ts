/** A sentence without its markup: for titles of windows, the search, terminals and JSON. */
import type { InlineNode } from './inline-nodes.ts';
import { parseInline } from './parse-inline.ts';

/** The search, the similarity and the pages of a build read the same sentences. */
const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, string>();

export function toPlainText(sentence: string): string {
  const known = remembered.get(sentence);
  if (known !== undefined) return known;
  const text = joinText(parseInline(sentence));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(sentence, text);
  return text;
}

export function joinText(nodes: readonly InlineNode[]): string {
  return nodes.map((node) => ('children' in node ? joinText(node.children) : node.value)).join('');
}
