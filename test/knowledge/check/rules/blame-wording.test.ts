import { expect, test } from 'vitest';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { BLAME_EXAMPLES, noBlame } from '../../../../src/knowledge/check/rules/no-blame.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

function listHints(sentence: string, rules = [noBlame]) {
  const content = createContent({ 'postmortems/2018-03-10-x.mdx': `${POSTMORTEM_HEAD}${sentence}\n` });
  return runRules(content, { rules })
    .filter(({ path }) => path.endsWith('.mdx'))
    .map(({ hint }) => hint);
}

test.each(BLAME_EXAMPLES)('gives the advice of the guide for “$wrong”', ({ wrong, advice }) => {
  expect(listHints(wrong)).toContain(advice);
});

test.each(BLAME_EXAMPLES)('accepts the better sentence of the guide: “$right”', ({ right }) => {
  const wordingRules = RULES.filter(({ name }) =>
    ['no-blame', 'no-person-name', 'no-exclusionary-wording'].includes(name),
  );
  expect(listHints(right, wordingRules)).toEqual([]);
});

test.each([
  'We read “human error” in the report.',
  'We read "human error" in the report.',
  "'Human error' is not a factor.",
])('accepts a phrase that is mentioned within quotes: %s', (sentence) => {
  expect(listHints(sentence)).toEqual([]);
});

test.each([
  'It was human error',
  '"Human error was the cause," it reads.',
  'It reads, "the cause was human error".',
  'It was human error, not a "bug".',
])('rejects a phrase with a quote on one side only: %s', (sentence) => {
  expect(listHints(sentence)).toHaveLength(1);
});

test('rejects a phrase at the end of a file', () => {
  const files = { 'lessons/a.mdx': '---\n---\nIt was human error' };
  expect(runRule('no-blame', files)).toMatchObject([{ line: 3, column: 8 }]);
});
