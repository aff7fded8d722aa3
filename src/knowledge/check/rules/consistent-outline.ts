import type { List, ListItem, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { type ComponentNode, readAttributes } from '../../source/mdx/attributes.ts';
import { findStepList } from '../../source/mdx/document-body.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { getVisibleText } from '../../source/mdx/visible-text.ts';
import { quote } from '../../source/problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Matches a step that only names another text. */
const POINTER_PATTERN =
  /^(?:see|read|open|follow|consult|refer to|look (?:at|in|into)|go to|check)\b.*\b(?:wiki|runbook|playbook|documentation|docs|article|manual|handbook|confluence|notion|readme|instructions)\b/is;
const OUTLINE_PATTERN = /\b(?:is (?:only |just )?an outline|only an outline|outline only)\b/i;

export const consistentOutline: Rule = {
  name: 'consistent-outline',
  severity: 'warning',
  why: 'During an incident, people open a procedure to follow it. If its steps only refer to another text, `outline` says so, and the procedure is not offered as an emergency card.',
  example: { wrong: '1. See the wiki.', right: '<Procedure … outline="The script is in the wiki.">' },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('mdxJsxFlowElement')) {
      const list = node.name === 'Procedure' ? findStepList(node) : undefined;
      const finding = list && checkProcedure(node, list, file.text);
      if (finding) report(finding);
    }
  },
};

function checkProcedure(node: ComponentNode, list: List, text: string): Finding | undefined {
  const outline = readAttributes(node, text).find(({ name }) => name === 'outline');
  if (outline) {
    if (!listInnermostSteps(list).every(hasCode)) return undefined;
    return { span: outline.span, message: 'Unexpected `outline`, expected none: every step has a command' };
  }
  const sentence = (node.children as Nodes[]).find(
    (child) => child.type === 'paragraph' && OUTLINE_PATTERN.test(getVisibleText(child)),
  );
  const isPointer = list.children.every(
    (step) => POINTER_PATTERN.test(getVisibleText(step)) && !hasCode(step),
  );
  const found = sentence ?? (isPointer ? list : undefined);
  if (!found) return undefined;
  return {
    span: getNodeSpan(found),
    message: `Unexpected ${quote(getVisibleText(found).slice(0, 60))} in \`<Procedure>\`, expected \`outline="…"\` in its tag`,
    hint: 'Name what is missing and where to find it. Or write the steps and commands here.',
  };
}

function listInnermostSteps(list: List): ListItem[] {
  return list.children.flatMap((step) => {
    const inner = step.children.filter((child): child is List => child.type === 'list');
    return inner.length > 0 ? inner.flatMap(listInnermostSteps) : [step];
  });
}

function hasCode(step: ListItem): boolean {
  let found = false;
  visit(step as Nodes, (node) => {
    found ||= node.type === 'code' || ('name' in node && node.name === 'Command');
  });
  return found;
}
