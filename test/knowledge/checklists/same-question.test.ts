import { expect, test } from 'vitest';
import { isNearlySameQuestion, toQuestionKey } from '../../../src/knowledge/checklists/same-question.ts';

const same = (a: string, b: string) =>
  toQuestionKey({ text: a, expect: 'x' }) === toQuestionKey({ text: b, expect: 'x' });
const nearly = (a: string, b: string) =>
  isNearlySameQuestion({ text: a, expect: 'x' }, { text: b, expect: 'x' });

test('ignores articles, a capital at the start and a full stop at the end', () => {
  expect(same('Remove the locks of jobs', 'remove locks of a job’s jobs')).toBe(false);
  expect(same('Remove the locks of jobs', 'Remove locks of jobs.')).toBe(true);
  expect(same('Remove the locks', 'remove The locks')).toBe(true);
});

test('tells questions apart by one word, which can reverse the meaning', () => {
  expect(same('Read the limit before the restart', 'Read the limit after the restart')).toBe(false);
  expect(same('Open port 80', 'Open port 443')).toBe(false);
});

test.each([
  ['Copy the data from a to b', 'Copy the data from b to a'],
  ['Confirm that the load is < 5', 'Confirm that the load is > 5'],
  ['Run ls -s', 'Run ls -S'],
  ['Set it to 1', 'Set it to -1'],
  ['→', '←'],
  ['ロックを削除する', 'ロックを確認する'],
])('tells “%s” from “%s”, because one of them would vanish', (a, b) => {
  expect(same(a, b)).toBe(false);
});

test('a check without a value asks something else than one with a value', () => {
  expect(toQuestionKey({ text: 'Read it' })).not.toBe(toQuestionKey({ text: 'Read it', expect: 'one' }));
});

test('tells questions apart by their expected value', () => {
  expect(toQuestionKey({ text: 'Read it', expect: '80' })).not.toBe(
    toQuestionKey({ text: 'Read it', expect: '443' }),
  );
});

test('finds nearly the same question, but not the same one', () => {
  expect(
    nearly('Read the limit of files before the restart', 'Read the limit of files after the restart'),
  ).toBe(false);
  expect(nearly('Read the open file limit of each app now', 'Read the open file limit of each app')).toBe(
    true,
  );
  // Three of four words, and five of seven.
  expect(nearly('Read file limits', 'Read file limits now')).toBe(true);
  expect(nearly('Read the open file limits now', 'Read the open file limits first')).toBe(false);
  expect(nearly('Read it', 'Read it.')).toBe(false);
  expect(nearly('Read it', 'Count the users')).toBe(false);
});
