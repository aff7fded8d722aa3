import { expect, test } from 'vitest';
import { createPagefindPage } from '../../../src/knowledge/search/pagefind-page.ts';
import { createDocument } from './small-documents.ts';

/** Returns the address of a page, and its HTML with each element on a line of its own. */
function createPage(document: Parameters<typeof createPagefindPage>[0]) {
  const { url, content } = createPagefindPage(document);
  return { url, html: content.replaceAll('><', '>\n<') };
}

test('a page has its facts and filters without text, and its texts with their weights', () => {
  const document = createDocument({
    kind: 'lesson',
    id: 'a',
    title: 'A title',
    summary: 'In short',
    aliases: ['Alias', 'Other'],
    signals: ['Signal'],
    sections: [{ anchor: 'x', title: 'Heading', text: 'Running text' }],
    filters: { kind: ['lesson'], service: ['Redis', 'MySQL'] },
    owner: 'Example',
    date: 'May 2018',
    severity: 'sev2',
    worked: 'Started it.',
    worsened: 'Stopped it.',
    steps: ['Look.', 'Do.'],
    checklist: 'n-p',
    marks: ['outline', 'destructive'],
    evidence: 3,
  });
  const { url, html } = createPage(document);
  expect(url).toBe('/lessons/a/');
  const meta = [...html.matchAll(/data-pagefind-meta="([^"]*)"/g)].map(([, value]) => value);
  expect(meta).toEqual([
    'title:A title',
    'kind:lesson',
    'id:a',
    expect.stringMatching(/^aliases:Alias.+Other$/s),
    'signals:Signal',
    'owner:Example',
    'date:May 2018',
    'severity:sev2',
    'worked:Started it.',
    'worsened:Stopped it.',
    expect.stringMatching(/^steps:Look\..+Do\.$/s),
    'checklist:n-p',
    'marks:outline destructive',
    'evidence:3',
  ]);
  const isShown = (line: string) => !line.includes('pagefind-meta') && line !== '</span>';
  expect(html.split('\n').filter(isShown)).toEqual([
    '<!doctype html>',
    '<html lang="en">',
    '<body data-pagefind-body="">',
    '<span data-pagefind-filter="kind:lesson">',
    '<span data-pagefind-filter="service:Redis">',
    '<span data-pagefind-filter="service:MySQL">',
    '<h1 data-pagefind-weight="7">A title</h1>',
    '<p data-pagefind-weight="3">In short</p>',
    '<h2 id="signals">What was seen</h2>',
    '<p data-pagefind-weight="5">Signal</p>',
    '<h2 id="x">Heading</h2>',
    '<p>Running text</p>',
    '<p id="unshown-words" data-pagefind-weight="5">Alias</p>',
    '<p data-pagefind-weight="5">Other</p>',
    '</body>',
    '</html>',
  ]);
});

test('a page has no facts without a value', () => {
  const { html } = createPage(createDocument({ kind: 'note', id: 'n', title: '接続', filters: {} }));
  expect(html.match(/data-pagefind-\w+="[^"]*"/g)).toEqual([
    'data-pagefind-body=""',
    'data-pagefind-meta="title:接\u2060 続"',
    'data-pagefind-meta="kind:note"',
    'data-pagefind-meta="id:n"',
    'data-pagefind-weight="7"',
  ]);
});
