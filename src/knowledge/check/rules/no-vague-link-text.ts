import { toString as textOf } from 'mdast-util-to-string';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Rule } from './rule.ts';

/** Returns whether a text does not show where its link goes. */
export function isVagueLinkText(text: string): boolean {
  return /^(?:|here|click here|this|link|this link)$/i.test(text);
}

export const noVagueLinkText: Rule = {
  name: 'no-vague-link-text',
  severity: 'error',
  why: 'Some readers hear or scan only the links of a page. A link without text, or one that says only "here", means nothing to them.',
  example: {
    wrong: '[here](https://example.org/status)',
    right: '[the status page](https://example.org/status)',
  },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('link', 'linkReference')) {
      const text = textOf(node, { includeImageAlt: true }).trim();
      if (!isVagueLinkText(text)) continue;
      report({
        span: getNodeSpan(node),
        message:
          text === ''
            ? 'Missing link text, expected where the link goes'
            : `Unexpected link text ${quote(text)}, expected where the link goes`,
      });
    }
  },
};
