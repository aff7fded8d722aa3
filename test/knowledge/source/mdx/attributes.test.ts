import { describe, expect, test } from 'vitest';
import { readAttributes, readAttributeValues } from '../../../../src/knowledge/source/mdx/attributes.ts';
import { parseMdx } from '../../../../src/knowledge/source/mdx/mdx-source.ts';

/** The attributes of the first component, each with what its spans cover. */
function read(text: string) {
  const node = parseMdx(text).tree.children.find((child) => child.type === 'mdxJsxFlowElement');
  if (!node) throw new Error('There is no component');
  const written = readAttributes(node, text).map(({ name, value, inBraces, span, valueSpans }) => ({
    name,
    value,
    inBraces,
    at: text.slice(span.start, span.end),
    values: valueSpans.map(({ start, end }) => text.slice(start, end)),
  }));
  return { written, values: readAttributeValues(node, text) };
}

describe('an attribute is text, or a list of texts', () => {
  const table: [text: string, value: unknown, inBraces: boolean, ...values: string[]][] = [
    ['<A b="c d" />', 'c d', false, 'c d'],
    ["<A b='c' />", 'c', false, 'c'],
    ['<A b="" />', '', false, ''],
    ['<A b = "c" />', 'c', false, 'c'],
    ['<A b="&lt;c&#x3e;" />', '<c>', false, '&lt;c&#x3e;'],
    ['<A\n  b="c"\n/>', 'c', false, 'c'],
    ['<A b={["c", "d e"]} />', ['c', 'd e'], true, 'c', 'd e'],
    ['<A b={["a \\"b\\""]} />', ['a "b"'], true, 'a \\"b\\"'],
    ['<A b={[]} />', [], true],
    ['<A b={\n  ["c",\n   "d"]\n} />', ['c', 'd'], true, 'c', 'd'],
    ['<A b />', undefined, false],
    ['<A b={"c"} />', undefined, true, 'c'],
    ['<A b={c} />', undefined, true],
    ['<A b={[1]} />', undefined, true],
    ['<A b={["c", null]} />', undefined, true, 'c'],
    ["<A b={['c']} />", undefined, true],
    ['<A b={{"c": "d"}} />', undefined, true, 'c', 'd'],
  ];
  test.each(table)('%j', (text, value, inBraces, ...values) => {
    const [attribute] = read(text).written;
    expect(attribute).toMatchObject({ name: 'b', inBraces, values });
    expect(attribute?.value).toEqual(value);
  });
});

test('the place of an attribute is all of it', () => {
  expect(read('<A b="c" d={["e"]} />').written.map(({ at }) => at)).toEqual(['b="c"', 'd={["e"]}']);
});

test('a spread is no attribute', () => {
  expect(read('<A b="c" {...d} />').written.map(({ name }) => name)).toEqual(['b']);
});

test('what is absent, or of the other shape, reads as nothing', () => {
  const { values } = read('<A text="b" list={["c"]} />');
  expect([values.text('text'), values.text('list'), values.text('none')]).toEqual([
    'b',
    undefined,
    undefined,
  ]);
  expect([values.list('list'), values.list('text'), values.list('none')]).toEqual([['c'], [], []]);
});

test('`__proto__` is a name like any other', () => {
  const { values } = read('<A __proto__="b" />');
  expect(values.text('__proto__')).toBe('b');
  expect(values.text('constructor')).toBeUndefined();
});
