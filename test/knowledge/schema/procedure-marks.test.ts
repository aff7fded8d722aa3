import { expect, test } from 'vitest';
import {
  describeDestructiveStep,
  describeDestructiveSteps,
  describeOutline,
} from '../../../src/knowledge/schema/procedure-marks.ts';

test('states what must be true before a destructive step', () => {
  expect(describeDestructiveStep('the data is on disk')).toBe('Destructive. Only if the data is on disk.');
  expect(describeDestructiveStep('you can lose it!')).toBe('Destructive. Only if you can lose it!');
});

test('states that the condition of a destructive step is not recorded', () => {
  expect(describeDestructiveStep('unknown')).toBe('Destructive. What must be true first is not recorded.');
});

test('names the destructive steps', () => {
  expect(describeDestructiveSteps([])).toBe('');
  expect(describeDestructiveSteps(['2'])).toBe('Destructive: step 2');
  expect(describeDestructiveSteps(['2', '3.1', '4'])).toBe('Destructive: steps 2, 3.1 and 4');
});

test('states what an outline lacks', () => {
  expect(describeOutline('The script is in the wiki')).toBe('Outline only. The script is in the wiki.');
});
