/** A body as plain text, cut at its headings and procedures: what a search reads of it. */
import type { Nodes, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { describeDestructiveStep, describeOutline } from '../../schema/procedure-marks.ts';
import { toPlainText } from '../inline/plain-text.ts';
import type { Anchors } from './anchors.ts';
import { type ComponentNode, readAttributeValues } from './attributes.ts';
import { type FindTitle, findLinkedTitle, getInlineText } from './plain-text.ts';

export interface Section {
  /** The anchor at which it starts on the page; empty for the text before the first heading. */
  readonly anchor: string;
  readonly title: string;
  /** Its text, a line for each paragraph, list item, row or line of code. */
  readonly text: string;
}

/**
 * @param text the whole file that `tree` was made from
 * @param anchors of its headings
 * @param titleOf what an entry is called, for links that show its title
 */
export function readSections(tree: Root, text: string, anchors: Anchors, titleOf: FindTitle): Section[] {
  const sections: { anchor: string; title: string; lines: string[] }[] = [
    { anchor: '', title: '', lines: [] },
  ];
  const add = (nodes: readonly Nodes[]) => {
    for (const node of nodes) sections.at(-1)?.lines.push(...readLines(node, text, titleOf));
  };
  for (const node of (tree.children as RootContent[]).flatMap(listBlocks)) {
    if (node.type === 'yaml') continue;
    if (node.type === 'heading') {
      sections.push({
        anchor: anchors.get(node) ?? '',
        title: getInlineText(node, text, titleOf),
        lines: [],
      });
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Procedure') {
      const attributes = readAttributeValues(node, text);
      const outline = attributes.text('outline');
      sections.push({
        anchor: attributes.text('id') ?? '',
        title: toPlainText(attributes.text('title') ?? ''),
        lines: [...(outline ? [toPlainText(describeOutline(outline))] : []), ...attributes.list('signals')],
      });
      add(node.children);
    } else add([node]);
  }
  return sections
    .filter(({ title, lines }) => title || lines.length > 0)
    .map(({ anchor, title, lines }) => ({ anchor, title, text: lines.join('\n') }));
}

/** An internal part is as good as its blocks: headings and procedures in it start sections. */
function listBlocks(node: RootContent): RootContent[] {
  const isPart = node.type === 'mdxJsxFlowElement' && node.name === 'Internal';
  return isPart ? (node.children as RootContent[]).flatMap(listBlocks) : [node];
}

function readLines(root: Nodes, text: string, titleOf: FindTitle): string[] {
  const lines: string[] = [];
  visit(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
      lines.push(getInlineText(node, text, titleOf));
      return SKIP;
    }
    if (node.type === 'code') lines.push(...node.value.split('\n'));
    if (node.type === 'mdxJsxFlowElement') lines.push(...readAttributeLines(node, text, titleOf));
    return;
  });
  return lines.filter((line) => line.trim() !== '');
}

function readAttributeLines(node: ComponentNode, text: string, titleOf: FindTitle): string[] {
  const attributes = readAttributeValues(node, text);
  const onlyIf = attributes.text('onlyIf');
  const prose = [
    ...(onlyIf ? [describeDestructiveStep(onlyIf)] : []),
    ...['title', 'where'].flatMap((name) => attributes.text(name) ?? []),
  ].map(toPlainText);
  const run = attributes.text('run');
  const linked = findLinkedTitle(node, text, titleOf);
  return [...prose, ...(run === undefined ? [] : [run]), ...(linked ? [linked] : [])];
}
