import { describe, expect, test } from 'vitest';
import {
  sentenceToMarkdown,
  toCodeSpan,
  toTableCell,
} from '../../../../src/knowledge/check/reporters/author-markdown.ts';

describe('a code span', () => {
  test.each([
    ['text', '`text`'],
    ['', '`  `'],
    ['a`b', '``a`b``'],
    ['a``b`c', '```a``b`c```'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    ['a\r\n\r\nb\nc', '`a b c`'],
  ])('of %j is on one line, within more backticks than it has', (text, span) => {
    expect(toCodeSpan(text)).toBe(span);
  });
});

describe('a sentence', () => {
  test.each([
    ['Unexpected `a`, expected `b`', 'Unexpected `a`, expected `b`'],
    ['ends with `a`', 'ends with `a`'],
    ['two\n spaces\t here', 'two spaces here'],
    ['`a``b`', '`a` `b`'],
    ['`a`#1', '`a` `#1`'],
    ['#1`a`', '`#1` `a`'],
    ['', ''],
  ])('keeps its words and its code: %j', (sentence, markdown) => {
    expect(sentenceToMarkdown(sentence)).toBe(markdown);
  });

  test.each([
    '@team',
    'user@example.org',
    '#12',
    'GH-12',
    'https://example.org',
    'www.example.org',
    '$x$',
    ':tada:',
    '\\alpha',
    'deadbeef',
    'DEADBEEF0123',
  ])('has %s as code, which GitHub would make live', (word) => {
    expect(sentenceToMarkdown(`see ${word} there`)).toBe(`see \`${word}\` there`);
  });

  test.each(['10:30', 'decade', 'a-b', 'GHz', 'www', '1234567890123456789012345678901234567890123'])(
    'leaves the word %s as it is',
    (word) => {
      expect(sentenceToMarkdown(`see ${word} there`)).toBe(`see ${word} there`);
    },
  );

  test('has no markup', () => {
    expect(sentenceToMarkdown('*a* _b_ [c] <d> &amp; e|f ~g~ ! `h')).toBe(
      '&#42;a&#42; &#95;b&#95; &#91;c&#93; &#60;d&#62; &#38;amp; e&#124;f &#126;g&#126; &#33; &#96;h',
    );
  });
});

test('a cell of a table has no bar that ends it', () => {
  expect(toTableCell('`a|b` | c')).toBe('`a\\|b` \\| c');
  expect(toTableCell('`a\\|b`')).toBe('`a\\ \\|b`');
});
