import { expect, test } from 'vitest';
import { startsWithVerb } from '../../../src/knowledge/check/imperative-verbs.ts';

test.each([
  'Restart Redis',
  'restart it',
  'Never restart it twice',
  'Do not restart it',
  'Always first check the lock',
  'Manually fail the master over',
  'Apply the patch',
  'Re-queue the work',
  '“Stop” it',
])('finds a verb at the start of “%s”', (text) => {
  expect(startsWithVerb(text)).toBe(true);
});

test.each([
  'Open-file limit of the app',
  'The limits',
  'File limits checked',
  'Restarts: none',
  'Careful with locks',
  'Only once',
  '42',
  '',
])('finds no verb at the start of “%s”', (text) => {
  expect(startsWithVerb(text)).toBe(false);
});
