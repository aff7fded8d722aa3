import { describe, expect, test } from 'vitest';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { BLAME_EXAMPLES, noBlame } from '../../../../src/knowledge/check/rules/no-blame.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD, runRule } from '../../small-content.ts';

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
  '"Human error was the cause," it reads.',
  'It reads, "the cause was human error".',
  '“Who was at fault?” was not asked. The phrase “the engineer forgot to” is not used here.',
  'The report says: «The engineer *forgot* to look, and the cause was human error.»',
])('accepts a quotation of any length: %s', (sentence) => {
  expect(listHints(sentence)).toEqual([]);
});

test.each([
  'It was human error',
  'It was human error, not a "bug".',
  'The "log" shows human error and "more".',
])('rejects a phrase outside of quotations: %s', (sentence) => {
  expect(listHints(sentence)).toHaveLength(1);
});

test('accepts a quotation in a field', () => {
  const fields = POSTMORTEM_HEAD.replace('impact: None.', 'impact: The “engineer forgot to look”, it says.');
  const content = createContent({ 'postmortems/2018-03-10-x.mdx': fields });
  expect(runRules(content, { rules: [noBlame] })).toEqual([]);
});

describe('the subject of a verb', () => {
  const table: [sentence: string, severities: string[]][] = [
    ['The engineer failed to read the page.', ['warning']],
    ['The service failed to read the page.', []],
    ['The engineer on duty had simply forgotten to look.', ['warning']],
    ['The engineer who was on call failed to read the page.', ['warning']],
    ['The script that the engineer started failed to read the file.', []],
    ['The engineer ran the script and forgot to check.', ['warning']],
    ['The engineers’ laptops failed to read the share.', []],
    ['The Postgres operator failed to read the secret.', []],
    ['The operator failed to read the page.', ['warning']],
    ['One of the engineers forgot it.', ['warning']],
    ['Peter Miller failed to read the page.', ['error']],
    ['Jane forgot to look.', ['error']],
    ['@jane.doe forgot to look.', ['error']],
    ['They should have noticed it.', ['warning']],
    ['The nodes restarted. They failed to communicate.', []],
  ];
  test.each(table)('%s', (sentence, severities) => {
    const content = createContent({ 'lessons/x.mdx': `${LESSON_HEAD}\n${sentence}\n` });
    expect(runRules(content, { rules: [noBlame] }).map(({ severity }) => severity)).toEqual(severities);
  });

  test('is found in fields and attributes', () => {
    const fields = POSTMORTEM_HEAD.replace(
      'impact: None.',
      'impact: >-\n  The engineer\n  failed to look, and read nothing.',
    ).replace('look, and', 'notice it, and');
    const content = createContent({ 'postmortems/2018-03-10-x.mdx': fields });
    expect(runRules(content, { rules: [noBlame] })).toHaveLength(1);
  });
});

test('rejects a phrase at the end of a file', () => {
  const files = { 'lessons/a.mdx': '---\n---\nIt was human error' };
  expect(runRule('no-blame', files)).toMatchObject([{ line: 3, column: 8 }]);
});
