/** The numbered list of a procedure as data. */
import type { List, ListItem } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { attributeValues } from './attributes.ts';
import { inlineText, linkedTitle, type TitleOf } from './plain-text.ts';

export interface Step {
  /** What to do, in plain text. */
  readonly text: string;
  /** Commands and other code that stand with the step on lines of their own. */
  readonly code: readonly string[];
  readonly steps: readonly Step[];
}

/** @param text the whole file that `list` stands in */
export function readSteps(list: List, text: string, titleOf: TitleOf): Step[] {
  return list.children.map((item) => readStep(item, text, titleOf));
}

function readStep(item: ListItem, text: string, titleOf: TitleOf): Step {
  const steps: Step[] = [];
  const code: string[] = [];
  const words: string[] = [];
  visit(item, (node) => {
    if (node.type === 'list') {
      steps.push(...readSteps(node, text, titleOf));
      return SKIP;
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
      words.push(inlineText(node, text, titleOf));
      return SKIP;
    }
    if (node.type === 'code') code.push(node.value);
    if (node.type === 'mdxJsxFlowElement') {
      const attributes = attributeValues(node, text);
      const run = attributes.text('run');
      if (run !== undefined) code.push(run);
      words.push(
        ...[attributes.text('title'), linkedTitle(node, text, titleOf)].filter((part) => part !== undefined),
      );
    }
    return;
  });
  return { text: words.join(' '), code, steps };
}
