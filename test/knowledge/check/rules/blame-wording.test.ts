import { expect, test } from 'vitest';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { BLAME_EXAMPLES, noBlame } from '../../../../src/knowledge/check/rules/no-blame.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, POSTMORTEM_HEAD } from '../../small-content.ts';

function hintsFor(sentence: string, rules = [noBlame]) {
  const content = createContent({ 'postmortems/2018-03-10-x.mdx': `${POSTMORTEM_HEAD}${sentence}\n` });
  return runRules(content, { rules })
    .filter(({ path }) => path.endsWith('.mdx'))
    .map(({ hint }) => hint);
}

test.each(BLAME_EXAMPLES)('the guide says of “$wrong” what the check says', ({ wrong, instead }) => {
  expect(hintsFor(wrong)).toContain(instead);
});

test.each(BLAME_EXAMPLES)('what the guide offers passes: “$right”', ({ right }) => {
  const wording = RULES.filter(({ name }) =>
    ['no-blame', 'no-person-name', 'no-exclusionary-wording'].includes(name),
  );
  expect(hintsFor(right, wording)).toEqual([]);
});
