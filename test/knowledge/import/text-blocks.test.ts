import { expect, test } from 'vitest';
import { parseTextBlocks } from '../../../src/knowledge/import/text-blocks.ts';
import { formatBody } from '../../../src/knowledge/import/write-mdx.ts';

const asMdx = (text: string) => formatBody(parseTextBlocks(text));

test('treats Markdown and MDX syntax in plain text as text', () => {
  expect(asMdx('# no heading\n*all* is {1+1} <b>')).toBe('\\# no heading\n\\*all\\* is \\{1+1} \\<b>\n');
  expect(asMdx('import x from y')).toBe('&#x69;mport x from y\n');
});

test('continues items over lines, and makes a line above a list a heading', () => {
  expect(asMdx('Intro.\nWhat we saw:\n* one\n  more\n* two\nTimeline:\n1. a\n2. b')).toBe(
    'Intro.\n\n## What we saw\n\n- one\n  more\n- two\n\n## Timeline\n\n1. a\n2. b\n',
  );
});

test('keeps numbers that do not continue a list', () => {
  expect(asMdx('2. a\n7) b')).toBe('- 2\\. a\n- 7\\) b\n');
  expect(asMdx('3. a\n4. b')).toBe('3. a\n4. b\n');
});

test('keeps quotations and indented text', () => {
  expect(asMdx('> said\n>> before\n\n    2018 ERROR  x\n      at y')).toBe(
    '> said\n>\n> > before\n\n```\n    2018 ERROR  x\n      at y\n```\n',
  );
});

test('links addresses without the full stop after them', () => {
  expect(asMdx('See https://example.org/a_b. Or (https://example.org/c)')).toBe(
    'See [https://example.org/a_b](https://example.org/a_b). Or ([https://example.org/c](https://example.org/c))\n',
  );
  expect(asMdx('See https://example.org/a today')).toBe('See https://example.org/a today\n');
});
