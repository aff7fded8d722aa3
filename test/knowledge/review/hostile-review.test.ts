/** A forged review, in which every text is hostile, parsed as GitHub parses a comment. */
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { formatSarifReport } from '../../../src/knowledge/check/reporters/sarif.ts';
import { RULES } from '../../../src/knowledge/check/rules/index.ts';
import { formatReviewComment } from '../../../src/knowledge/review/review-comment.ts';
import { parseReview } from '../../../src/knowledge/review/review-file.ts';

const HOSTILE = [
  '@everyone @octocat',
  '`` ` @octocat ` ``',
  'x` @octocat `y',
  '``` @octocat',
  '`a```b` @octocat `',
  '`a``b` `` @octocat',
  '``@octocat``@octocat`',
  '</details><h1>APPROVED</h1> @octocat',
  '<!-- hindsight: content check -->',
  '<h1>Approved</h1> [merge now](https://evil.example) ![t](https://evil.example/p.png) @octocat <!--',
  '[click](https://evil.example)',
  '[click][1] [1]: https://evil.example',
  '![x](//evil.example/p.png)',
  'https://evil.example/login',
  '(https://evil.example/login)',
  'HTTPS://EVIL.example ftp://evil.example',
  'www.evil.example (www.evil.example) WWW.EVIL.example',
  'mailto:a@evil.example xmpp:a@evil.example a@evil.example',
  'fixes #1 closes #2 org/repo#3 GH-4 gh-5 (GH-6)',
  '&#64;octocat &commat;octocat \\@octocat &#x40;octocat',
  '&#35;1 &num;1',
  '0123456789abcdef0123456789abcdef01234567 a1b2c3d org/repo@a1b2c3d',
  '$\\href{javascript:1}{x}$ $$x$$ $`x`$',
  ':tada: :white_check_mark:',
  'a\n\n# heading @octocat\n\n- [x] done',
  'a\r# heading\u2028# heading',
  '| a | b |\n| - | - |',
  'a|@octocat|b `|@octocat|`',
  'a\\|@octocat',
  '`\\|@octocat\\|` `a\\\\|@octocat`',
  '_www.evil.example x_www.evil.example _GH-12 xGH-12',
  '~~~\n@octocat ~~struck~~ **bold** _under_ *star*',
  '> @octocat',
  '[^1] [^1]: @octocat',
  '<br>@octocat <img src=x onerror=1> <svg/onload=1>',
  '<https://evil.example> <a@evil.example>',
  '\u202e@octocat @\u200boctocat',
  '`',
  '``',
  '` `',
  '@octocat`',
  `${'1'.repeat(600)}@octocat`,
  'half \ud83d of a \ude00 pair',
];

function forgeReview(text: string): string {
  const entry = { id: text, title: text };
  const problem = {
    path: `content/${text.replaceAll('/', '')}`,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    rule: 'no-secret',
    severity: 'error',
    message: `Unexpected \`${text}\`, expected ${text}`,
    hint: `Did you mean \`${text}\`? ${text}`,
  };
  const path = problem.path;
  return JSON.stringify({
    version: 1,
    report: {
      problems: [problem, { ...problem, severity: 'warning' }],
      errors: 1,
      warnings: 1,
      files: 1,
      postmortems: [{ ...entry, path, percent: 50, missing: [{ field: text, label: text, weight: 1 }] }],
    },
    postmortems: [
      {
        ...entry,
        path,
        duplicates: [{ ...entry, reasons: [text] }],
        similar: [{ ...entry, reasons: [text, text] }],
        relearned: [{ ...entry, after: text, before: [entry, entry] }],
        offered: [{ ...entry, from: [text, text] }],
      },
    ],
  });
}

/** What GitHub makes live in text that is not code. */
const LIVE_TEXT = /@\w|#\d|GH-\d|:\/\/|www\.|\$|:\w+:|\b[0-9a-f]{7,40}\b/i;
const OWN_ADDRESS = /^https:\/\/(?:kb\.example\.org\/rules\/#no-secret|github\.com\/run)$/;

const MARKUP = new Set<Nodes['type']>([
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'footnoteReference',
  'delete',
  'strong',
  'emphasis',
  'blockquote',
  'code',
  'thematicBreak',
]);

function isLive(node: Nodes): boolean {
  switch (node.type) {
    case 'html':
      return !/^<\/?(?:details|summary|br)>/.test(node.value);
    case 'link':
      return !OWN_ADDRESS.test(node.url);
    case 'text':
      return LIVE_TEXT.test(node.value);
    case 'heading':
      return node.depth < 3;
    case 'listItem':
      return typeof node.checked === 'boolean';
    default:
      return MARKUP.has(node.type);
  }
}

function findLiveParts(markdown: string): string[] {
  const found: string[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), (node) => {
    if (isLive(node)) found.push(`${node.type} ${'value' in node ? node.value : ''}`);
  });
  return found;
}

const read = (text: string) =>
  parseReview(forgeReview(text), 'content', (rule) => `https://kb.example.org/rules/#${rule}`);

describe('a forged review has nothing live in its comment', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 60), text]))('%s', (_, text) => {
    const review = read(text);
    if (!review) throw new Error('The review is not read, so nothing is tested');
    const comment = formatReviewComment(review, { address: 'https://github.com/run', hasPreview: true });
    expect(findLiveParts(comment)).toEqual([]);
    expect(comment.split('\n').filter((line) => line.startsWith('#')).length).toBe(7);
  });
});

test('finds what is live', () => {
  expect(findLiveParts('@octocat').length).toBe(1);
  expect(findLiveParts('[a](https://evil.example) <b>x</b> `@octocat`').length).toBe(3);
});

test('the text of an alert contains no links', () => {
  const review = read('[a](https://evil.example) \\[b\\](2)');
  const sarif = JSON.parse(formatSarifReport(review?.report ?? ({} as never), RULES, () => undefined));
  const { text } = sarif.runs[0].results[0].message;
  expect(text.replace(/\\[\\[\]]/g, '')).not.toMatch(/[[\]]/);
});
