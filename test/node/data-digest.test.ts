import { expect, test } from 'vitest';
import { digestData } from '../../src/node/data-digest.ts';

const entry = (title: string) => ({ kind: 'tag', id: 'a', path: 'tags.yaml', data: { title }, links: [] });

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
    entry('A'),
    entry('B'),
    [entry('A')],
    [entry('B')],
    { of: entry('A') },
  ];
  expect(new Set(different.map(digestData)).size).toBe(different.length);
  expect(digestData({ of: [entry('A'), { b: 1 }] })).toBe(digestData({ of: [entry('A'), { b: 1 }] }));
});

test('rejects what JSON would write as something else', () => {
  for (const value of [new Map([[1, 2]]), { a: new Set() }, () => 1, [Symbol('a')], new (class Thing {})()]) {
    expect(() => digestData(value)).toThrow('expected plain data');
  }
});
