import type { Node } from 'unist';
import { findComponent } from '../../source/components/index.ts';
import type { ComponentNode } from '../../source/mdx/attributes.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Finding, Rule } from './rule.ts';

/** A comment and nothing else. Empty braces are none: `{}` is text that an author wants to be read. */
const COMMENT_PATTERN = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/;

/** What can hold code: everything else is text. */
const CODE_NODE_TYPES = [
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
    if (file.mdx.error?.about === 'code') report(file.mdx.error);
    for (const node of file.nodes.listByTypes(...CODE_NODE_TYPES)) {
      for (const finding of checkNode(node, file.text)) report(finding);
    }
  },
};

function checkNode(node: Node, text: string): Finding[] {
  const written = (at: Node) => quote(text.slice(getNodeSpan(at).start, getNodeSpan(at).end));
  if (node.type === 'mdxjsEsm') {
    const word = /^\s*import\b/.test((node as { value?: string } & Node).value ?? '') ? 'import' : 'export';
    return [{ span: getNodeSpan(node), message: `Unexpected ${word} ${written(node)}, expected text` }];
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    if (COMMENT_PATTERN.test((node as { value?: string } & Node).value ?? '')) return [];
    return [
      {
        span: getNodeSpan(node),
        message: `Unexpected expression ${written(node)}, expected text`,
        hint: 'Put braces that are meant to be read in `code`, or a backslash before them.',
      },
    ];
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return checkAttributes(node as ComponentNode, written);
}

function checkAttributes(node: ComponentNode, written: (at: Node) => string): Finding[] {
  const component = findComponent(node.name);
  return node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      return [
        {
          span: getNodeSpan(attribute),
          message: `Unexpected expression ${written(attribute)}, expected \`name="…"\``,
        },
      ];
    }
    const isExpression = typeof attribute.value === 'object' && attribute.value !== null;
    const takesList = component?.attributes[attribute.name]?.type === 'list';
    if (!isExpression || takesList) return [];
    return [
      {
        span: getNodeSpan(attribute),
        message: `Unexpected expression ${written(attribute)}, expected \`${attribute.name}="…"\``,
      },
    ];
  });
}
