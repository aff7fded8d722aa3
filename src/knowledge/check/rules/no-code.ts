import type { Node } from 'unist';
import { componentNamed } from '../../source/components/index.ts';
import type { ComponentNode } from '../../source/mdx/attributes.ts';
import { spanOfNode } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Finding, Rule } from './rule.ts';

/** A comment and nothing else. Empty braces are none: `{}` is text that an author wants to be read. */
const ONLY_COMMENT = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/;

/** What can hold code: everything else is text. */
const CODE = [
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
] as const;

export const noCode: Rule = {
  name: 'no-code',
  severity: 'error',
  why: 'Content is data. What a pull request brings must never run, on the machine that builds the site or in a browser that reads it.',
  example: { wrong: 'Load was {1 + 1}.', right: 'Load was `{1 + 1}`.' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    if (file.mdx.fault?.about === 'code') report(file.mdx.fault);
    for (const node of file.nodes.of(...CODE)) {
      for (const finding of findingsIn(node, file.text)) report(finding);
    }
  },
};

function findingsIn(node: Node, text: string): Finding[] {
  const written = (at: Node) => quote(text.slice(spanOfNode(at).start, spanOfNode(at).end));
  if (node.type === 'mdxjsEsm') {
    const word = /^\s*import\b/.test((node as { value?: string } & Node).value ?? '') ? 'import' : 'export';
    return [{ span: spanOfNode(node), message: `Unexpected ${word} ${written(node)}, expected text` }];
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    if (ONLY_COMMENT.test((node as { value?: string } & Node).value ?? '')) return [];
    return [
      {
        span: spanOfNode(node),
        message: `Unexpected expression ${written(node)}, expected text`,
        hint: 'Put braces that are meant to be read in `code`, or a backslash before them.',
      },
    ];
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return attributeFindings(node as ComponentNode, written);
}

function attributeFindings(node: ComponentNode, written: (at: Node) => string): Finding[] {
  const component = componentNamed(node.name);
  return node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      return [
        {
          span: spanOfNode(attribute),
          message: `Unexpected expression ${written(attribute)}, expected \`name="…"\``,
        },
      ];
    }
    const isExpression = typeof attribute.value === 'object' && attribute.value !== null;
    const takesList = component?.attributes[attribute.name]?.type === 'list';
    if (!isExpression || takesList) return [];
    return [
      {
        span: spanOfNode(attribute),
        message: `Unexpected expression ${written(attribute)}, expected \`${attribute.name}="…"\``,
      },
    ];
  });
}
