import { describe, expect, test } from 'vitest';
import { createLinkResolver } from '../../../src/knowledge/graph/link-resolver.ts';
import { renderBody } from '../../../src/knowledge/graph/render-body.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { COMPONENTS } from '../../../src/knowledge/source/components/index.ts';
import { createContent, LESSON_HEAD, listErrors, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const TITLES: Record<string, string> = {
  'lesson:a': 'Test <failover>',
  'service:redis': 'Redis',
  'activity:emergency': 'Emergency',
  'procedure:n#restart': 'Restart it',
};

/** Renders the body of a note, on a site under `/kb/`. */
function render(body: string): string {
  const document = createContent({ 'notes/n.mdx': NOTE_HEAD + body }).findDocument('note', 'n');
  if (!document) throw new Error('The note is not there');
  const links = createLinkResolver(
    document,
    createAddresses('/kb/'),
    ({ kind, id }) => TITLES[`${kind}:${id}`],
    (activity) => activity === 'emergency',
  );
  return renderBody(document, links);
}

describe('Markdown becomes HTML', () => {
  const table: [name: string, body: string, html: string][] = [
    [
      'text',
      'a *b* **c** ~~d~~ `e`\\\nf',
      '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code><br>\nf</p>',
    ],
    ['HTML characters as text', 'a < b & "c" &lt;', '<p>a &#x3C; b &#x26; "c" &#x3C;</p>'],
    ['a rule', '***', '<hr>'],
    ['a quote', '> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['a list', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    [
      'a numbered list that starts at its number',
      '3. a\n4. b',
      '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>',
    ],
    [
      'a task list',
      '- [x] a\n- [ ] b',
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled> a</li>\n<li class="task-list-item"><input type="checkbox" disabled> b</li>\n</ul>',
    ],
    [
      'code with its language, which can be copied and scrolled by keyboard',
      '```sh title\nredis-cli <x>\n```',
      '<copy-text><pre tabindex="0"><code class="language-sh">redis-cli &#x3C;x></code></pre></copy-text>',
    ],
    [
      'the source of a diagram with the name of its language',
      '```mermaid\ngraph TD\n```',
      '<figure class="code"><figcaption>Diagram source (Mermaid)</figcaption><copy-text><pre tabindex="0"><code class="language-mermaid">graph TD</code></pre></copy-text></figure>',
    ],
    [
      'code in a language with the name of a property of every object',
      '```__proto__\na\n```',
      '<copy-text><pre tabindex="0"><code class="language-__proto__">a</code></pre></copy-text>',
    ],
    [
      'a table with aligned columns, which can be scrolled by keyboard',
      '| a | b |\n| - | -: |\n| c | d |',
      '<div class="table" tabindex="0" role="group" aria-label="Table: a, b"><table><thead><tr>\n<th scope="col">a</th>\n<th align="right" scope="col">b</th>\n</tr></thead><tbody><tr>\n<td>c</td>\n<td align="right">d</td>\n</tr></tbody></table></div>',
    ],
    [
      'an alert of GitHub as a callout',
      '> [!WARNING]\n> a *b*\n> c\n>\n> - d',
      '<div class="callout callout-warning" role="note"><p class="callout-title">Warning</p><p>a <em>b</em>\nc</p><ul>\n<li>d</li>\n</ul></div>',
    ],
    ['a comment', 'a {/* hidden */}b\n\n{/* hidden */}', '<p>a b</p>'],
  ];
  test.each(table)('%s', (_, body, html) => {
    expect(render(body)).toBe(html);
  });

  test('labels a table without the comments in its head', () => {
    const html = render('| a {/* SECRETX */} | {/* SECRETX */} b |\n| - | - |\n| c | d |');
    expect(html).toContain('aria-label="Table: a, b"');
    expect(html).not.toContain('SECRETX');
  });

  test('labels a table with the titles of the entries in its head', () => {
    expect(render('| <ServiceLink id="redis" /> | b |\n| - | - |\n| c | d |')).toContain(
      'aria-label="Table: Redis, b"',
    );
  });

  test('omits the frontmatter', () => {
    expect(render('')).toBe('');
  });
});

describe('a heading', () => {
  test('links to itself', () => {
    expect(render('## Is it `up`?')).toBe(
      '<h2 id="is-it-up"><a href="#is-it-up" class="self-link">Is it <code>up</code>?</a></h2>',
    );
  });

  test('has a unique anchor that the page does not use', () => {
    expect(render('## A\n\n## A\n\n## Lessons')).toBe(
      [
        '<h2 id="a"><a href="#a" class="self-link">A</a></h2>',
        '<h2 id="a-1"><a href="#a-1" class="self-link">A</a></h2>',
        '<h2 id="lessons-1"><a href="#lessons-1" class="self-link">Lessons</a></h2>',
      ].join('\n'),
    );
  });

  test('does not link to itself if it contains a link', () => {
    expect(render('## **[a](/b)**\n\n## See <LessonLink id="a" />')).toBe(
      '<h2 id="a"><strong><a href="/kb/b">a</a></strong></h2>\n<h2 id="see">See <a href="/kb/lessons/a/" class="link-lesson">Test &#x3C;failover></a></h2>',
    );
  });
});

describe('links and pictures', () => {
  const table: [name: string, body: string, html: string][] = [
    ['within the site, under its prefix', '[a](/tags/)', '<p><a href="/kb/tags/">a</a></p>'],
    [
      'to elsewhere',
      '[a](https://example.org/?a&b "c")',
      '<p><a href="https://example.org/?a&#x26;b">a</a></p>',
    ],
    ['on the page', '[a](#b)', '<p><a href="#b">a</a></p>'],
    ['without markup', 'www.example.org', '<p><a href="http://www.example.org">www.example.org</a></p>'],
    ['by reference', '[a][B]\n\n[b]: /tags/\n\n[b]: /other/', '<p><a href="/kb/tags/">a</a></p>'],
    [
      'pictures from the folder of the document',
      '![a "b"](./c.png)',
      '<p><img src="/kb/pictures/notes/c.png" alt="a &#x22;b&#x22;" loading="lazy"></p>',
    ],
    [
      'pictures without text',
      '![](./c.png)',
      '<p><img src="/kb/pictures/notes/c.png" alt="" loading="lazy"></p>',
    ],
    [
      'pictures with a caption as figures',
      '![a](./c.png "The <caption>")',
      '<figure class="picture"><img src="/kb/pictures/notes/c.png" alt="a" loading="lazy"><figcaption>The &#x3C;caption></figcaption></figure>',
    ],
    [
      'words around a picture with a caption',
      'a\n![b](./c.png "d") ![e](./f.png)',
      '<p>a\n</p>\n<figure class="picture"><img src="/kb/pictures/notes/c.png" alt="b" loading="lazy"><figcaption>d</figcaption></figure>\n<p> <img src="/kb/pictures/notes/f.png" alt="e" loading="lazy"></p>',
    ],
    [
      'pictures with a caption in a step',
      '1. a\n\n   ![b](./c.png "d")',
      '<ol>\n<li>\n<p>a</p>\n<figure class="picture"><img src="/kb/pictures/notes/c.png" alt="b" loading="lazy"><figcaption>d</figcaption></figure>\n</li>\n</ol>',
    ],
    [
      'pictures with a caption within a line',
      '**![b](./c.png "d")**',
      '<p><strong><img src="/kb/pictures/notes/c.png" alt="b" title="d" loading="lazy"></strong></p>',
    ],
    [
      'pictures by reference',
      '![a][b]\n\n[b]: ./c.png',
      '<p><img src="/kb/pictures/notes/c.png" alt="a" loading="lazy"></p>',
    ],
  ];
  test.each(table)('%s', (_, body, html) => {
    expect(render(body)).toBe(html);
  });
});

test('footnotes are at the end and link back', () => {
  expect(render('a[^1]\n\n[^1]: b')).toBe(
    '<p>a<sup><a href="#note-fn-1" id="note-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n' +
      '<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>\n<ol>\n<li id="note-fn-1">\n' +
      '<p>b <a href="#note-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>\n' +
      '</li>\n</ol>\n</section>',
  );
});

describe('components', () => {
  const table: [name: string, body: string, html: string][] = [
    [
      'Callout',
      '<Callout kind="warning">\n\na *b*\n\n</Callout>',
      '<div class="callout callout-warning" role="note"><p class="callout-title">Warning</p><p>a <em>b</em></p></div>',
    ],
    [
      'Callout with a title',
      '<Callout kind="danger" title="Not <now>">\n\na\n\n</Callout>',
      '<div class="callout callout-danger" role="note"><p class="callout-title">Danger: Not &#x3C;now></p><p>a</p></div>',
    ],
    [
      'Command',
      '<Command run="a < b && c" />',
      '<figure class="command"><copy-text><pre tabindex="0"><code>a &#x3C; b &#x26;&#x26; c</code></pre></copy-text></figure>',
    ],
    [
      'Command with a place',
      '<Command run="uptime" where="on the host" />',
      '<figure class="command"><figcaption>on the host</figcaption><copy-text><pre tabindex="0"><code>uptime</code></pre></copy-text></figure>',
    ],
    [
      'Procedure',
      '<Procedure id="restart" title="Restart it" activity="emergency" services={["redis"]} signals={["refused", "<gone>"]}>\n\n1. a\n\n</Procedure>',
      '<section class="procedure" id="restart" aria-labelledby="restart-title">' +
        '<h3 id="restart-title"><a href="#restart" class="self-link">Restart it</a></h3>' +
        '<p class="procedure-sheet no-print"><a href="/kb/checklists/procedures/n/restart/">Tick off the steps</a></p>' +
        '<div class="procedure-signals"><p>Use it when you see</p><ul><li><q>refused</q></li><li><q>&#x3C;gone></q></li></ul></div>' +
        '<div class="procedure-body"><ol>\n<li>a</li>\n</ol></div>' +
        '<p class="procedure-about"><a href="/kb/services/redis/">Redis</a> <a href="/kb/checklists/emergency/">Checklist: Emergency</a></p></section>',
    ],
    [
      'Procedure with destructive steps',
      '<Procedure id="clear" title="Clear it" activity="none">\n\n1. a\n   - <Destructive onlyIf="you <can>" />\n\n     b\n2. c\n3. <Destructive onlyIf="unknown" />\n\n   d\n\n</Procedure>',
      '<section class="procedure" id="clear" aria-labelledby="clear-title">' +
        '<h3 id="clear-title"><a href="#clear" class="self-link">Clear it</a></h3>' +
        '<p class="destructive-steps">Destructive: steps 1 and 3</p>' +
        '<div class="procedure-body"><ol>\n<li>\n<p>a</p>\n<ul>\n<li>\n' +
        '<p class="destructive">Destructive. Only if you &#x3C;can>.</p>\n<p>b</p>\n</li>\n</ul>\n</li>\n' +
        '<li>\n<p>c</p>\n</li>\n<li>\n' +
        '<p class="destructive">Destructive. What must be true first is not recorded.</p>\n<p>d</p>\n</li>\n</ol></div></section>',
    ],
    [
      'Procedure that is only an outline',
      '<Procedure id="clear" title="Clear it" activity="none" outline="See <the wiki>.">\n\n1. a\n\n</Procedure>',
      '<section class="procedure" id="clear" aria-labelledby="clear-title">' +
        '<h3 id="clear-title"><a href="#clear" class="self-link">Clear it</a></h3>' +
        '<p class="outline-only">Outline only. See &#x3C;the wiki>.</p>' +
        '<div class="procedure-body"><ol>\n<li>a</li>\n</ol></div></section>',
    ],
    [
      'LessonLink',
      'See <LessonLink id="a" />.',
      '<p>See <a href="/kb/lessons/a/" class="link-lesson">Test &#x3C;failover></a>.</p>',
    ],
    [
      'LessonLink with text',
      '<LessonLink id="a">as *before*</LessonLink>',
      '<p><a href="/kb/lessons/a/" class="link-lesson">as <em>before</em></a></p>',
    ],
    [
      'ServiceLink on a line of its own',
      '<ServiceLink id="redis" />',
      '<a href="/kb/services/redis/" class="link-service">Redis</a>',
    ],
    [
      'ProcedureLink',
      'See <ProcedureLink id="n#restart" />',
      '<p>See <a href="/kb/notes/n/#restart" class="link-procedure">Restart it</a></p>',
    ],
  ];
  test.each(table)('%s', (_, body, html) => {
    expect(render(body)).toBe(html);
  });

  test('renderBody throws for elements that the check rejects', () => {
    expect(() => render('<script>a</script>')).toThrow('<script> is rendered before it passed the check');
  });

  // The guide shows these examples, so the ids in them have to exist.
  const files = {
    'postmortems/known.mdx': POSTMORTEM_HEAD,
    'lessons/known.mdx': LESSON_HEAD,
    'vocabulary/tags.yaml': '- {id: known, title: T, meaning: M}\n',
  };
  const ids: Record<string, string> = { service: 'redis', note: 'n', procedure: 'n#known' };
  test.each(COMPONENTS)('the example of $name passes the check', ({ example, attributes }) => {
    const id = ids[attributes.id?.reference ?? ''] ?? 'known';
    const note = `${NOTE_HEAD}<Procedure id="known" title="T" activity="emergency">\n\n1. a\n\n</Procedure>\n\n`;
    expect(listErrors({ ...files, 'notes/n.mdx': note + example.replaceAll('{id}', id) })).toEqual([]);
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example'])(
  'a link to %s has no address',
  (address) => {
    expect(render(`[a](${address})`)).toBe('<p><a>a</a></p>');
  },
);
