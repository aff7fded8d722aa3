import { expect, test } from 'vitest';
import { isNearlySameQuestion, toQuestionKey } from '../../../src/knowledge/checklists/same-question.ts';

const same = (a: string, b: string) =>
  toQuestionKey({ text: a, expect: 'x' }) === toQuestionKey({ text: b, expect: 'x' });
const nearly = (a: string, b: string) =>
  isNearlySameQuestion({ text: a, expect: 'x' }, { text: b, expect: 'x' });

test('case, punctuation, articles and the order of words do not make another question', () => {
  expect(same('Remove the locks of jobs', 'remove locks of a job’s jobs')).toBe(false);
  expect(same('Remove the locks of jobs', 'Remove locks of jobs.')).toBe(true);
  expect(same('Compare DNS with /etc/hosts', 'Compare /etc/hosts with DNS')).toBe(true);
});

test('one other word makes another question: it may turn it round', () => {
  expect(same('Read the limit before the restart', 'Read the limit after the restart')).toBe(false);
  expect(same('Open port 80', 'Open port 443')).toBe(false);
});

test('another expected value makes another question', () => {
  expect(toQuestionKey({ text: 'Read it', expect: '80' })).not.toBe(
    toQuestionKey({ text: 'Read it', expect: '443' }),
  );
});

test('nearly the same words are told, the same question is not', () => {
  expect(
    nearly('Read the limit of files before the restart', 'Read the limit of files after the restart'),
  ).toBe(false);
  expect(nearly('Read the open file limit of each app now', 'Read the open file limit of each app')).toBe(
    true,
  );
  expect(nearly('Read it', 'Read it.')).toBe(false);
  expect(nearly('Read it', 'Count the users')).toBe(false);
});
