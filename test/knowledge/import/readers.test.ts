import { expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { readHtml } from '../../../src/knowledge/import/html-reader.ts';
import { readMail } from '../../../src/knowledge/import/mail-reader.ts';
import { readJekyll, readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import type { SourceDocument } from '../../../src/knowledge/import/source-document.ts';
import { readText } from '../../../src/knowledge/import/text-reader.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { formatBody } from '../../../src/knowledge/import/write-mdx.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

/** The facts of a source in short: name, values, target. */
function factsIn({ facts }: SourceDocument) {
  return facts.map(({ name, values, target }) =>
    [name, values.join(' | '), ...(target ? [target] : [])].join(' → '),
  );
}

const vocabulary = createVocabularyLookup(SMALL_CONTENT);
const draft = (foreign: SourceDocument) =>
  createDraft(foreign, { kind: 'postmortem', vocabulary, isTaken: () => false }).text;

test('Markdown: a mapping says which field is which, and what its values are called here', () => {
  const mapping = {
    fields: { sev: 'severity', 'who.org': 'organization' },
    values: { sev: { P1: 'sev1' } },
  } as const;
  const foreign = readMarkdown(
    { path: 'x.md', text: '---\nsev: P1\nwho: { org: Example }\nother: 1.10\n---\n' },
    mapping,
  );
  expect(factsIn(foreign)).toEqual([
    'sev → P1 → severity',
    'who.org → Example → organization',
    'other → 1.10',
  ]);
  expect(draft(foreign)).toContain('severity: sev1\norganization: Example\n');
  expect(draft(foreign)).toContain('- sev: P1\n- other: 1.10\n');
});

test('Markdown: a mapping to the body makes a section', () => {
  const foreign = readMarkdown(
    { path: 'x.md', text: '---\ntitle: T\nroot_story: "A.\\n\\nB."\n---\nText.' },
    {
      fields: { title: 'title', root_story: 'body' },
      values: {},
    },
  );
  expect(draft(foreign)).toContain('Text.\n\n## Root story\n\nA.\n\nB.\n');
});

test('Jekyll: categories in one text, the date from the name of the file, code between tags of Liquid', () => {
  const text =
    '---\nlayout: post\ncategories: devops postgres\n---\n{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n\nSee {{ site.url }}.';
  const foreign = readJekyll({ path: '_posts/2015-03-09-done.md', text });
  expect(factsIn(foreign)).toEqual([
    'layout → post',
    'categories → devops | postgres → vocabulary',
    'date of the file → 2015-03-09 → source.published',
  ]);
  expect(formatBody(foreign.body)).toBe('```ruby\nputs 1\n```\n\nSee \\{\\{ site.url }}.\n');
});

test('text: its first lines are its title and its date', () => {
  const foreign = readText({ path: 'x.txt', text: 'Saturday, March 10, 2018\n\nThe outage\n\nIt was down.' });
  expect(factsIn(foreign)).toEqual([
    'date → Saturday, March 10, 2018 → source.published',
    'title → The outage → title',
  ]);
  expect(formatBody(foreign.body)).toBe('It was down.\n');
  expect(draft(foreign)).toContain('published: "2018-03-10"\n');
  expect(draft(foreign)).toContain('- date: Saturday, March 10, 2018\n');
});

test('text: a sentence is no title', () => {
  expect(factsIn(readText({ path: 'x.txt', text: 'It was down.\nWe cried.' }))).toEqual([]);
});

test('mail: headers are decoded (RFC 2047), the date keeps its offset, and quotations are quotations', async () => {
  const text = [
    'Received: from a by b',
    'From: =?utf-8?Q?J=C3=B6rg_Example?= <joerg@example.org>',
    'To: ops@example.org, "B, C" <c@example.org>',
    'Subject: =?iso-8859-1?Q?Ausfall_f=FCr_alle?=',
    'Date: Sun, 13 Dec 2009 13:48:20 -0500',
    'Message-ID: <1@example.org>',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '> is it =E2=9C=93?',
    'Yes <b>.',
  ].join('\r\n');
  const [foreign] = await readMail({ path: 'x.eml', text });
  if (!foreign) throw new Error('no message');
  expect(factsIn(foreign)).toEqual([
    'Message-ID → <1@example.org> → id',
    'Subject → Ausfall für alle → title',
    'Date → Sun, 13 Dec 2009 13:48:20 -0500 → source.published',
    'From → Jörg Example <joerg@example.org>',
    'To → ops@example.org | B, C <c@example.org>',
  ]);
  expect(foreign.remarks).toEqual(['headers about the way of the mail left out: Received']);
  expect(formatBody(foreign.body)).toBe('> is it ✓?\n\nYes \\<b>.\n');
  expect(draft(foreign)).toContain('published: "2009-12-13T13:48:20-05:00"\n');
});

test('mail: HTML is read where there is no plain text, and attachments are named', async () => {
  const text = [
    'Subject: S',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<p>It was <b>down</b></p>',
    '--b',
    'Content-Type: image/png; name=g.png',
    'Content-Disposition: attachment; filename=g.png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--b--',
  ].join('\r\n');
  const [foreign] = await readMail({ path: 'x.eml', text });
  expect(foreign && formatBody(foreign.body)).toBe('It was **down**\n');
  expect(foreign && factsIn(foreign)).toContain('attachments → g.png (image/png)');
});

test('mail: a mailbox holds several messages', async () => {
  const text =
    'From a@e.org Sun Dec 13 13:48:20 2009\nSubject: One\n\n1\n\nFrom b@e.org Mon Dec 14 13:48:20 2009\nSubject: Two\n\n>From here\n';
  const read = await readMail({ path: 'x.mbox', text });
  expect(read.map(({ name, body }) => [name, formatBody(body)])).toEqual([
    ['x.mbox (message 1)', '1\n'],
    ['x.mbox (message 2)', 'From here\n'],
  ]);
});

test("mail: a page of a list's archive, copied as text", async () => {
  const text =
    'Wrap-up\n- From: Ann <ann example org>\n- Subject: Wrap-up\n- Date: Sun, 13 Dec 2009 13:48:20 -0500\nAll is well.';
  const [foreign] = await readMail({ path: 'x.txt', text });
  expect(foreign && factsIn(foreign)).toEqual([
    'From → Ann <ann example org>',
    'Subject → Wrap-up → title',
    'Date → Sun, 13 Dec 2009 13:48:20 -0500 → source.published',
  ]);
  expect(foreign && formatBody(foreign.body)).toBe('All is well.\n');
});

test('HTML: a page of Confluence', () => {
  const text = `<!DOCTYPE html><html><head><title>Operations : Disk full</title><style>p{}</style></head><body>
    <div id="page"><h1 id="title-heading"><span id="title-text"> Operations : Disk full </span></h1>
    <div class="page-metadata">Created by <span class='author'>Ann</span>, last modified on Mar 10, 2018</div>
    <div id="main-content" class="wiki-content"><h2>Timeline</h2>
    <div class="table-wrap"><table class="confluenceTable"><tbody><tr><th>Time</th><th>Event</th></tr>
    <tr><td>09:30</td><td>Disk <code>/data</code> full</td></tr></tbody></table></div>
    <ul class="inline-task-list"><li><input type="checkbox" checked> Delete logs</li></ul>
    <p><img src="attachments/1/2.png" alt="graph"> <a href="/display/OPS">OPS</a></p></div></div></body></html>`;
  const foreign = readHtml({ path: 'x.html', text });
  expect(factsIn(foreign)).toEqual(['title → Operations : Disk full → title']);
  const mdx = draft(foreign);
  expect(mdx).toContain('Created by Ann, last modified on Mar 10, 2018\n');
  expect(mdx).toContain('| Time | Event |\n| - | - |\n| 09:30 | Disk `/data` full |\n');
  expect(mdx).toContain('- [x] Delete logs\n');
  expect(mdx).toContain('graph (`attachments/1/2.png`) OPS (`/display/OPS`)\n');
});

test('HTML: a document of Google Docs, whose links lead through Google', () => {
  const text =
    '<html><head><title>Disk</title><meta name="viewport" content="x"><meta name="keywords" content="postgres, disk"></head><body class="c1"><p class="c0"><span class="c2">See </span><span><a class="c3" href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D&amp;source=editors">this</a></span></p></body></html>';
  const foreign = readHtml({ path: 'x.html', text });
  expect(factsIn(foreign)).toEqual(['title → Disk → title', 'keywords → postgres | disk → vocabulary']);
  expect(formatBody(foreign.body)).toBe('See [this](https://example.org/a?b=1)\n');
});
