import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { home, openPage } from './open-page.ts';
import { RENAMED_ENTRIES } from './renamed-entries.ts';

describe.each(RENAMED_ENTRIES)('a renamed $kind', ({ folder, old, now }) => {
  test('redirects from its old address, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage(`${folder}/${old}/`, { javaScriptEnabled });
      await page.waitForURL(`${home}${folder}/${now}/`);
      expect(await page.locator('h1').textContent()).not.toBe('This page has moved');
    }
  });

  test('has its new address, and not its old one, in pages and search data', async () => {
    const site = inject('site');
    const files = (await readdir(site, { recursive: true })).filter((file) =>
      /\.(?:html|json|xml|txt|ics)$/.test(file),
    );
    const naming = async (id: string) => {
      const address = `/${folder}/${id}/`;
      const held = await Promise.all(
        files.map(async (file) => (await readFile(join(site, file), 'utf8')).includes(address)),
      );
      return files.filter((_, index) => held[index]);
    };
    expect(await naming(old)).toEqual([]);
    expect((await naming(now)).length).toBeGreaterThan(2);
  });
});

test('the search shows a renamed postmortem once, at its new address', async () => {
  const page = await openPage('search/?q=paperfeed%20quorum%20absent');
  const found = page.locator('.result a[href*="/postmortems/"]');
  await found.first().waitFor();
  const hrefs = await found.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const pages = hrefs.map((href) => new URL(href, home)).filter(({ hash }) => hash === '');
  expect(pages[0]?.href).toBe(`${home}postmortems/2021-03-04-receipts-behind-a-lock/`);
  expect(hrefs.filter((href) => href.includes('tills-print-no-receipts'))).toEqual([]);
});

test('the old address of a lesson redirects to the lesson', async () => {
  const page = await openPage('lessons/try-the-failover/');
  await page.waitForURL(`${home}lessons/test-failover-before-you-need-it/`);
  expect(page.errors).toEqual([]);
});

test('the old address of a tag redirects without JavaScript, and links to the new address', async () => {
  const page = await openPage('tags/reboot-unsafe/', { javaScriptEnabled: false });
  await page.waitForURL(`${home}tags/not-reboot-safe/`);
  const html = await (await page.request.get(`${home}tags/reboot-unsafe/`)).text();
  expect(html).toContain(
    `<link rel="canonical" href="https://hindsight.example.org/kb/tags/not-reboot-safe/">`,
  );
  expect(html).toContain('<a href="/kb/tags/not-reboot-safe/"');
});

test('a redirect keeps the anchor', async () => {
  const page = await openPage('notes/oma-crash-course/#redis-alive-and-responding');
  await page.waitForURL(`${home}notes/app-maintenance-crash-course/#redis-alive-and-responding`);
});

test('the old anchor of a procedure shows where the procedure is now, until you go there', async () => {
  const page = await openPage('notes/oma-crash-course/#redis-gone');
  await page.waitForURL(`${home}notes/app-maintenance-crash-course/#redis-gone`);
  const moved = page.getByText('This procedure has moved to');
  await moved.getByRole('link').click();
  await page.waitForURL(`${home}notes/app-maintenance-crash-course/#redis-alive-and-responding`);
  await moved.waitFor({ state: 'hidden' });
});
