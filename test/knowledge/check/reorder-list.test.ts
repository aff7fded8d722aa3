import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/knowledge/check/fix.ts';
import { createReorderEdits } from '../../../src/knowledge/check/reorder-list.ts';
import { parseYaml } from '../../../src/knowledge/source/yaml/yaml-source.ts';

/** Puts the items of the field `list` into another order. Returns undefined if they cannot be moved. */
function reorder(text: string, order: readonly number[] | undefined): string | undefined {
  const edits = createReorderEdits(text, parseYaml(text), ['list'], order);
  return edits && applyEdits(text, edits);
}

test.each([
  ['items on one line', 'list:\n  - a\n  - b\n  - c\nmore: d\n', 'list:\n  - c\n  - a\n  - b\nmore: d\n'],
  ['more spaces after the dash', 'list:\n-   a\n- b\n- c\n', 'list:\n- c\n-   a\n- b\n'],
  [
    'comments above an item',
    'list:\n- a\n# on b\n- b\n\n# on c\n- c\n',
    'list:\n\n# on c\n- c\n- a\n# on b\n- b\n',
  ],
  [
    'comments after an item',
    'list:\n- a # first\n- b\n- c # last\n',
    'list:\n- c # last\n- a # first\n- b\n',
  ],
  [
    'items on several lines',
    'list:\n- a: |\n    x\n\n- b: y\n  c: z\n- c\n',
    'list:\n- c\n- a: |\n    x\n\n- b: y\n  c: z\n',
  ],
  ['Windows line breaks', 'list:\r\n- a\r\n- b\r\n- c\r\n', 'list:\r\n- c\r\n- a\r\n- b\r\n'],
  ['no line break at the end', 'list:\n- a\n- b\n- c', 'list:\n- c\n- a\n- b'],
  ['no line break at the end of a Windows file', 'list:\r\n- a\r\n- b\r\n- c', 'list:\r\n- c\r\n- a\r\n- b'],
])('moves the lines of items with %s', (_name, text, expected) => {
  expect(reorder(text, [2, 0, 1])).toBe(expected);
});

test.each([
  ['no order is known', 'list:\n- a\n- b\n', undefined],
  ['the list is within brackets', 'list: [a, b]\n', [1, 0]],
  ['a bracket is on a line of its own', 'list: [\n  a,\n  b ]\n', [1, 0]],
  ['the first item shares its line with the dash of another list', 'list: \n- - a\n  - b\n', [1, 0]],
  ['an item starts on the line after its dash', 'list:\n- a\n-\n  b\n', [1, 0]],
  ['the list is empty', 'list: []\n', []],
  ['the YAML has errors', 'list:\n- a\n- b\nmore: "c\n', [1, 0]],
])('moves nothing if %s', (_name, text, order) => {
  expect(reorder(text, order)).toBeUndefined();
});

test('moves nothing if the items share their line with another dash', () => {
  const text = 'list:\n- - a\n  - b\n';
  expect(createReorderEdits(text, parseYaml(text), ['list', 0], [1, 0])).toBeUndefined();
});
