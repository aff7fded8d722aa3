import { expect, test } from 'vitest';
import { BLAMING_SENTENCES } from './blaming-sentences.ts';
import { evaluateBlame } from './evaluate-blame.ts';
import { MACHINE_SENTENCES } from './machine-sentences.ts';

test('there are a hundred sentences of each kind', () => {
  expect(MACHINE_SENTENCES.length).toBeGreaterThanOrEqual(100);
  expect(BLAMING_SENTENCES.length).toBeGreaterThanOrEqual(100);
});

test.each([
  ['for tuning', 0],
  ['held out', 1],
] as const)('blame is reported, and sentences about machines are not: rows %s', (_, parity) => {
  const { machines, people } = evaluateBlame(parity);
  expect(machines.reported / machines.tried).toBeLessThanOrEqual(0.01);
  expect(people.reported / people.tried).toBeGreaterThanOrEqual(0.9);
});
