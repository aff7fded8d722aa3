import { expect, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const NOTE = 'notes/devops-crash-course-day-two/';

test('a found word is marked across the coloured parts of a block of code', async () => {
  const page = await openPage('404.html');
  await page.route(`**/${NOTE}`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /<h1\b/,
      '<pre><code>run <span class="code-name">pg_</span><span class="code-string">dump</span>all now</code></pre><h1',
    );
    await route.fulfill({ response, body: html });
  });
  const address = new URL(NOTE, home);
  await page.evaluate(
    (pathname) =>
      sessionStorage.setItem('hindsight-found', JSON.stringify({ pathname, words: ['pg_dumpall', 'dump'] })),
    address.pathname,
  );
  await page.goto(address.href);
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String)))
    .toContain('pg_dumpall');
  const marked = await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String));
  expect(marked).not.toContain('dump');
});
