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

const addressOf = (rule: string) =>
  rule === 'known-tag' ? 'https://kb.example.org/rules/#known-tag' : undefined;

describe('a review on its way from one run to another', () => {
  test('comes over whole, and addresses are made anew', () => {
    const withAddress = review({
      report: { ...review().report, problems: [{ ...problem, address: 'https://evil.example/' }] },
    });
    const read = parseReview(serializeReview(withAddress), addressOf);
    expect(read?.report.problems).toEqual([
      { ...problem, address: 'https://kb.example.org/rules/#known-tag' },
    ]);
  });

  const refused: [name: string, json: string][] = [
    ['no JSON', '# Hello'],
    ['another version', JSON.stringify({ ...JSON.parse(serializeReview(review())), version: 2 })],
    ['a field more', JSON.stringify({ ...JSON.parse(serializeReview(review())), markdown: '@everyone' })],
    ['text without end', serializeReview(review()).replace('Something', 'x'.repeat(3_000))],
    ['a rule that is no name', serializeReview(review()).replace('"known-tag"', '"](https://evil.example)"')],
    ['an address', serializeReview(review()).replace('"rule"', '"address": "https://evil.example/", "rule"')],
  ];
  test.each(refused)('%s is refused', (_, json) => {
    expect(parseReview(json, addressOf)).toBeUndefined();
  });

  test('what it says can become neither markup nor a mention, nor leave its line', () => {
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
    const read = parseReview(serializeReview(hostile), addressOf);
    const lines = (read ? formatReviewComment(read) : '').split('\n');
    expect(lines.slice(lines.indexOf('#### `` `a` # b ``: written twice?'))).toEqual([
      '#### `` `a` # b ``: written twice?',
      '',
      '- `c`: &#64;everyone !&#91;x&#93;(https://evil.example/x.png) &#60;img src=x&#62; &#35; Big txet<br>the same title',
      '',
      '#### `` `a` # b ``: seen before?',
      '',
      '- `b`: &#64;everyone !&#91;x&#93;(https://evil.example/x.png) &#60;img src=x&#62; &#35; Big txet<br>the same signal `a` &#64;b&#96;',
      '',
    ]);
  });
});

test('a comment that GitHub would not take is cut, and says so', () => {
  const problems = Array.from({ length: 50 }, () => ({ ...problem, message: 'x'.repeat(1_990) }));
  const markdown = formatReviewComment(review({ report: { ...review().report, problems } }));
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/… cut here: the whole of it is in the log of the run\.\n$/);
});
