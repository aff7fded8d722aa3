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
const draft = (document: SourceDocument) =>
  createDraft(document, { kind: 'postmortem', vocabulary, isTaken: () => false }).text;

test('maps Markdown fields and their values', () => {
  const mapping = {
    fields: { sev: 'severity', 'who.org': 'organization' },
    values: { sev: { P1: 'sev1' } },
  } as const;
  const document = readMarkdown(
    { path: 'x.md', text: '---\nsev: P1\nwho: { org: Example }\nother: 1.10\n---\n' },
    mapping,
  );
  expect(factsIn(document)).toEqual([
    'sev → P1 → severity',
    'who.org → Example → organization',
    'other → 1.10',
  ]);
  expect(draft(document)).toContain('severity: sev1\norganization: example\n');
  expect(draft(document)).toContain('- sev: P1\n- who.org: Example\n- other: 1.10\n');
});

test('turns a Markdown field mapped to the body into a section', () => {
  const document = readMarkdown(
    { path: 'x.md', text: '---\ntitle: T\nroot_story: "A.\\n\\nB."\n---\nText.' },
    {
      fields: { title: 'title', root_story: 'body' },
      values: {},
    },
  );
  expect(draft(document)).toContain('Text.\n\n## Root story\n\nA.\n\nB.\n');
});

test('reads Jekyll categories in one text, the date in the file name, and Liquid code tags', () => {
  const text =
    '---\nlayout: post\ncategories: devops postgres\n---\n{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n\nSee {{ site.url }}.';
  const document = readJekyll({ path: '_posts/2015-03-09-done.md', text });
  expect(factsIn(document)).toEqual([
    'layout → post',
    'categories → devops | postgres → vocabulary',
    'date of the file → 2015-03-09 → source.published',
  ]);
  expect(formatBody(document.body)).toBe('```ruby\nputs 1\n```\n\nSee \\{\\{ site.url }}.\n');
});

test('reads the title and the date from the first lines of a text', () => {
  const document = readText({
    path: 'x.txt',
    text: 'Saturday, March 10, 2018\n\nThe outage\n\nIt was down.',
  });
  expect(factsIn(document)).toEqual([
    'date → Saturday, March 10, 2018 → source.published',
    'title → The outage → title',
  ]);
  expect(formatBody(document.body)).toBe('It was down.\n');
  expect(draft(document)).toContain('published: "2018-03-10"\n');
  expect(draft(document)).toContain('- date: Saturday, March 10, 2018\n');
});

test('does not take a sentence for a title', () => {
  expect(factsIn(readText({ path: 'x.txt', text: 'It was down.\nWe cried.' }))).toEqual([]);
});

test('decodes mail headers (RFC 2047), keeps the offset of the date, and keeps quotations', async () => {
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
  const [document] = await readMail({ path: 'x.eml', text });
  if (!document) throw new Error('no message');
  expect(factsIn(document)).toEqual([
    'Message-ID → <1@example.org> → id',
    'Subject → Ausfall für alle → title',
    'Date → Sun, 13 Dec 2009 13:48:20 -0500 → source.published',
    'From → Jörg Example <joerg@example.org>',
    'To → ops@example.org | B, C <c@example.org>',
  ]);
  expect(document.remarks).toEqual(['omitted headers about how the mail travelled: Received']);
  expect(formatBody(document.body)).toBe('> is it ✓?\n\nYes \\<b>.\n');
  expect(draft(document)).toContain('published: "2009-12-13T13:48:20-05:00"\n');
});

test('reads the HTML of a mail without plain text, and names attachments', async () => {
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
  const [document] = await readMail({ path: 'x.eml', text });
  expect(document && formatBody(document.body)).toBe('It was **down**\n');
  expect(document && factsIn(document)).toContain('attachments → g.png (image/png)');
});

test('reads every message of a mailbox', async () => {
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
  const [document] = await readMail({ path: 'x.txt', text });
  expect(document && factsIn(document)).toEqual([
    'From → Ann <ann example org>',
    'Subject → Wrap-up → title',
    'Date → Sun, 13 Dec 2009 13:48:20 -0500 → source.published',
  ]);
  expect(document && formatBody(document.body)).toBe('All is well.\n');
});

test('reads a Confluence page', () => {
  const text = `<!DOCTYPE html><html><head><title>Operations : Disk full</title><style>p{}</style></head><body>
    <div id="page"><h1 id="title-heading"><span id="title-text"> Operations : Disk full </span></h1>
    <div class="page-metadata">Created by <span class='author'>Ann</span>, last modified on Mar 10, 2018</div>
    <div id="main-content" class="wiki-content"><h2>Timeline</h2>
    <div class="table-wrap"><table class="confluenceTable"><tbody><tr><th>Time</th><th>Event</th></tr>
    <tr><td>09:30</td><td>Disk <code>/data</code> full</td></tr></tbody></table></div>
    <ul class="inline-task-list"><li><input type="checkbox" checked> Delete logs</li></ul>
    <p><img src="attachments/1/2.png" alt="graph"> <a href="/display/OPS">OPS</a></p></div></div></body></html>`;
  const document = readHtml({ path: 'x.html', text });
  expect(factsIn(document)).toEqual([
    'title → Disk full → title',
    'page → Created by Ann, last modified on Mar 10, 2018',
  ]);
  const mdx = draft(document);
  expect(mdx).toContain('Created by Ann, last modified on Mar 10, 2018\n');
  expect(mdx).toContain('| Time | Event |\n| - | - |\n| 09:30 | Disk `/data` full |\n');
  expect(mdx).toContain('- [x] Delete logs\n');
  expect(mdx).toContain('graph (`attachments/1/2.png`) OPS (`/display/OPS`)\n');
});

test('reads a Google Docs document and unwraps its links', () => {
  const text =
    '<html><head><title>Disk</title><meta name="viewport" content="x"><meta name="keywords" content="postgres, disk"></head><body class="c1"><p class="c0"><span class="c2">See </span><span><a class="c3" href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D&amp;source=editors">this</a></span></p></body></html>';
  const document = readHtml({ path: 'x.html', text });
  expect(factsIn(document)).toEqual(['title → Disk → title', 'keywords → postgres | disk → vocabulary']);
  expect(formatBody(document.body)).toBe('See [this](https://example.org/a?b=1)\n');
});
