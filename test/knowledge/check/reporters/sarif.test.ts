import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { formatSarifReport } from '../../../../src/knowledge/check/reporters/sarif.ts';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { EMPTY_REPORT, SAMPLE_REPORT, UNKNOWN_LESSON_PROBLEM } from '../../../node/sample-report.ts';

/** The schema is in draft 4. Of its keywords, only `id` has another name in later drafts. */
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync('test/fixtures/sarif/sarif-2.1.0-rtm.5.json', 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const createSarif = (report: typeof SAMPLE_REPORT) =>
  JSON.parse(formatSarifReport(report, RULES, (rule) => `https://example.org/rules/#${rule}`));

test.each([
  ['problems', SAMPLE_REPORT],
  ['no problems', EMPTY_REPORT],
])('a report with %s is valid SARIF 2.1.0', (_name, report) => {
  const isValid = validate(createSarif(report));
  expect(validate.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
});

test('the schema rejects invalid SARIF', () => {
  const broken = createSarif(SAMPLE_REPORT);
  broken.runs[0].results[0].level = 'fatal';
  expect(validate(broken)).toBe(false);
});

test('a result has its rule, level, message and place', () => {
  const [, result] = createSarif(SAMPLE_REPORT).runs[0].results;
  expect(result).toEqual({
    ruleId: 'known-lesson',
    ruleIndex: RULES.findIndex(({ name }) => name === 'known-lesson'),
    level: 'error',
    message: {
      text: 'Something is wrong with `test-failovr`. Try `test-failover`.',
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/postmortems/x.mdx', uriBaseId: 'ROOT' },
          region: { startLine: 8, startColumn: 5, endLine: 8, endColumn: 17 },
        },
      },
    ],
    partialFingerprints: {
      'hindsight/v1': 'known-lesson:content/postmortems/x.mdx:Something is wrong with `test-failovr`',
    },
  });
});

test('describes every rule with its reason and address', () => {
  const { rules } = createSarif(EMPTY_REPORT).runs[0].tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ name }) => name));
  expect(rules[0].helpUri).toBe(`https://example.org/rules/#${rules[0].id}`);
});

test('names the tool and the folder of the paths', () => {
  const [run] = createSarif(EMPTY_REPORT).runs;
  expect(run.tool.driver.name).toBe('Hindsight');
  expect(run.originalUriBaseIds).toEqual({
    ROOT: { description: { text: 'The folder in which the check was run.' } },
  });
});

test('explains a rule with its examples, and gives its severity', () => {
  const { why, example, severity, name } = RULES[0] as (typeof RULES)[number];
  const [rule] = createSarif(EMPTY_REPORT).runs[0].tool.driver.rules;
  expect(rule).toMatchObject({ id: name, defaultConfiguration: { level: severity } });
  expect(rule.help.text).toBe(`${why}\n\nRefused:\n${example.wrong}\n\nRight:\n${example.right}`);
});

test('a result of the first rule has its index, and one of another program has none', () => {
  const report = (rule: string) => ({
    ...EMPTY_REPORT,
    problems: [{ ...UNKNOWN_LESSON_PROBLEM, rule, message: 'Unexpected `[a]`' }],
  });
  const [first] = createSarif(report(RULES[0]?.name ?? '')).runs[0].results;
  expect(first.ruleIndex).toBe(0);
  const [other] = createSarif(report('another-rule')).runs[0].results;
  expect(other).not.toHaveProperty('ruleIndex');
  expect(other.message.text).toMatch(/^Unexpected `\\\[a\\\]`/);
});
