import { expect, test } from 'vitest';
import { getFirstWord, startsWithVerb } from '../../../src/knowledge/check/imperative-verbs.ts';

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

test.each([
  ['Open-file limit', 'Open-file'],
  ['“server’s” disk', 'server’s'],
  ['— 80% full', '80'],
  ['§ 2', '2'],
  ['  — … —  ', '— … —'],
  ['……………………………………………………………………', '…'.repeat(20)],
])('quotes the first word of “%s”', (text, word) => {
  expect(getFirstWord(text)).toBe(word);
});
