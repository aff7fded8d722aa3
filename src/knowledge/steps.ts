/** The steps of a procedure as data: what to do, and the commands that go with it. */
import type { List, ListItem, Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { attributeValues } from './attributes.ts';
import type { Kind } from './kinds.ts';
import { inlineText } from './sections.ts';

/** A command, or other text that has to be typed or compared to the letter. */
export interface StepCode {
  readonly text: string;
  /** Where it is run, if the author says so: "on the replica". */
  readonly where?: string;
}

export interface Step {
  /** What to do, in plain text. */
  readonly text: string;
  /** Commands and other code that stand with the step on lines of their own. */
  readonly code: readonly StepCode[];
  readonly steps: readonly Step[];
}

/**
 * @param text the whole file that the list stands in
 * @param titleOf what an entry is called, for links that show its title
 */
export function readSteps(
  list: List,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): Step[] {
  return list.children.map((item) => readStep(item, text, titleOf));
}

function readStep(
  item: ListItem,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): Step {
  const steps: Step[] = [];
  const code: StepCode[] = [];
  const words: string[] = [];
  visit(item, (node) => {
    if (node === item) return;
    if (node.type === 'list') {
      steps.push(...readSteps(node, text, titleOf));
      return SKIP;
    }
    code.push(...codeOf(node, text));
    if (node.type === 'paragraph') {
      words.push(inlineText(node, text, titleOf));
      return SKIP;
    }
    return;
  });
  return { text: words.join(' '), code, steps };
}

function codeOf(node: Nodes, text: string): StepCode[] {
  if (node.type === 'code') return [{ text: node.value }];
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Command') return [];
  const attributes = attributeValues(node, text);
  const [run, where] = [attributes.text('run'), attributes.text('where')];
  return run === undefined ? [] : [{ text: run, ...(where ? { where } : {}) }];
}
