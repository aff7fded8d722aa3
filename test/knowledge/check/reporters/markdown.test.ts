import { describe, expect, test } from 'vitest';
import { formatMarkdownReport } from '../../../../src/knowledge/check/reporters/markdown.ts';
import { EMPTY_REPORT, SAMPLE_REPORT, UNKNOWN_LESSON_PROBLEM } from '../../../node/sample-report.ts';

describe('a comment on a pull request', () => {
  test('lists errors, folds warnings, and shows how complete the postmortems are', () => {
    expect(formatMarkdownReport(SAMPLE_REPORT)).toBe(`\
### Content check: 1 error to fix

1 error, 1 warning in 34 files.

#### Errors

- \`content/postmortems/x.mdx:8:5\` Something is wrong with \`test-failovr\` ([known-lesson](https://example.org/kb/rules/#known-lesson))<br>Try \`test-failover\`.

<details>
<summary>1 warning</summary>

- \`content/notes/a b,c:100%.mdx:2:1\` Something is odd about \`<img src=x> @everyone | 100%\` (known-word)

</details>

#### Completeness

| postmortem | complete | missing |
|---|--:|---|
| \`x\` | 70 % | where the facts come from |
`);
  });

  test('reports that there are no problems', () => {
    expect(formatMarkdownReport(EMPTY_REPORT)).toBe(
      '### Content check: No problems found\n\n0 errors, 0 warnings in 34 files.\n',
    );
  });

  test('keeps text of authors from becoming markup or mentioning people', () => {
    const message = 'Something is wrong with `a `` b` <b>@team</b>`';
    const text = formatMarkdownReport({
      ...EMPTY_REPORT,
      errors: 1,
      problems: [{ ...UNKNOWN_LESSON_PROBLEM, message }],
    });
    expect(text).toContain('Something is wrong with `a ` ` b` `` <b>@team</b>` ``');
  });

  test('stays short enough for a comment', () => {
    const problems = Array.from({ length: 2_000 }, () => UNKNOWN_LESSON_PROBLEM);
    const text = formatMarkdownReport({ ...EMPTY_REPORT, errors: 2_000, problems });
    expect(text).toContain('… and 1950 errors more');
    expect(text.length).toBeLessThan(65_536);
  });

  test('reports warnings without errors', () => {
    const report = { ...EMPTY_REPORT, warnings: 2 };
    expect(formatMarkdownReport(report)).toContain('### Content check: No errors, 2 warnings to look at\n');
  });

  test('lists each problem on a line', () => {
    const problems = [UNKNOWN_LESSON_PROBLEM, UNKNOWN_LESSON_PROBLEM];
    const lines = formatMarkdownReport({ ...EMPTY_REPORT, errors: 2, problems }).split('\n');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
  });

  test('shows the completeness of fifty postmortems at most', () => {
    const [postmortem] = SAMPLE_REPORT.postmortems;
    const postmortems = Array.from({ length: 60 }, () => postmortem as NonNullable<typeof postmortem>);
    const rows = formatMarkdownReport({ ...EMPTY_REPORT, postmortems }).match(/^\| `x` /gm);
    expect(rows).toHaveLength(50);
  });

  test('lists all missing parts of a postmortem', () => {
    const part = (label: string) => ({ field: 'f', label, weight: 1 });
    const missing = [part('a | b'), part('c')];
    const postmortems = [{ path: 'p', id: 'x|y', title: 'X', percent: 70, missing }];
    expect(formatMarkdownReport({ ...EMPTY_REPORT, postmortems })).toMatch(
      /\n\| `x\\\|y` \| 70 % \| a .* b, c \|\n$/,
    );
  });
});
