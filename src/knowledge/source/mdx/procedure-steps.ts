/** The numbered list of a procedure as data: what to do, and the commands that go with it. */
import type { List, ListItem } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { describeCallout } from '../components/callout.ts';
import type { AttributeValues } from '../components/component.ts';
import { type ComponentNode, readAttributeValues } from './attributes.ts';
import { formatInlineMarkdown } from './inline-markdown.ts';
import type { FindTitle } from './plain-text.ts';

/** A command, or other text that has to be typed or compared to the letter. */
export interface StepCode {
  readonly text: string;
  /** The place to run it, if the author gives one, with inline Markdown: "on the replica". */
  readonly where?: string;
}

export interface Step {
  /** The instruction, with inline Markdown. */
  readonly text: string;
  /** Commands and other code of the step, on lines of their own. */
  readonly code: readonly StepCode[];
  /** The condition of a destructive step, or `unknown`. Other steps have none. */
  readonly onlyIf?: string;
  readonly steps: readonly Step[];
}

/** @param text the whole file that contains `list` */
export function readSteps(list: List, text: string, titleOf: FindTitle): Step[] {
  return list.children.map((item) => readStep(item, text, titleOf));
}

function readStep(item: ListItem, text: string, titleOf: FindTitle): Step {
  const steps: Step[] = [];
  const code: StepCode[] = [];
  const words: string[] = [];
  let onlyIf: string | undefined;
  visit(item, (node) => {
    if (node.type === 'list') {
      steps.push(...readSteps(node, text, titleOf));
      return SKIP;
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
      words.push(formatInlineMarkdown(node, text, titleOf));
      return SKIP;
    }
    if (node.type === 'code') code.push({ text: node.value });
    if (node.type === 'mdxJsxFlowElement') {
      code.push(...readCommand(node, text));
      words.push(...readTitles(node, text, titleOf));
      onlyIf ??= readAttributeValues(node, text).text('onlyIf');
    }
    return;
  });
  return { text: words.join(' '), code, ...(onlyIf ? { onlyIf } : {}), steps };
}

function readCommand(node: ComponentNode, text: string): StepCode[] {
  const attributes = readAttributeValues(node, text);
  const [run, where] = [attributes.text('run'), attributes.text('where')];
  return run === undefined ? [] : [{ text: run, ...(where ? { where } : {}) }];
}

/** The kind and the title of a callout, or the title of an entry that is linked on a line of its own. */
function readTitles(node: ComponentNode, text: string, titleOf: FindTitle): string[] {
  const attributes = readAttributeValues(node, text);
  const title = node.name === 'Callout' ? formatCalloutTitle(attributes) : (attributes.text('title') ?? '');
  const linked = node.children.length > 0 ? '' : formatInlineMarkdown(node, text, titleOf);
  return [title, linked].filter((part) => part !== '');
}

/** Paper has no box around a callout, so its kind is part of the sentence: `Warning: Never do it twice.` */
function formatCalloutTitle(attributes: AttributeValues): string {
  const words = describeCallout(attributes);
  if (attributes.text('title') === undefined) return `${words}:`;
  return /[.!?:]$/.test(words) ? words : `${words}.`;
}
