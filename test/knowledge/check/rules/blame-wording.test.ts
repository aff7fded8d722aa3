import { expect, test } from 'vitest';
import { check } from '../../../../src/knowledge/check/check.ts';
import { BLAME_WORDING, blame } from '../../../../src/knowledge/check/rules/blame.ts';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { contentOf, POSTMORTEM } from '../../small-content.ts';

function hintsFor(sentence: string, rules = [blame]) {
  const content = contentOf({ 'postmortems/2018-03-10-x.mdx': `${POSTMORTEM}${sentence}\n` });
  return check(content, { rules })
    .filter(({ path }) => path.endsWith('.mdx'))
    .map(({ hint }) => hint);
}

test.each(BLAME_WORDING)('the guide says of “$wrong” what the check says', ({ wrong, instead }) => {
  expect(hintsFor(wrong)).toContain(instead);
});

test.each(BLAME_WORDING)('what the guide offers passes: “$right”', ({ right }) => {
  const wording = RULES.filter(({ name }) => ['blame', 'person-name', 'inclusive-wording'].includes(name));
  expect(hintsFor(right, wording)).toEqual([]);
});
