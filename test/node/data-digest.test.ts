import { expect, test } from 'vitest';
import { digestData } from '../../src/node/data-digest.ts';

const entry = (id: string, title = 'A') => ({
  kind: 'tag',
  id,
  path: 'tags.yaml',
  data: { title },
  links: [],
});

test('is the same for equal data only', () => {
  const different = [
    undefined,
    null,
    0,
    '0',
    [],
    {},
    { a: undefined },
    { a: null },
    [1, 2],
    [2, 1],
    entry('a'),
    entry('b'),
    [entry('a')],
    [entry('b')],
    { of: entry('a') },
  ];
  expect(new Set(different.map(digestData)).size).toBe(different.length);
  expect(digestData({ of: [entry('a'), { b: 1 }] })).toBe(digestData({ of: [entry('a'), { b: 1 }] }));
});

test('rejects what JSON would write as something else', () => {
  for (const value of [new Map([[1, 2]]), { a: new Set() }, () => 1, [Symbol('a')], new (class Thing {})()]) {
    expect(() => digestData(value)).toThrow('expected plain data');
  }
});

test('an entry is a reference', () => {
  expect(digestData([entry('a', 'A')])).toBe(digestData([entry('a', 'B')]));
});
