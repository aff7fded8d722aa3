import { expect, test } from 'vitest';
import { getExitCode } from '../../../src/knowledge/check/check-report.ts';
import { EMPTY_REPORT } from '../../node/sample-report.ts';

test.each([
  ['nothing', 0, 0, undefined, 0],
  ['warnings, where none is too many', 0, 3, undefined, 0],
  ['an error', 1, 0, undefined, 1],
  ['as many warnings as are let pass', 0, 3, 3, 0],
  ['one warning too many', 0, 4, 3, 1],
  ['a warning where none is let pass', 0, 1, 0, 1],
])('%s: exit code', (_name, errors, warnings, maxWarnings, code) => {
  expect(getExitCode({ ...EMPTY_REPORT, errors, warnings }, maxWarnings)).toBe(code);
});
