import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { escapeInline, formatInline } from '../../../../src/knowledge/source/inline/format-inline.ts';
import { parseInline } from '../../../../src/knowledge/source/inline/parse-inline.ts';
import { toPlainText } from '../../../../src/knowledge/source/inline/plain-text.ts';
import { toPrintedRuns, toPrintedText } from '../../../../src/knowledge/source/inline/printed-runs.ts';
import { renderInline } from '../../../../src/knowledge/source/inline/render-inline.ts';

function resolve(href: string): string {
  return href.startsWith('/') ? `/kb${href}` : href;
}

function toInlineHtml(sentence: string, inLink = false): string {
  return toHtml(renderInline(sentence, { resolve, inLink }));
}

const SENTENCE = 'Run `df -h`, _then_ **stop** [the app](https://example.org/app).';

describe('a sentence with markup', () => {
  test('is a small tree', () => {
    expect(parseInline('Run `df -h` **_now_**')).toEqual([
      { type: 'text', value: 'Run ' },
      { type: 'inlineCode', value: 'df -h' },
      { type: 'text', value: ' ' },
      { type: 'strong', children: [{ type: 'emphasis', children: [{ type: 'text', value: 'now' }] }] },
    ]);
  });

  test('is HTML', () => {
    expect(toInlineHtml(SENTENCE)).toBe(
      'Run <code>df -h</code>, <em>then</em> <strong>stop</strong> <a href="https://example.org/app">the app</a>.',
    );
  });

  test('has no link within a link', () => {
    expect(toInlineHtml('[the `app`](https://example.org/)', true)).toBe('the <code>app</code>');
  });

  test('is plain text', () => {
    expect(toPlainText(SENTENCE)).toBe('Run df -h, then stop the app.');
  });

  test('is text for paper, with the addresses of its links', () => {
    expect(toPrintedText(SENTENCE)).toBe('Run df -h, then stop the app (https://example.org/app).');
    expect(toPrintedRuns('**Run `df`** _[now](https://example.org/)_')).toEqual([
      { text: 'Run ', strong: true },
      { text: 'df', strong: true, code: true },
      { text: ' ' },
      { text: 'now', emphasis: true },
      { text: ' (https://example.org/)', emphasis: true },
    ]);
  });

  test.each([
    ['[example.org](https://example.org/)', 'example.org'],
    ['https://example.org/a_b_c', 'https://example.org/a_b_c'],
    ['[the page](https://example.org/a) (`https://example.org/a`)', 'the page (https://example.org/a)'],
    ['Continue with [the lesson](/lessons/a/).', 'Continue with “the lesson”.'],
    ['[operations](mailto:operations@example.org)', 'operations (operations@example.org)'],
  ])('on paper, %s has an address only if it adds something', (sentence, printed) => {
    expect(toPrintedText(sentence)).toBe(printed);
  });

  test('is Markdown again', () => {
    expect(formatInline(SENTENCE, { resolve })).toBe(SENTENCE);
    expect(formatInline(SENTENCE)).toBe('Run `df -h`, _then_ **stop** the app.');
    expect(formatInline('**Stop** the `app`', { strong: true })).toBe('**Stop the `app`**');
    expect(formatInline('[home](/)', { resolve })).toBe('[home](/kb/)');
  });
});

describe('a sentence is data', () => {
  test.each([
    '1. January',
    '# of disks',
    '- 3 degrees',
    '> 3 GB',
    '---',
    '``` is a fence',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '{1 + 1}',
    '<Callout>',
    '[x]: y',
    '[unknown]',
    'snake_case_name',
    '5 * 3 * 2',
    'git@github.com:team/repository.git',
    'One lone ` and one lone *',
  ])('%s is text', (sentence) => {
    expect(parseInline(sentence)).toEqual([{ type: 'text', value: sentence }]);
  });

  test('is on one line', () => {
    expect(toPlainText('One\n  two  \n\n    three\\\nfour ')).toBe('One two three four');
    expect(toPlainText('One\ntwo')).toBe('One two');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '<java\tscript:alert(1)>',
    'java&Tab;script:alert(1)',
    'data:text/html,x',
    '//example.org',
    '/\\\\example.org',
    'https://user@example.org',
    'other/page',
    '#anchor',
  ])('has no link to %s', (address) => {
    expect(toInlineHtml(`[text](${address})`)).toBe('text');
    expect(formatInline(`[text](${address})`, { resolve })).toBe('text');
  });

  test('has links within the site, to the web and to mail', () => {
    expect(toInlineHtml('[a](/lessons/b/) <https://example.org> [c](mailto:d@example.org)')).toBe(
      '<a href="/kb/lessons/b/">a</a> <a href="https://example.org">https://example.org</a> <a href="mailto:d@example.org">c</a>',
    );
  });

  test('shows the description of a picture', () => {
    expect(toInlineHtml('Before ![the graph](graph.png)')).toBe('Before the graph');
  });

  test.each([
    ['length', '*a* '.repeat(3_000)],
    ['stars', '*'.repeat(5_000)],
    ['brackets', '['.repeat(5_000)],
    ['emphasis', '*a **b '.repeat(1_200)],
    ['backticks', Array.from({ length: 130 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
  ])('with endless %s is text, and soon', (_, sentence) => {
    const before = process.cpuUsage();
    expect(toPlainText(sentence)).toBe(sentence.trim());
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});

describe('a text in Markdown', () => {
  test.each([
    'Run `df -h`, *then* **stop** [the app](https://example.org/app).',
    '<b>bold</b> &amp; {1 + 1}',
    '@on-call #12 ~~gone~~ | a_b_ \\',
    '![alt](x.png)',
  ])('reads as it is: %s', (text) => {
    expect(toPlainText(escapeInline(text))).toBe(text);
  });

  test('cannot become a mention, a number of an issue or a tag', () => {
    expect(formatInline('@a #1 <b>')).toBe('\\@a \\#1 \\<b\\>');
  });
});
