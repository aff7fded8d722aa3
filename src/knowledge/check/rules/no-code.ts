import type { Node } from 'unist';
import { findComponent } from '../../source/components/index.ts';
import type { ComponentNode } from '../../source/mdx/attributes.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { quote } from '../../source/problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Matches an expression that is only a comment. `{}` is not one: it is text that an author wants to show. */
const COMMENT_PATTERN = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/;

/** Returns whether a node is an expression that is only a comment. */
export function isComment(node: Node): boolean {
  const { type, value = '' } = node as { value?: string } & Node;
  return (type === 'mdxFlowExpression' || type === 'mdxTextExpression') && COMMENT_PATTERN.test(value);
}

/** All types of node that can contain code. */
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
  why: "Content is data. Nothing in a pull request must run, neither on the machine that builds the site nor in a reader's browser.",
  example: { wrong: 'Load was {1 + 1}.', right: 'Load was `{1 + 1}`.' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const error of file.mdx.errors) if (error.about === 'code') report(error);
    for (const node of file.nodes.listByTypes(...CODE_NODE_TYPES)) {
      for (const finding of checkNode(node, file.text)) report(finding);
    }
  },
};

function checkNode(node: Node, text: string): Finding[] {
  const quoteNode = (at: Node) => quote(text.slice(getNodeSpan(at).start, getNodeSpan(at).end));
  if (node.type === 'mdxjsEsm') {
    const word = /^\s*import\b/.test((node as { value?: string } & Node).value ?? '') ? 'import' : 'export';
    return [{ span: getNodeSpan(node), message: `Unexpected ${word} ${quoteNode(node)}, expected text` }];
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    if (isComment(node)) return [];
    return [
      {
        span: getNodeSpan(node),
        message: `Unexpected expression ${quoteNode(node)}, expected text`,
        hint: 'If the braces are meant as text, put them in `code`, or put a backslash before them.',
      },
    ];
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  return checkAttributes(node as ComponentNode, quoteNode);
}

function checkAttributes(node: ComponentNode, quoteNode: (at: Node) => string): Finding[] {
  const component = findComponent(node.name);
  return node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      return [
        {
          span: getNodeSpan(attribute),
          message: `Unexpected expression ${quoteNode(attribute)}, expected \`name="…"\``,
        },
      ];
    }
    const isExpression = typeof attribute.value === 'object' && attribute.value !== null;
    const isList = component?.attributes[attribute.name]?.type === 'list';
    if (!isExpression || isList) return [];
    return [
      {
        span: getNodeSpan(attribute),
        message: `Unexpected expression ${quoteNode(attribute)}, expected \`${attribute.name}="…"\``,
      },
    ];
  });
}
