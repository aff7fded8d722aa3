import type { List, ListItem, Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { type ComponentNode, readAttributes, readAttributeValues } from '../../source/mdx/attributes.ts';
import { findStepList } from '../../source/mdx/document-body.ts';
import { getNodeSpan } from '../../source/mdx/mdx-source.ts';
import { getVisibleText } from '../../source/mdx/visible-text.ts';
import { quote } from '../../source/problem.ts';
import { findDestructiveCommand, findDestructiveWords } from '../destructive-words.ts';
import type { Finding, Rule } from './rule.ts';

const HINT = 'State what must be true before people do it. If nobody knows, write `onlyIf="unknown"`.';

export const requiredDestructiveMark: Rule = {
  name: 'required-destructive-mark',
  severity: 'warning',
  why: 'At three in the morning, people do a step before they have read the next one. A step that destroys something has to say so, and what must be true first. The check knows a fixed list of English verbs and common commands. Mark other destructive steps, too.',
  example: {
    wrong: '2. Clear the queue.',
    right: '2. <Destructive onlyIf="you can lose the work in it" />\n\n   Clear the queue.',
  },
  check({ file, report }) {
    if (file.type !== 'document') return;
    for (const node of file.nodes.listByTypes('mdxJsxFlowElement')) {
      if (node.name !== 'Procedure') continue;
      const list = findStepList(node);
      const findings = list ? checkSteps(list, file.text) : [];
      for (const finding of findings) report(finding);
      if (list && findings.length === 0) checkTitle(node, list, file.text).forEach(report);
    }
  },
};

/** Inner steps of a marked step need no mark of their own. */
function checkSteps(list: List, text: string): Finding[] {
  return list.children.filter((step) => !hasMark(step)).flatMap((step) => checkStep(step, text));
}

function hasMark(step: ListItem): boolean {
  return step.children.some((child) => (child as Nodes).type === 'mdxJsxFlowElement' && isMark(child));
}

function isMark(node: Nodes): boolean {
  return 'name' in node && node.name === 'Destructive';
}

function checkStep(step: ListItem, text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (node: Nodes, words: string | undefined) => {
    if (words === undefined || findings.length > 0) return;
    findings.push({
      span: getNodeSpan(node),
      message: `Missing \`<Destructive>\` before ${quote(words)}, expected it as the first line of the step`,
      hint: HINT,
    });
  };
  const inner: Finding[] = [];
  visit(step as Nodes, (node) => {
    if (node.type === 'list') {
      inner.push(...checkSteps(node, text));
      return SKIP;
    }
    if (node.type === 'paragraph') add(node, findDestructiveWords(getVisibleText(node)));
    if (node.type === 'code' || node.type === 'inlineCode') add(node, findDestructiveCommand(node.value));
    if (node.type === 'mdxJsxFlowElement') {
      const run = readAttributeValues(node, text).text('run');
      if (run !== undefined) add(node, findDestructiveCommand(run));
    }
    return;
  });
  return [...findings, ...inner];
}

function checkTitle(node: ComponentNode, list: List, text: string): Finding[] {
  const title = readAttributes(node, text).find(({ name }) => name === 'title');
  if (typeof title?.value !== 'string' || containsMark(list)) return [];
  if (findDestructiveWords(title.value) === undefined) return [];
  return [
    {
      span: title.valueSpans[0] ?? title.span,
      message: `Missing \`<Destructive>\` in a procedure with the title ${quote(title.value)}, expected it in the step that does it`,
      hint: HINT,
    },
  ];
}

function containsMark(list: List): boolean {
  let found = false;
  visit(list as Nodes, 'mdxJsxFlowElement', (node) => {
    found ||= isMark(node);
  });
  return found;
}
