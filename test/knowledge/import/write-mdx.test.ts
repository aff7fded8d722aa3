import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { formatBody } from '../../../src/knowledge/import/write-mdx.ts';

function formatText(value: string): string {
  return formatBody([{ type: 'paragraph', children: [{ type: 'text', value }] }]).trimEnd();
}

test.each([
  ['see https://example.org/a', 'see https://example.org/a'],
  ['see https://name:word@example.org/a now', 'see `https://name:word@example.org/a` now'],
  ['www.example.org<b>', '`www.example.org<b>`'],
  ['https://example.org/a_b', 'https://example.org/a_b'],
  ['https://example.org/?a=1&b=2 too', 'https://example.org/?a=1&b=2 too'],
  ['https://example.org/a_b<', '[https://example.org/a_b](https://example.org/a_b)\\<'],
  ['www.example.org/a_b', '`www.example.org/a_b`'],
  ['https://example.org/a <b', 'https://example.org/a \\<b'],
  // The word that an address is glued to stays whole.
  ['0www.example.org<b>', '`0www.example.org<b>`'],
  ['Жhttp://name@example.org', '`Жhttp://name@example.org`'],
  ['(Жhttp://name@example.org', '(`Жhttp://name@example.org`'],
  ['Жhttp://example.org', 'Жhttp://example.org'],
])('writes the text %s as %s', (text, mdx) => {
  expect(formatText(text)).toBe(mdx);
});

test('writes an address that a link follows as code, so that neither becomes a part of the other', () => {
  const link = {
    type: 'link',
    url: 'http://example.org/a',
    children: [{ type: 'text', value: 'more' }],
  } as const;
  const children = [
    { type: 'text', value: 'see www.example.org' } as const,
    { ...link, children: [...link.children] },
  ];
  expect(formatBody([{ type: 'paragraph', children }]).trimEnd()).toBe(
    'see `www.example.org`[more](http://example.org/a)',
  );
});

test.each([
  ['> 東http://example.org/a, b', '> 東http://example.org/a, b'],
  ['7http://name@example.org', '`7http://name@example.org`'],
  ['東[http://example.org](http://example.org)', '東[http://example.org](http://example.org)'],
  ['東 http://example.org', '東 http://example.org'],
])('writes the Markdown %s as %s', (markdown, mdx) => {
  expect(formatBody(parseMarkdown(markdown).children).trimEnd()).toBe(mdx);
});
