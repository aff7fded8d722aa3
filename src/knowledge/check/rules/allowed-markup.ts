import { visit } from 'unist-util-visit';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { listSentenceMarkup, locateInSentence } from '../../source/sentences.ts';
import type { Rule } from './rule.ts';

/** Other rules check addresses (`no-unsafe-link`, `valid-picture`) and components (`known-component`). */
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
  // Checked by `no-code`.
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
]);

const PICTURE_MESSAGE = 'Unexpected picture in a field, expected text, code, emphasis and links';
const TOO_MUCH_MESSAGE =
  'Unexpected amount of markup in a field, expected a sentence; put logs in the text of the page';

export const allowedMarkup: Rule = {
  name: 'allowed-markup',
  severity: 'error',
  why: 'Only markup that is known to be harmless is allowed. Anything else is rejected.',
  example: { wrong: '+++\ntitle = "Outage"\n+++', right: '---\ntitle: Outage\n---' },
  check({ file, report }) {
    for (const { sentence, root } of listSentenceMarkup(file)) {
      if (!root) report({ span: sentence.span, message: TOO_MUCH_MESSAGE });
      else {
        visit(root, 'image', (node) => {
          report({ span: locateInSentence(file, sentence, node), message: PICTURE_MESSAGE });
        });
      }
    }
    if (file.type !== 'document') return;
    for (const type of file.nodes.types) {
      if (ALLOWED_NODE_TYPES.has(type)) continue;
      for (const node of file.nodes.listByType(type)) {
        report({ span: getNodeSpan(node), message: `Unexpected markup \`${type}\`, expected Markdown` });
      }
    }
  },
};
