import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { createKnowledge } from '../../../../src/knowledge/graph/create-knowledge.ts';
import { parseMdx } from '../../../../src/knowledge/source/mdx/mdx-source.ts';
import { createContent, listPlaces, NOTE_HEAD, POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

/** Returns the types of the blocks of a body. A callout is its kind. */
function listBlocks(body: string): string[] {
  return parseMdx(body).tree.children.map((node) =>
    node.type === 'mdxJsxFlowElement' ? `callout ${String(node.attributes[0]?.value)}` : node.type,
  );
}

describe('an alert of GitHub', () => {
  test.each(['note', 'tip', 'important', 'warning', 'caution'])('%s is a callout', (kind) => {
    expect(listBlocks(`> [!${kind.toUpperCase()}]\n> a`)).toEqual([`callout ${kind}`]);
  });

  test.each([
    ['in lower case', '> [!note]\n> a'],
    ['followed by a break', '> [!NOTE]  \n> a'],
    ['with Windows line ends', '> [!NOTE]\r\n> a'],
    ['above a list', '> [!NOTE]\n> - a'],
    ['with its text on the same line', '> [!NOTE] a'],
    ['that Obsidian folds', '> [!NOTE]-\n> a'],
    ['whose second line lacks its mark', '> [!NOTE]\na'],
  ])('%s is a callout', (_, body) => {
    expect(listBlocks(body)).toEqual(['callout note']);
  });

  test.each([
    ['with an escape', '> \\[!NOTE]\n> a'],
    ['that is code', '> `[!NOTE]`\n> a'],
    ['that is not at the start', '> a\n> [!NOTE]'],
    ['that words follow without a space', '> [!NOTE]a'],
    ['without a word', '> [!]\n> a'],
  ])('%s is a quotation', (_, body) => {
    expect(listBlocks(body)).toEqual(['blockquote']);
  });

  test('keeps the places of its words', () => {
    const body = '---\na: 1\n---\n\n> [!NOTE]\r\n>  first *second*\n> third\n\n- b\n\n  > [!TIP] fourth\n';
    const found: string[] = [];
    visit(parseMdx(body).tree, (node: Nodes) => {
      if (node.type !== 'text' && node.type !== 'paragraph') return;
      const { start, end } = node.position ?? {};
      const line = body.split('\n')[(start?.line ?? 0) - 1] ?? '';
      const written = body.slice(start?.offset, end?.offset);
      expect(line.slice((start?.column ?? 0) - 1).startsWith(written.split('\n')[0] ?? '')).toBe(true);
      if (node.type === 'text') found.push(written);
    });
    expect(found).toEqual(['first ', 'second', '\n> third', 'b', 'fourth']);
  });

  test('inside a step belongs to the step', () => {
    const { tree } = parseMdx('1. a\n\n   > [!CAUTION]\n   > b\n');
    const kinds: string[] = [];
    visit(tree, 'mdxJsxFlowElement', ({ attributes }) => void kinds.push(String(attributes[0]?.value)));
    expect(kinds).toEqual(['caution']);
  });
});

test('the search reads the text of an alert without its mark', () => {
  const content = createContent({ 'notes/n.mdx': `${NOTE_HEAD}## A\n\n> [!WARNING]\n> Stop first.\n` });
  const [section] = createKnowledge(content).get('note', 'n').sections;
  expect(section?.text).toBe('Stop first.');
});

test('the check reads the words of an alert as those of the author, not as a quotation', () => {
  const blame = 'The outage was due to human error.';
  const check = (body: string) => runRule('no-blame', { 'postmortems/p.mdx': POSTMORTEM_HEAD + body });
  expect(listPlaces(check(`> [!NOTE]\n> ${blame}\n`))).toEqual(['postmortems/p.mdx:14:25-36']);
  expect(check(`> ${blame}\n`)).toEqual([]);
});
