import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeInOrder } from '../../../src/knowledge/similar/take-in-order.ts';

it('yields items in the order of a sort', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (items) => {
      expect([...takeInOrder(items, (a, b) => a - b)]).toEqual(items.toSorted((a, b) => a - b));
    }),
  );
});

it('compares only as many items as the first few need', () => {
  let comparisons = 0;
  const inOrder = takeInOrder(
    Array.from({ length: 1_000 }, (_, index) => (index * 7_919) % 1_000),
    (a, b) => {
      comparisons++;
      return a - b;
    },
  );
  expect([inOrder.next().value, inOrder.next().value]).toEqual([0, 1]);
  expect(comparisons).toBeLessThan(3_000);
});
