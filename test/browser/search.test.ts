import { describe, expect, test } from 'vitest';
import { home, open } from './browser.ts';

/** What a tired person types, and the page that has to be reached. */
const SEARCHES = [
  ['supervisor minfds', 'postmortems/2015-03-linode-xen-reboots/'],
  ['sentinel slaves', 'postmortems/2015-03-linode-xen-reboots/'],
  ['planet lock file', 'postmortems/2009-12-gnome-server-move/'],
  ['421 deferred yahoo', 'postmortems/2009-12-gnome-server-move/'],
  ['kernel build pegged', 'postmortems/2018-03-10-manager-mongo-outage/'],
  ['redis dead data lost', 'notes/app-maintenance-crash-course/'],
  ['1 character queries', 'postmortems/learn-search-overload/'],
] as const;

describe('the search page', () => {
  test.each(SEARCHES)('leads from "%s" to %s', async (query, target) => {
    const page = await open('search/');
    await page.getByRole('searchbox').fill(query);
    const link = page.locator(`.results a[href^="${new URL(home).pathname}${target}"]`).first();
    await link.click();
    await page.waitForURL((url) => url.pathname.endsWith(target));
    expect(await page.locator('h1').count()).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('shows the sections that matched, with links to them', async () => {
    const page = await open('search/?q=planet%20lock%20file');
    const section = page.locator('.result-sections a').first();
    await section.waitFor();
    const anchor = new URL((await section.getAttribute('href')) ?? '', home).hash;
    await section.click();
    await page.waitForURL((url) => url.hash === anchor);
    expect(await page.locator(`[id="${decodeURIComponent(anchor.slice(1))}"]`).count()).toBe(1);
  });

  test('keeps the query and the filters in the address, and reads them from it', async () => {
    const page = await open('search/');
    await page.getByRole('searchbox').fill('redis');
    await page.locator('.results > li').first().waitFor();
    await page.getByLabel('Kind').selectOption('lesson');
    await page.waitForURL((url) => url.search === '?q=redis&kind=lesson');
    await page.reload();
    expect(await page.getByRole('searchbox').inputValue()).toBe('redis');
    await page.locator('.results > li').first().waitFor();
    const kinds = await page.locator('.result-kind').allTextContents();
    expect(new Set(kinds)).toEqual(new Set(['Lesson']));
  });

  test('narrows by service, recurring issue, severity and year, with counts', async () => {
    const page = await open('search/?q=reboot');
    await page.locator('.results > li').first().waitFor();
    for (const label of ['Service', 'Recurring issue', 'Severity', 'Year']) {
      const options = await page
        .getByLabel(new RegExp(`^${label}`))
        .locator('option')
        .allTextContents();
      expect(options.slice(1).join(), label).toMatch(/\(\d+\)/);
    }
    await page.getByLabel('Year').selectOption('2018');
    await page.getByText('1 result', { exact: true }).waitFor();
  });

  test('is driven by the keyboard alone: slash, typing, arrows, Enter', async () => {
    const page = await open('services/');
    await page.keyboard.press('/');
    await page.keyboard.type('planet lock file');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/search/'));
    await page.locator('.results > li').first().waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
  });

  test('says so when nothing matches, and when the index cannot be loaded', async () => {
    const page = await open('search/?q=zzzzqqq');
    await page.getByText('Nothing matches').waitFor();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.reload();
    await page.getByText('The search index cannot be loaded').waitFor();
    expect(await page.getByRole('link', { name: 'Postmortems' }).count()).toBeGreaterThan(0);
  });
});
