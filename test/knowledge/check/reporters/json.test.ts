import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { formatJsonReport } from '../../../../src/knowledge/check/reporters/json.ts';
import { createPublishedSchemas } from '../../../../src/node/published-schemas.ts';
import { EMPTY_REPORT, SAMPLE_REPORT, UNKNOWN_LESSON_PROBLEM } from '../../../node/sample-report.ts';

const published = JSON.parse(readFileSync('schemas/check-report.schema.json', 'utf8'));
const validate = new Ajv2020({ validateFormats: false }).compile(published);

test('the published schema is up to date (`npm run kb -- schemas` writes it)', () => {
  const schemas = [...createPublishedSchemas()];
  expect(schemas.length).toBeGreaterThan(0);
  for (const [path, text] of schemas) expect(readFileSync(path, 'utf8')).toBe(text);
});

test.each([
  ['problems', SAMPLE_REPORT],
  ['no problems', EMPTY_REPORT],
])('a report with %s follows the published schema', (_name, report) => {
  const isValid = validate(JSON.parse(formatJsonReport(report)));
  expect(validate.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
});

test('the published schema rejects an unknown field', () => {
  expect(validate({ ...JSON.parse(formatJsonReport(EMPTY_REPORT)), body: '' })).toBe(false);
});

test('a problem has all published fields, but no excerpt', () => {
  expect(JSON.parse(formatJsonReport(SAMPLE_REPORT)).problems[1]).toEqual({
    path: 'content/postmortems/x.mdx',
    line: 8,
    column: 5,
    endLine: 8,
    endColumn: 17,
    rule: 'known-lesson',
    address: 'https://example.org/kb/rules/#known-lesson',
    severity: 'error',
    message: 'Something is wrong with `test-failovr`',
    hint: 'Try `test-failover`.',
    fixable: false,
  });
});

test('a problem with a safe fix is fixable', () => {
  const edits = [{ span: { start: 0, end: 1 }, text: '' }];
  const report = { ...EMPTY_REPORT, problems: [{ ...UNKNOWN_LESSON_PROBLEM, edits }] };
  const [problem] = JSON.parse(formatJsonReport(report)).problems;
  expect(problem.fixable).toBe(true);
  expect(problem).not.toHaveProperty('edits');
});
