import { describe, expect, test } from 'vitest';
import { isAllowed } from '../../src/integrations/content-guard.ts';

const INSIDE = { contentFolder: '/project/content', root: '/project', base: '/' };
const OUTSIDE = { contentFolder: '/elsewhere/knowledge', root: '/project', base: '/kb/' };

describe('rejects', () => {
  test.each([
    '/content/notes/x.mdx',
    '/content/notes/x.mdx?import',
    '/content/notes/x.mdx?raw',
    '/content/site.yaml?url',
    '/content',
    '/content/',
    '//content/notes/x.mdx',
    '/./content/notes/x.mdx',
    '/src/../content/notes/x.mdx',
    '/%63ontent/notes/x.mdx',
    '/content%2fnotes%2fx.mdx',
    '/content\\notes\\x.mdx',
    '/CONTENT/notes/x.mdx',
    '/@fs/project/content/notes/x.mdx',
    '/@fs//project/content/notes/x.mdx',
    '/notes/%E0%A4%A/',
    '/%',
    '/%ff',
  ])('%s', (url) => {
    expect(isAllowed(url, INSIDE)).toBe(false);
  });

  test.each([
    '/@fs/elsewhere/knowledge/notes/x.mdx',
    '/kb/@fs/elsewhere/knowledge/notes/x.mdx',
    '/kb/notes/%E0%A4%A/',
    '/kb/content/notes/x.mdx',
    '/content/site.yaml?raw',
  ])('%s with a content folder outside the project', (url) => {
    expect(isAllowed(url, OUTSIDE)).toBe(false);
  });
});

test('rejects content below the prefix of the site', () => {
  expect(isAllowed('/kb/content/notes/x.mdx', { ...INSIDE, base: '/kb/' })).toBe(false);
});

describe('allows', () => {
  test.each([
    '/',
    '/notes/x/',
    '/notes/%E6%95%B0/',
    '/search/?q=%E0%A4%A',
    '/contents/',
    '/content-guide/',
    '/pictures/notes/graph.png',
    '/src/pages/index.astro',
    '/@vite/client',
    '/@id/astro:scripts/page.js',
    '/@fs/project/node_modules/x.js',
  ])('%s', (url) => {
    expect(isAllowed(url, INSIDE)).toBe(true);
  });

  test('the same addresses if the content is outside the project', () => {
    expect(isAllowed('/kb/notes/x/', OUTSIDE)).toBe(true);
    expect(isAllowed('/kb/@fs/elsewhere/knowledge-base/x.js', OUTSIDE)).toBe(true);
  });
});
