import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import type { Rule } from './rule.ts';

/** Addresses are judged by `no-unsafe-link` and `valid-picture`, components by `known-component`. */
const ALLOWED_NODE_TYPES = new Set([
  'root',
  'yaml',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'definition',
  'footnoteDefinition',
  'footnoteReference',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  // Judged by `no-code`.
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
]);

export const allowedMarkup: Rule = {
  name: 'allowed-markup',
  severity: 'error',
  why: 'Markup is held against a list of what is known to be harmless; what is not on it is refused, whatever it is.',
  example: { wrong: '+++\ntitle = "Outage"\n+++', right: '---\ntitle: Outage\n---' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const type of file.nodes.types) {
      if (ALLOWED_NODE_TYPES.has(type)) continue;
      for (const node of file.nodes.listByType(type)) {
        report({ span: getNodeSpan(node), message: `Unexpected markup \`${type}\`, expected Markdown` });
      }
    }
  },
};
