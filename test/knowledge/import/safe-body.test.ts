import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { makeBodySafe } from '../../../src/knowledge/import/safe-body.ts';
import { formatBody } from '../../../src/knowledge/import/write-mdx.ts';

function safe(markdown: string) {
  const { blocks, remarks } = makeBodySafe(parseMarkdown(markdown).children);
  return { mdx: formatBody(blocks).trimEnd(), remarks };
}

test.each([
  ['[x](javascript:alert(1))', 'x (`javascript:alert(1)`)'],
  ['[x](JaVaScRiPt&#58;alert)', 'x (`JaVaScRiPt:alert`)'],
  ['[page](../other.html)', 'page (`../other.html`)'],
  ['[there](/wiki/x)', 'there (`/wiki/x`)'],
  ['[below](#part)', '[below](#part)'],
  ['[github.com](https://evil.example/)', 'github.com (`https://evil.example/`)'],
  ['[x](https://gіthub.com/)', 'x (`https://gіthub.com/`)'],
  ['See https://gіthub.com/', 'See `https://gіthub.com/`'],
  ['[x](mailto:a@example.org?bcc=b)', 'x (`mailto:a@example.org?bcc=b`)'],
  ['[ok](https://example.org/a "T")', '[ok](https://example.org/a "T")'],
  ['[mail](mailto:a@example.org)', '[mail](mailto:a@example.org)'],
  ['[r][1]\n\n[1]: https://example.org "T"', '[r](https://example.org "T")'],
  ['[unused]: https://example.org', '[unused](https://example.org)'],
  ['[here](https://example.org/a)', '[here (https://example.org/a)](https://example.org/a)'],
  ['[](https://example.org/a)', 'https://example.org/a'],
  ['[a](<https://example.org/{b} c>)', '[a](https://example.org/%7Bb%7D%20c)'],
])('the link %s becomes %s', (markdown, mdx) => {
  expect(safe(markdown).mdx).toBe(mdx);
});

test.each([
  ['![graph](https://example.org/g.svg)', '[graph](https://example.org/g.svg)'],
  ['![graph](./g.png)', 'graph (`./g.png`)'],
  ['![](data:image/png;base64,AAAA)', '(picture)'],
  [
    '[![small](https://example.org/s.png)](https://example.org/big)',
    '[small](https://example.org/big) [picture](https://example.org/s.png)',
  ],
])('the picture %s becomes %s', (markdown, mdx) => {
  expect(safe(markdown).mdx).toBe(mdx);
});

test.each([
  ['a <b>bold</b> word', 'a **bold** word'],
  ['a<br>b', 'a\\\nb'],
  ['<details><summary>More</summary>\n\n- one\n\n</details>', '**More**\n\n> - one'],
  ['<script>steal()</script>\n\ntext', 'text'],
  ['<img src=x onerror=alert(1)>', 'picture (`x`)'],
  ['by Ann <ann example org>', 'by Ann \\<ann example org>'],
  ['<Callout kind="x">y</Callout>', '\\<Callout kind="x">y\\</Callout>'],
  ['a <!-- note --> b', 'a {/* note */} b'],
  ['<!-- a */ b -->', '{/* a * / b */}'],
  ['<time datetime="2018-03-10">Saturday</time>', 'Saturday (2018-03-10)'],
  [
    '<table><caption>Load</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>',
    'Load\n\n| a |\n| - |\n| 1 |',
  ],
])('the HTML %s becomes %s', (markdown, mdx) => {
  expect(safe(markdown).mdx).toBe(mdx);
});

test('turns a table with code in its cells into a list with the names of its columns', () => {
  const html =
    '<table><tr><th>Time</th><th>Event</th></tr><tr><td>09:30</td><td><p>Down</p><pre><code>web api</code></pre></td></tr></table>';
  expect(safe(html)).toEqual({
    mdx: '- - Time: 09:30\n  - Event: Down\n    ```\n    web api\n    ```',
    remarks: ['HTML, written as Markdown', 'table with blocks in its cells, written as a list'],
  });
});

test('reports each change and how often it was made', () => {
  expect(safe('![a](https://e.org/a) ![b](https://e.org/b) <script>x</script>').remarks).toEqual([
    '`<script>` removed',
    'HTML, written as Markdown',
    'picture, written as a link (2 times)',
  ]);
});
