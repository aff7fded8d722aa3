import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const fieldOf = (page: Page) => page.getByLabel('Error, service or symptom');
const statusOf = (page: Page) => page.locator('search-panel [role="status"]').first();
const answered = (page: Page) => statusOf(page).filter({ hasText: 'best match' }).waitFor();

/** Opens a page whose timers run only as far as the test lets them. */
async function openWithClock(path: string, options = {}) {
  const page = await openPage('404.html', options);
  await page.clock.install();
  await page.goto(new URL(path, home).href);
  return page;
}

/** Answers no request for some files, of the index by default, until the returned function is called. */
async function holdFiles(
  page: Page,
  files: string | RegExp = '**/pagefind/**',
): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await isReleased;
    await route.continue().catch(() => undefined);
  });
  return async () => release();
}

describe('a search on a bad network', () => {
  test('reports that it searches, that the network is slow, and shows the answer when it comes', async () => {
    const page = await openWithClock('search/');
    const release = await holdFiles(page);
    await fieldOf(page).fill('planet lock file');
    await page.clock.runFor(200);
    expect(await statusOf(page).textContent()).toBe('');
    await page.clock.runFor(200);
    await expect.poll(() => statusOf(page).textContent()).toBe('Searching…');
    await page.clock.runFor(4_000);
    await expect.poll(() => statusOf(page).textContent()).toBe('Slow network, still loading…');
    await release();
    await page.clock.resume();
    await answered(page);
  });

  test('offers the emergency procedures and another attempt after ten seconds without an answer', async () => {
    const page = await openWithClock('search/');
    await holdFiles(page);
    await fieldOf(page).fill('planet lock file');
    await page.clock.runFor(10_500);
    await page.getByText('Search is not available.').waitFor();
    await page.getByRole('heading', { name: 'Emergency procedures' }).waitFor();
    await page.unroute('**/pagefind/**');
    // At once, because the page also tries again by itself, which removes the button.
    await page
      .getByRole('button', { name: 'Try again' })
      .evaluate((button: HTMLButtonElement) => button.click());
    await page.clock.resume();
    await answered(page);
  });

  test('shows no list before the answer to the question in the address', async () => {
    const page = await openWithClock('404.html');
    const releaseIndex = await holdFiles(page);
    const releaseScripts = await holdFiles(page, /_astro\/(?!saved-theme\.).*\.js$/);
    await page.goto(new URL('search/?q=planet%20lock%20file', home).href, { waitUntil: 'commit' });
    const list = page.getByRole('heading', { name: 'Emergency procedures' });
    await page.getByRole('heading', { name: 'Search', exact: true }).waitFor();
    // Neither the styles nor the script in the head have to be there as early as the heading.
    await list.waitFor({ state: 'hidden' });
    await releaseScripts();
    await page.locator('search-panel[data-state="loading"]').waitFor();
    expect(await list.isVisible()).toBe(false);
    await page.clock.runFor(10_500);
    await page.getByText('Search is not available.').waitFor();
    await list.waitFor();
    await releaseIndex();
    await page.clock.resume();
    await answered(page);
    await list.waitFor({ state: 'hidden' });
  });

  test('shows the emergency procedures in the dialog as well', async () => {
    const page = await openWithClock('services/');
    await holdFiles(page);
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill('planet lock file');
    await expect
      .poll(async () => {
        await page.clock.runFor(10_500);
        return dialog.getByRole('heading', { name: 'Emergency procedures' }).isVisible();
      })
      .toBe(true);
    expect(await dialog.getByRole('link').count()).toBeGreaterThan(3);
  });

  test.each([404, 200])(
    'reports that the index is missing, if the server answers with a page and %i',
    async (status) => {
      const page = await openPage('search/');
      await page.route('**/pagefind/**', (route) =>
        route.fulfill({
          status,
          contentType: 'text/html',
          body: '<!DOCTYPE html><title>Another page</title>',
        }),
      );
      await fieldOf(page).fill('planet lock file');
      await page.getByText('Search is not available.').waitFor();
      await page.getByRole('heading', { name: 'Emergency procedures' }).waitFor();
      await page.unroute('**/pagefind/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await answered(page);
    },
  );

  test('searches again by itself when the network is back', async () => {
    const page = await openPage('search/');
    await page.context().setOffline(true);
    await fieldOf(page).fill('planet lock file');
    await page.getByText('Search is not available.').waitFor();
    await page.context().setOffline(false);
    await answered(page);
    expect(await page.getByText('Search is not available.').count()).toBe(0);
  });

  test('searches again by itself although the browser does not notice that the network is back', async () => {
    const page = await openWithClock('search/');
    await page.route('**/pagefind/**', (route) => route.abort());
    await fieldOf(page).fill('planet lock file');
    await page.getByText('Search is not available.').waitFor();
    await page.unroute('**/pagefind/**');
    await page.clock.resume();
    await page.clock.runFor(5_000);
    await answered(page);
  });
});

test.each(['', 'search/'])('/%s keeps and answers what was typed before its code was there', async (path) => {
  const page = await openPage('guide/');
  const release = await holdFiles(page, '**/_astro/search.*.js');
  await page.goto(new URL(path, home).href);
  await fieldOf(page).fill('planet lock file');
  await release();
  await answered(page);
  expect(await fieldOf(page).inputValue()).toBe('planet lock file');
});

describe('a search that was left', () => {
  test('comes back with question, results and scroll position on the search page', async () => {
    const page = await openPage('search/?q=redis');
    await answered(page);
    const link = page.locator('.result a').nth(12);
    await link.scrollIntoViewIfNeeded();
    const scroll = await page.evaluate(() => scrollY);
    expect(scroll).toBeGreaterThan(100);
    await link.click();
    await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
    await page.goBack();
    await answered(page);
    expect(await fieldOf(page).inputValue()).toBe('redis');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scroll - 60);
  });

  test('comes back on the home page', async () => {
    const page = await openPage('');
    await fieldOf(page).fill('planet lock file');
    await answered(page);
    await page.locator('.result a').first().click();
    await page.waitForURL((url) => url.href !== home);
    await page.goBack();
    await answered(page);
    expect(await fieldOf(page).inputValue()).toBe('planet lock file');
    expect(page.url()).toBe(home);
  });

  test('comes back in the dialog, but not after it was closed', async () => {
    const page = await openPage('services/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await page.keyboard.press('/');
    await dialog.getByRole('combobox').fill('planet lock file');
    await answered(page);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/services/'));
    await page.goBack();
    await dialog.waitFor();
    await answered(page);
    expect(await dialog.getByRole('combobox').inputValue()).toBe('planet lock file');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    // The dialog reports that it is closed in a later task.
    await page.waitForFunction(() => !history.state?.search);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await dialog.isVisible()).toBe(false);
  });

  test('keeps pasted lines through a reload, in this tab only', async () => {
    const page = await openPage('search/');
    await page.getByRole('button', { name: 'Paste a log' }).click();
    await page.locator('textarea').fill('OSError: [Errno 24] Too many open files\nat worker');
    await answered(page);
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await answered(page);
    expect(await page.locator('textarea').inputValue()).toContain('Errno 24');
    const other = await page.context().newPage();
    await other.goto(new URL('search/', home).href);
    await fieldOf(other).waitFor();
    expect(await other.locator('textarea').inputValue()).toBe('');
  });

  test('is named in the title', async () => {
    const page = await openPage('search/?q=redis%20dead');
    await expect.poll(() => page.title()).toBe('redis dead · Search · Hindsight');
    await fieldOf(page).fill('');
    await expect.poll(() => page.title()).toBe('Search · Hindsight');
  });
});

test('the opened page marks the found words as whole words, with the first one in view', async () => {
  const page = await openPage('search/?q=planet%20lock%20file');
  await answered(page);
  await page.locator('.result a[href$="2009-12-gnome-server-move/"]').first().click();
  await page.waitForURL((url) => url.pathname.endsWith('2009-12-gnome-server-move/'));
  const found = await page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('found') ?? [])] as Range[];
    const { top, bottom } = ranges[0]?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return { words: ranges.map(String), isInView: top >= 0 && bottom <= innerHeight };
  });
  expect(found.words.map((word) => word.toLowerCase())).toContain('lock');
  expect(found.isInView).toBe(true);
});

test('nothing moves while you type on a phone, and at most 200 px are above the first result', async () => {
  const page = await openPage('search/', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await fieldOf(page).pressSequentially('sentinel slaves', { delay: 30 });
  await answered(page);
  const top = (await page.locator('.result').first().boundingBox())?.y;
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThanOrEqual(200);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(Math.max(0, ...shifts)).toBeLessThan(0.02);
  const size = await page.evaluate(
    () => getComputedStyle(document.querySelector('textarea') as Element).fontSize,
  );
  expect(size).toBe('16px');
});
