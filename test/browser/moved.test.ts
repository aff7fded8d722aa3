import { expect, test } from 'vitest';
import { home, open } from './browser.ts';

test('the old address of a lesson leads to the lesson', async () => {
  const page = await open('lessons/try-the-failover/');
  await page.waitForURL(`${home}lessons/test-failover-before-you-need-it/`);
  expect(page.errors).toEqual([]);
});

test('without JavaScript too, and it says where the page is', async () => {
  const page = await open('tags/reboot-unsafe/', { javaScriptEnabled: false });
  await page.waitForURL(`${home}tags/not-reboot-safe/`);
  const html = await (await page.request.get(`${home}tags/reboot-unsafe/`)).text();
  expect(html).toContain(
    `<link rel="canonical" href="https://hindsight.example.org/kb/tags/not-reboot-safe/">`,
  );
  expect(html).toContain('<a href="/kb/tags/not-reboot-safe/"');
});

test('an anchor is kept on the way to the new page of a note', async () => {
  const page = await open('notes/oma-crash-course/#redis-alive-and-responding');
  await page.waitForURL(`${home}notes/app-maintenance-crash-course/#redis-alive-and-responding`);
});

test('the old anchor of a procedure shows where it is now, and only to those who ask for it', async () => {
  const page = await open('notes/oma-crash-course/#redis-gone');
  await page.waitForURL(`${home}notes/app-maintenance-crash-course/#redis-gone`);
  const moved = page.getByText('This procedure has moved to');
  await moved.getByRole('link').click();
  expect(page.url()).toBe(`${home}notes/app-maintenance-crash-course/#redis-alive-and-responding`);
  expect(await moved.isVisible()).toBe(false);
});
