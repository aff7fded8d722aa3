import { describe, expect, test } from 'vitest';
import type { Review } from '../../../src/knowledge/review/pull-request-review.ts';
import { formatReviewComment } from '../../../src/knowledge/review/review-comment.ts';
import { parseReview, serializeReview } from '../../../src/knowledge/review/review-file.ts';

const problem = {
  path: 'content/lessons/a.mdx',
  line: 1,
  column: 2,
  endLine: 1,
  endColumn: 3,
  rule: 'known-tag',
  severity: 'error',
  message: 'Something is wrong with `x`',
} as const;

function review(change: Partial<Review> = {}): Review {
  return {
    report: { problems: [problem], errors: 1, warnings: 0, files: 1, postmortems: [] },
    postmortems: [],
    ...change,
  };
}

const getRuleAddress = (rule: string) =>
  rule === 'known-tag' ? 'https://kb.example.org/rules/#known-tag' : undefined;

describe('a review that one run writes and another reads', () => {
  test('is the same, with addresses created by the reader', () => {
    const withAddress = review({
      report: { ...review().report, problems: [{ ...problem, address: 'https://evil.example/' }] },
    });
    const read = parseReview(serializeReview(withAddress), 'content', getRuleAddress);
    expect(read?.report.problems).toEqual([
      { ...problem, address: 'https://kb.example.org/rules/#known-tag' },
    ]);
  });

  const invalid: [name: string, json: string][] = [
    ['text that is not JSON', '# Hello'],
    ['another version', JSON.stringify({ ...JSON.parse(serializeReview(review())), version: 2 })],
    ['an unknown field', JSON.stringify({ ...JSON.parse(serializeReview(review())), markdown: '@everyone' })],
    ['a text that is too long', serializeReview(review()).replace('Something', 'x'.repeat(3_000))],
    ['an invalid rule name', serializeReview(review()).replace('"known-tag"', '"](https://evil.example)"')],
    ['a path in another folder', serializeReview(review()).replace('content/lessons', '.github/workflows')],
    ['a path out of the folder', serializeReview(review()).replace('content/lessons', 'content/../src')],
    ['an absolute path', serializeReview(review()).replace('content/lessons', '/content/lessons')],
    ['nothing but brackets', '['.repeat(100_000)],
    ['an address', serializeReview(review()).replace('"rule"', '"address": "https://evil.example/", "rule"')],
  ];
  test.each(invalid)('rejects %s', (_, json) => {
    expect(parseReview(json, 'content', getRuleAddress)).toBeUndefined();
  });

  test('cannot contain markup, mentions or line breaks', () => {
    const title = '@everyone ![x](https://evil.example/x.png) <img src=x>\n\n# Big \u202etxet';
    const hostile = review({
      postmortems: [
        {
          id: '`a`\n# b',
          title,
          path: 'content/postmortems/a.mdx',
          duplicates: [{ id: 'c', title, reasons: ['the same title'] }],
          similar: [{ id: 'b', title, reasons: ['the same signal `a` @b`'] }],
          relearned: [],
          offered: [],
        },
      ],
    });
    const read = parseReview(serializeReview(hostile), 'content', getRuleAddress);
    const lines = (read ? formatReviewComment(read) : '').split('\n');
    expect(lines.slice(lines.indexOf('#### `` `a` # b ``: Possible duplicates'))).toEqual([
      '#### `` `a` # b ``: Possible duplicates',
      '',
      '- `c`: `@everyone` x &#60;img src=x&#62; `#` Big txet<br>the same title',
      '',
      '#### `` `a` # b ``: Similar incidents',
      '',
      '- `b`: `@everyone` x &#60;img src=x&#62; `#` Big txet<br>the same signal `a` `` @b` ``',
      '',
    ]);
  });
});

test('truncates a comment that is too long for GitHub', () => {
  const problems = Array.from({ length: 50 }, () => ({ ...problem, message: 'x'.repeat(1_990) }));
  const markdown = formatReviewComment(review({ report: { ...review().report, problems } }));
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/… truncated\. The full report is in the run log\.\n$/);
});

test('keeps the warning about settings and the link to the run in a comment that is too long', () => {
  const problems = Array.from({ length: 50 }, () => ({ ...problem, message: 'x'.repeat(1_990) }));
  const long = review({ report: { ...review().report, problems }, changesSettings: true });
  const markdown = formatReviewComment(long, { address: 'https://github.com/run', hasPreview: false });
  expect(markdown).toContain('This change edits `site.yaml` or `allowed-secrets.yaml`.');
  expect(markdown).toContain('https://github.com/run');
  expect(markdown.length).toBeLessThan(65_536);
});

test.each(['`</details>`', '`<details>`', '</details> <details>', '`\n</details>\n`', '`a\n<details>\nb`'])(
  'closes the fold of a truncated comment once, although a message contains %j',
  (tags) => {
    const listProblems = (severity: 'error' | 'warning', length: number) =>
      Array.from({ length: 50 }, () => ({ ...problem, severity, message: `${'x'.repeat(length)} ${tags}` }));
    const format = (problems: ReturnType<typeof listProblems>) =>
      formatReviewComment(review({ report: { ...review().report, problems } }));
    const countLines = (markdown: string, line: string) =>
      markdown.split('\n').filter((candidate) => candidate === line).length;
    const inFold = format([...listProblems('error', 10), ...listProblems('warning', 1_900)]);
    expect(countLines(inFold, '<details>')).toBe(1);
    expect(inFold).toMatch(/\n<\/details>\n\n… truncated\. The full report is in the run log\.\n$/);
    const beforeFold = format(listProblems('error', 1_900));
    expect(countLines(beforeFold, '</details>')).toBe(0);
  },
);
