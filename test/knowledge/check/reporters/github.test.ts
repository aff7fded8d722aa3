import { expect, test } from 'vitest';
import { formatGithubReport } from '../../../../src/knowledge/check/reporters/github.ts';
import { EMPTY_REPORT, SAMPLE_REPORT } from '../../../node/sample-report.ts';

test('prints problems as workflow commands, errors first, with special characters escaped', () => {
  expect(formatGithubReport(SAMPLE_REPORT)).toBe(`\
::error file=content/postmortems/x.mdx,line=8,endLine=8,col=5,endColumn=16,title=known-lesson::Something is wrong with \`test-failovr\`%0ATry \`test-failover\`.%0Ahttps://example.org/kb/rules/#known-lesson
::warning file=content/notes/a b%2Cc%3A100%25.mdx,line=2,endLine=3,title=known-word::Something is odd about \`<img src=x> @everyone | 100%25\`
1 error, 1 warning in 34 files
`);
});

test('prints only the summary if there are no problems', () => {
  expect(formatGithubReport(EMPTY_REPORT)).toBe('0 errors, 0 warnings in 34 files\n');
});
