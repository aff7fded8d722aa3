/** A body as plain text, cut at its headings and procedures: what a search reads of it. */
import GithubSlugger from 'github-slugger';
import type { Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { attributeValues, type ComponentNode } from './attributes.ts';
import { componentNamed } from './components.ts';
import type { Kind } from './kinds.ts';

export interface Section {
  /** The anchor at which it begins on the page; empty for what stands before the first heading. */
  readonly anchor: string;
  readonly title: string;
  /** Its text, a line for each paragraph, list item, row or line of code. */
  readonly text: string;
}

/**
 * @param text the whole file that `tree` was made from
 * @param titleOf what an entry is called, for links that show its title
 */
export function readSections(
  tree: Root,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): Section[] {
  const slugger = new GithubSlugger();
  const sections: { anchor: string; title: string; lines: string[] }[] = [
    { anchor: '', title: '', lines: [] },
  ];
  const add = (nodes: readonly Nodes[]) => {
    for (const node of nodes) sections.at(-1)?.lines.push(...linesOf(node, text, titleOf));
  };
  for (const node of tree.children as RootContent[]) {
    if (node.type === 'yaml') continue;
    if (node.type === 'heading') {
      const title = textOf(node);
      sections.push({ anchor: slugger.slug(title), title, lines: [] });
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Procedure') {
      const attributes = attributeValues(node, text);
      sections.push({
        anchor: attributes.text('id') ?? '',
        title: attributes.text('title') ?? '',
        lines: [...attributes.list('signals')],
      });
      add(node.children);
    } else add([node]);
  }
  return sections
    .filter(({ title, lines }) => title || lines.length > 0)
    .map(({ anchor, title, lines }) => ({ anchor, title, text: lines.join('\n') }));
}

function linesOf(
  root: Nodes,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): string[] {
  const lines: string[] = [];
  visit(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
      lines.push(inlineText(node, text, titleOf));
      return SKIP;
    }
    if (node.type === 'code') lines.push(...node.value.split('\n'));
    if (node.type === 'mdxJsxFlowElement') lines.push(...attributeLines(node, text, titleOf));
    return;
  });
  return lines.filter((line) => line.trim() !== '');
}

function attributeLines(
  node: ComponentNode,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): string[] {
  const attributes = attributeValues(node, text);
  const own = ['title', 'where', 'run'].flatMap((name) => attributes.text(name) ?? []);
  const linked = node.children.length === 0 ? linkedTitle(node, text, titleOf) : undefined;
  return linked ? [...own, linked] : own;
}

/** The words of a paragraph, heading or row, links that show a title included. */
export function inlineText(
  root: Nodes,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): string {
  const parts: string[] = [];
  visit(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
    if (node.type === 'break' || node.type === 'tableCell') parts.push(' ');
    if (node.type === 'image') parts.push(node.alt ?? '');
    if (node.type === 'mdxJsxTextElement' && node.children.length === 0) {
      parts.push(linkedTitle(node, text, titleOf) ?? '');
    }
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function linkedTitle(
  node: ComponentNode,
  text: string,
  titleOf: (kind: Kind, id: string) => string | undefined,
): string | undefined {
  const kind = componentNamed(node.name)?.attributes.id?.reference;
  const id = attributeValues(node, text).text('id');
  return kind && id ? titleOf(kind, id) : undefined;
}
