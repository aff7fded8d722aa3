import { visit } from 'unist-util-visit';
import { getNodeSpan } from '../mdx/mdx-source.ts';
import type { Span } from '../problem.ts';
import { hasMarkup, parseInlineMarkup } from './inline-markup.ts';

/** Finds the words of a sentence: all of it except code, and the addresses of links. */
export function findWordSpans(sentence: string): Span[] {
  const root = hasMarkup(sentence) ? parseInlineMarkup(sentence) : undefined;
  if (!root) return [{ start: 0, end: sentence.length }];
  const spans: Span[] = [];
  visit(root, 'text', (node) => {
    spans.push(getNodeSpan(node));
  });
  return spans;
}
