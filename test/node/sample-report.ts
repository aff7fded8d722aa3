/** Two problems and a postmortem, for the tests of the reporters. No rule has these messages. */

import type { CheckReport } from '../../src/knowledge/check/check-report.ts';
import type { Problem } from '../../src/knowledge/source/problem.ts';

export const UNKNOWN_LESSON_PROBLEM: Problem = {
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
  excerpt: { text: '  - test-failovr', from: 4, length: 12 },
};

/** With everything that a format could stumble over. */
const HOSTILE_PROBLEM: Problem = {
  path: 'content/notes/a b,c:100%.mdx',
  line: 2,
  column: 1,
  endLine: 3,
  endColumn: 4,
  rule: 'known-word',
  severity: 'warning',
  message: 'Something is odd about `<img src=x> @everyone | 100%`',
};

export const SAMPLE_REPORT: CheckReport = {
  problems: [HOSTILE_PROBLEM, UNKNOWN_LESSON_PROBLEM],
  errors: 1,
  warnings: 1,
  files: 34,
  postmortems: [
    {
      path: 'content/postmortems/x.mdx',
      id: 'x',
      title: 'X',
      percent: 70,
      missing: [{ field: 'sources', label: 'where the facts come from', weight: 1 }],
    },
  ],
};

export const EMPTY_REPORT: CheckReport = { problems: [], errors: 0, warnings: 0, files: 34, postmortems: [] };
