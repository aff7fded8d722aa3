import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { getVisibleLine } from '../../source/mdx/visible-text.ts';
import { quote, type Span } from '../../source/problem.ts';
import { listSentenceLinks } from '../../source/sentences.ts';
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
    const check = (text: string, span: Span) => {
      if (isVagueLinkText(text)) report({ span, message: createMessage(text) });
    };
    for (const { text, span } of listSentenceLinks(file)) check(text.trim(), span);
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('link', 'linkReference')) {
      check(getVisibleLine(node), getNodeSpan(node));
    }
  },
};

function createMessage(text: string): string {
  return text === ''
    ? 'Missing link text, expected where the link goes'
    : `Unexpected link text ${quote(text)}, expected where the link goes`;
}
