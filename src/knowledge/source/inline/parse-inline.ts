/** A sentence of a field as a small tree. */
import { hasMarkup, parseInlineMarkup } from './inline-markup.ts';
import { type InlineNode, joinLines, separateBySpaces, toInlineNodes } from './inline-nodes.ts';

/** Returns the parts of a sentence, on one line. A sentence with too much markup is text. */
export function parseInline(sentence: string): readonly InlineNode[] {
  const root = hasMarkup(sentence) ? parseInlineMarkup(sentence) : undefined;
  if (!root) return toInlineNodes([{ type: 'text', value: joinLines(sentence).trim() }]);
  return toInlineNodes(separateBySpaces(root.children));
}
