import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { createElement } from '../../../src/knowledge/source/create-element.ts';

test('creates the same elements as hastscript', () => {
  expect(createElement('p', 'text')).toEqual(h('p', 'text'));
  expect(createElement('span')).toEqual(h('span'));
  expect(createElement('input', { type: 'checkbox', id: 'a' })).toEqual(
    h('input', { type: 'checkbox', id: 'a' }),
  );
  expect(
    createElement('a', { href: '/x', title: undefined, className: ['b', 'c'] }, [
      'one ',
      undefined,
      [createElement('b', 'two'), ['three']],
    ]),
  ).toEqual(
    h('a', { href: '/x', title: undefined, className: ['b', 'c'] }, ['one ', [h('b', 'two'), 'three']]),
  );
});
