import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { getHighlighter } from '../../../../src/knowledge/graph/code/code-languages.ts';
import {
  MAX_HIGHLIGHTED_LENGTH,
  MAX_HIGHLIGHTED_LENGTH_OF_PAGE,
  MAX_HIGHLIGHTED_LINE,
  MAX_HIGHLIGHTED_PARTS,
  PageHighlighter,
} from '../../../../src/knowledge/graph/code/highlight-code.ts';

function highlight(code: string, language: string | null): string {
  return toHtml({ type: 'root', children: new PageHighlighter().highlight(code, language) });
}

describe('code', () => {
  const table: [language: string, code: string, html: string][] = [
    [
      'sh',
      'if true; then echo "a $B" # c\nfi',
      '<span class="code-keyword">if </span><span class="code-constant">true</span>; ' +
        '<span class="code-keyword">then </span><span class="code-name">echo </span>' +
        '<span class="code-string">"a </span><span class="code-constant">$B</span><span class="code-string">" </span>' +
        '<span class="code-comment"># c\n</span><span class="code-keyword">fi</span>',
    ],
    ['yaml', 'a: 1', '<span class="code-name">a: </span><span class="code-constant">1</span>'],
    ['diff', '-a\n+b', '<span class="code-removed">-a\n</span><span class="code-added">+b</span>'],
    ['SQL', "'<&\"'", '<span class="code-string">\'&#x3C;&#x26;"\'</span>'],
  ];
  test.each(table)('in %s has classes, and no inline styles', (language, code, html) => {
    expect(highlight(code, language)).toBe(html);
  });

  test.each(['text', 'log', 'console-output', 'as-written', '', '__proto__', 'constructor', null])(
    'in the unknown language %s is plain',
    (language) => {
      expect(highlight('if true <b> "x"', language)).toBe('if true &#x3C;b> "x"');
    },
  );

  test.each(getHighlighter().listLanguages())('keeps every character of a text in %s', (language) => {
    const code =
      '<a href="&amp;">\'x\'</a>\n\t# {b: [1, "c"]} // $d `e` \\n &lt; &#x27;\r\n$ sudo x | y > z\n\n';
    const parts = new PageHighlighter().highlight(code, language);
    const read = parts.map((part) =>
      part.type === 'element' ? part.children.map((child) => ('value' in child ? child.value : '')) : part,
    );
    expect(
      read.flatMap((part) => (Array.isArray(part) ? part : 'value' in part ? part.value : '')).join(''),
    ).toBe(code);
  });
});

describe('stays plain', () => {
  const isPlain = (highlighter: PageHighlighter, code: string) =>
    highlighter.highlight(code, 'json').every(({ type }) => type === 'text');

  test('if it is a long dump', () => {
    const line = `"${'a'.repeat(97)}"\n`;
    expect(isPlain(new PageHighlighter(), line.repeat(MAX_HIGHLIGHTED_LENGTH / line.length))).toBe(false);
    expect(isPlain(new PageHighlighter(), line.repeat(MAX_HIGHLIGHTED_LENGTH / line.length + 1))).toBe(true);
  });

  test('if it has a long line', () => {
    expect(isPlain(new PageHighlighter(), `"${'a'.repeat(MAX_HIGHLIGHTED_LINE - 2)}"`)).toBe(false);
    expect(isPlain(new PageHighlighter(), `"${'a'.repeat(MAX_HIGHLIGHTED_LINE - 1)}"`)).toBe(true);
  });

  test('if the page has many highlighted parts', () => {
    const highlighter = new PageHighlighter();
    const code = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]';
    for (let index = 0; index < MAX_HIGHLIGHTED_PARTS / 10; index++) {
      expect(isPlain(highlighter, code)).toBe(false);
    }
    expect(isPlain(highlighter, code)).toBe(true);
  });

  test('if the page has much highlighted text', () => {
    const highlighter = new PageHighlighter();
    const code = `1${'\n'.repeat(MAX_HIGHLIGHTED_LENGTH - 1)}`;
    for (let index = 0; index < MAX_HIGHLIGHTED_LENGTH_OF_PAGE / MAX_HIGHLIGHTED_LENGTH; index++) {
      expect(isPlain(highlighter, code)).toBe(false);
    }
    expect(isPlain(highlighter, '1')).toBe(true);
  });
});

/** Texts that take the patterns of these languages longest, of all repeated pieces that were tried. */
const SLOWEST: [language: string, piece: string][] = [
  ['cpp', 'ab_'],
  ['csharp', 'a b\n'],
  ['awk', 'function($'],
  ['java', '$'],
  ['sql', '=~ /&1e'],
  ['ini', 'a'],
];

test.each(SLOWEST)('a page of hostile text in %s takes less than a second', (language, piece) => {
  const line = piece.repeat(MAX_HIGHLIGHTED_LINE).slice(0, MAX_HIGHLIGHTED_LINE - 1);
  const code = `${line}\n`.repeat(MAX_HIGHLIGHTED_LENGTH / MAX_HIGHLIGHTED_LINE);
  const highlighter = new PageHighlighter();
  const before = process.cpuUsage();
  for (let index = 0; index < 100; index++) highlighter.highlight(code, language);
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
