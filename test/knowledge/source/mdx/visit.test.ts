import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit as visitUnist } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { SKIP, visit } from '../../../../src/knowledge/source/mdx/visit.ts';

const parse = (): Root =>
  unified()
    .use(remarkParse)
    .parse('# A\n\n- one *two* `three`\n- > four [five *six*](#a) seven\n\nEight **nine *ten***\n');

type Walk = typeof visit;
type Answer = (
  node: Nodes,
  index: number | undefined,
) => typeof SKIP | number | [typeof SKIP, number] | undefined;

/** Returns what a visitor saw, and the tree behind it. */
function run(walk: Walk, answer: Answer) {
  const tree = parse();
  const seen: string[] = [];
  walk(tree, (node, index, parent) => {
    seen.push(`${parent?.type} ${index} ${node.type}`);
    return answer(node, index);
  });
  return { seen, tree };
}

describe('visits the same nodes as unist-util-visit', () => {
  test.each<[string, Answer]>([
    ['in the whole tree', () => undefined],
    ['without the children of some', ({ type }) => (type === 'link' || type === 'list' ? SKIP : undefined)],
    ['from another sibling on', ({ type }, index = 0) => (type === 'emphasis' ? index + 2 : undefined)],
    ['from the end on', ({ type }) => (type === 'listItem' ? [SKIP, 9] : undefined)],
  ])('%s', (_, answer) => {
    expect(run(visit, answer)).toEqual(run(visitUnist as Walk, answer));
  });

  test('in a tree that the visitor changes', () => {
    const unwrap = (walk: Walk) => {
      const tree = parse();
      walk(tree, 'emphasis', (node, index, parent) => {
        parent?.children.splice(index ?? 0, 1, ...(node.children as never[]));
        return [SKIP, index ?? 0];
      });
      return tree;
    };
    expect(unwrap(visit)).toEqual(unwrap(visitUnist as Walk));
    expect(JSON.stringify(unwrap(visit))).not.toContain('emphasis');
  });
});
