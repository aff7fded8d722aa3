import { expect, test } from 'vitest';
import { createReport, hasFailed, measurePostmortems } from '../../../src/knowledge/check/check-report.ts';
import { EMPTY_REPORT, SAMPLE_REPORT, UNKNOWN_LESSON_PROBLEM } from '../../node/sample-report.ts';
import { createContent, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

test.each([
  ['passes without problems', 0, 0, undefined, false],
  ['passes with warnings if there is no limit', 0, 3, undefined, false],
  ['fails with an error', 1, 0, undefined, true],
  ['passes with as many warnings as the limit', 0, 3, 3, false],
  ['fails with one warning more than the limit', 0, 4, 3, true],
  ['fails with a warning if the limit is 0', 0, 1, 0, true],
])('%s', (_name, errors, warnings, maxWarnings, failed) => {
  expect(hasFailed({ ...EMPTY_REPORT, errors, warnings }, maxWarnings)).toBe(failed);
});

test('counts errors and warnings', () => {
  const problems = [UNKNOWN_LESSON_PROBLEM, UNKNOWN_LESSON_PROBLEM, ...SAMPLE_REPORT.problems];
  expect(createReport(problems, 34, SAMPLE_REPORT.postmortems)).toEqual({
    problems,
    errors: 3,
    warnings: 1,
    files: 34,
    postmortems: SAMPLE_REPORT.postmortems,
  });
});

test('measures the completeness of postmortems whose fields are valid, and of no other file', () => {
  const { files } = createContent({
    'lessons/a.mdx': LESSON_HEAD,
    'postmortems/b.mdx': POSTMORTEM_HEAD,
    'postmortems/c.mdx': POSTMORTEM_HEAD.replace('severity: unknown', 'severity: bad'),
  });
  expect(files.flatMap(measurePostmortems)).toMatchObject([
    { path: 'content/postmortems/b.mdx', id: 'b', title: 'Redis was gone', percent: expect.any(Number) },
  ]);
});
