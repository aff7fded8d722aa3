import { expect, test } from 'vitest';
import { convertPage } from '../../src/bundle/convert-page.ts';

const OPTIONS = {
  path: 'notes/a/index.html',
  base: '/kb/',
  siteAddress: 'https://example.org/kb/',
  built: '2026-11-27T14:02:00.000Z',
};

const convert = (body: string, head = '', path = OPTIONS.path) =>
  convertPage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    ...OPTIONS,
    path,
  }).html;

const inPage = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head>${head}<script src="../../site.js" defer></script></head><body>${body}</body></html>`;

test('a page gets relative addresses, in links, forms, pictures and the data of elements', () => {
  const served =
    '<a href="/kb/tags/">Tags</a><form action="/kb/search/"></form><img src="/kb/pictures/notes/a.png" alt="A &amp; b">';
  expect(convert(served)).toBe(
    inPage(
      '<a href="../../tags/index.html">Tags</a><form action="../../search/index.html"></form><img src="../../pictures/notes/a.png" alt="A &#x26; b">',
    ),
  );
  const builder =
    '<checklist-builder data-source="/kb/checklists/source.json" data-base="/kb/"></checklist-builder>';
  expect(convert(builder)).toContain('data-source="../../checklists/source.json" data-base="../../"');
});

test('a page loses what needs a server, and keeps its other scripts', () => {
  const head =
    '<link rel="manifest" href="/kb/manifest.json"><script src="/kb/theme.js"></script><noscript><meta http-equiv="refresh" content="0; url=/kb/"></noscript>';
  const body =
    '<p>a</p><offline-news data-worker="/kb/sw.js"></offline-news><script type="module" src="/kb/_astro/a.js"></script>';
  expect(convert(body, head)).toBe(
    inPage('<p>a</p>', '<script src="../../theme.js"></script><noscript></noscript>'),
  );
});

test('the scripts that a page still loads are known', () => {
  const html =
    '<script async src="/kb/_astro/theme.js"></script><script type="module" src="/kb/_astro/a.js"></script>';
  expect(convertPage(html, OPTIONS).scripts).toEqual(['../../_astro/theme.js']);
});

test('the search does not ask other knowledge bases', () => {
  const panel = `<search-panel data-index="/kb/pagefind/" data-base="/kb/" data-others='[{"title":"A"}]'></search-panel>`;
  expect(convert(panel)).toContain(
    '<search-panel data-index="../../pagefind/" data-base="../../" data-others="[]">',
  );
});

test('a page shows how old it is, and links to its address on the server', () => {
  expect(convert('<p class="offline-copy"></p>')).toContain(
    '<p class="offline-copy">Copy of <time datetime="2026-11-27T14:02:00.000Z">27 Nov 2026, 14:02 UTC</time>. <a href="https://example.org/kb/notes/a/">Open it from the server</a></p>',
  );
});

test('a page has the policy for files', () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; worker-src 'self'">`;
  expect(convert('', policy)).toMatch(/content="default-src [^"]*form-action file:/);
});

test('a page without styles advises to extract the zip', () => {
  expect(convert('<p class="without-styles">Run npm run preview</p>')).toContain(
    '<p class="without-styles">The styles of this page did not load. If you opened it in the zip, extract',
  );
});

test('the page about the offline copy is about the bundle', () => {
  const page = '<p class="lead">Your browser can keep a copy</p><offline-state><p>State</p></offline-state>';
  const converted = convert(page, '', 'offline/index.html');
  expect(converted).toContain('<p class="lead">This is a copy of the site as files.');
  expect(converted).not.toMatch(/State|Your browser/);
  expect(convert(page)).toContain('Your browser can keep a copy');
});
