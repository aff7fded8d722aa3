import { expect, test } from 'vitest';
import { hasFailed } from '../../../src/knowledge/check/check-report.ts';
import { EMPTY_REPORT } from '../../node/sample-report.ts';

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
