import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { home, openPage } from './open-page.ts';

/** Queries of a tired person, and the page that each must find. */
const SEARCHES = [
  ['supervisor minfds', 'postmortems/2015-03-linode-xen-reboots/'],
  ['sentinel slaves', 'postmortems/2015-03-linode-xen-reboots/'],
  ['planet lock file', 'postmortems/2009-12-gnome-server-move/'],
  ['421 deferred yahoo', 'postmortems/2009-12-gnome-server-move/'],
  ['kernel build pegged', 'postmortems/2018-03-10-manager-mongo-outage/'],
  ['redis dead data lost', 'notes/app-maintenance-crash-course/'],
  ['1 character queries', 'postmortems/learn-search-overload/'],
] as const;

/** Thirty lines as they come out of a log: noise, a trace, and two errors that are known. */
const TRACE = [
  '2026-11-20T03:12:44.118Z web-03 app[4411]: ERROR request 6f1d2c3b-88aa-4b6e-9d11-0c5a7e0f9b21 failed',
  'Messages from 10.1.2.3 temporarily deferred due to user complaints - 4.16.56.1; see the postmaster',
  'OSError: [Errno 24] Too many open files: /var/lib/app/spool/000123',
  ...Array.from(
    { length: 27 },
    (_, line) => `    at worker.run (/srv/app/lib/worker.js:${line + 10}:${line + 3})`,
  ),
].join('\n');

const results = (page: Page) => page.locator('search-panel .result');
const links = (page: Page) => page.locator('search-panel .result a');
/** Waits for the complete answer: from then on nothing moves. The status is empty while an answer is partial. */
const answered = (page: Page) => page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
const fieldOf = (page: Page) => page.getByLabel('Error, service or symptom');

describe('the search page', () => {
  test.each(SEARCHES)('leads from "%s" to %s', async (query, target) => {
    const page = await openPage('search/');
    await fieldOf(page).fill(query);
    await answered(page);
    const link = page.locator(`.result a[href^="${new URL(home).pathname}${target}"]`).first();
    await link.click();
    await page.waitForURL((url) => url.pathname.endsWith(target));
    expect(await page.locator('h1').count()).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('shows the best match with its first steps above the others, with a link to each section', async () => {
    const page = await openPage('search/?q=redis%20dead');
    await answered(page);
    const headings = await page.locator('.search-results h2').allTextContents();
    expect(headings).toEqual(['Best match', 'Other results', 'Weaker matches (3)']);
    const best = page.locator('.result-best');
    expect(await best.locator('.result-title').first().textContent()).toBe('Redis: the process is dead');
    expect(await best.locator('.result-about').textContent()).toBe('Procedure · Oma');
    const steps = await best.locator('.result-step').allTextContents();
    expect(steps.slice(0, 2)).toEqual(['1. Pause processing.', '2. SSH to redis.']);
    expect(await best.locator('mark').count()).toBeGreaterThan(0);
    const section = page.locator('.result-inner a').first();
    const anchor = new URL((await section.getAttribute('href')) ?? '', home).hash;
    await section.click();
    await page.waitForURL((url) => url.hash === anchor);
    expect(await page.locator(`[id="${decodeURIComponent(anchor.slice(1))}"]`).count()).toBe(1);
  });

  test.each([390, 1280])('has each title below the heading of its group at %i px', async (width) => {
    const page = await openPage('search/?q=redis%20dead', { viewport: { width, height: 844 } });
    await answered(page);
    const groups = await page.locator('.search-results section').all();
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups) {
      const heading = await group.locator('h2').boundingBox();
      const title = await group.locator('.result > .result-title').first().boundingBox();
      expect(title?.x).toBe(heading?.x);
    }
    const link = page.locator('a.result-title').nth(1);
    await link.hover();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test('shows up to five steps of the best match, and a link to its checklist that a thumb hits', async () => {
    const page = await openPage('search/?q=redis%20dead', { viewport: { width: 390, height: 844 } });
    await answered(page);
    const best = page.locator('.result-best');
    const steps = await best.locator('.result-step').allTextContents();
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.length).toBeLessThanOrEqual(5);
    const link = best.getByRole('link', { name: 'Open the checklist' });
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await link.click();
    await page.waitForURL((url) => url.pathname.endsWith('/redis-process-dead/'));
  });

  test('shows each address in one row, and folds the weaker matches under their number', async () => {
    const page = await openPage('search/?q=planet%20lock%20file');
    await answered(page);
    const titles = page.locator('.search-results .result-title');
    const hrefs = await titles.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.filter((href, at) => hrefs.indexOf(href) !== at)).toEqual([]);
    const weaker = page.locator('details.results-weaker');
    const count = await weaker.locator('.result:not(.result-inner, .result-background)').count();
    expect(count).toBeGreaterThan(0);
    expect(await weaker.locator('summary').textContent()).toBe(`Weaker matches (${count})`);
    const others = page.locator('.search-results > :not(.results-weaker) .result-about');
    expect((await others.allTextContents()).join()).not.toContain('partial match');
    expect(await weaker.locator('.result').first().isVisible()).toBe(false);
    await weaker.locator('summary').click();
    expect(await weaker.locator('.result').first().isVisible()).toBe(true);
  });

  test('shows what made it worse before what worked', async () => {
    const page = await openPage('search/?q=kernel%20build%20pegged');
    await answered(page);
    const about = await page.locator('.result-best .result').first().innerText();
    expect(about.indexOf('Made it worse:')).toBeGreaterThan(0);
    expect(about.indexOf('What worked:')).toBeGreaterThan(about.indexOf('Made it worse:'));
  });

  test('leads straight to the checklist of an emergency procedure, and to its note', async () => {
    const page = await openPage('search/?q=redis%20dead');
    await answered(page);
    const background = page.getByRole('link', { name: 'Background' }).first();
    expect(await background.getAttribute('href')).toMatch(/\/notes\/.+#redis-process-dead$/);
    await page.getByRole('link', { name: 'Redis: the process is dead' }).first().click();
    await page.waitForURL((url) => url.pathname.endsWith('/redis-process-dead/'));
    expect(await page.locator('.item input').count()).toBeGreaterThan(0);
    expect(page.errors).toEqual([]);
  });

  test('answers every key once', async () => {
    const page = await openPage('search/', { viewport: { width: 390, height: 844 } });
    await fieldOf(page).fill('redis');
    await answered(page);
    const readAnswers = await recordAnswers(page);
    await fieldOf(page).selectText();
    for (const letter of 'sentinel') {
      await page.keyboard.type(letter);
      await expect.poll(async () => (await readAnswers()).at(-1)).toMatch(new RegExp(`${letter}$`));
    }
    expect(await readAnswers()).toEqual([...'sentinel'].map((_, at) => 'sentinel'.slice(0, at + 1)));
  });

  test('reports no result count for one or two letters', async () => {
    const page = await openPage('search/');
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener('search-state', ({ detail }: CustomEventInit & Event) => {
        seen.push(`${detail.query} ${detail.state}`);
      });
    });
    const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await fieldOf(page).fill('zq');
    await expect.poll(seen).toContain('zq results');
    expect(await page.locator('[role="status"]').first().textContent()).toBe('');
    await fieldOf(page).fill('zqxv');
    await expect.poll(seen).toContain('zqxv nothing');
  });

  test('works in a browser without web workers', async () => {
    const page = await openPage('');
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await page.goto(`${home}search/?q=redis%20dead`);
    await answered(page);
    expect(page.errors).toEqual([]);
  });

  test('corrects a spelling, and undoes the correction with one key or one click', async () => {
    const page = await openPage('search/');
    const field = fieldOf(page);
    await field.fill('supervisr minfds');
    await page.getByText('Showing results for supervisor').waitFor();
    expect(await links(page).first().getAttribute('href')).toBeTruthy();
    await field.press('Shift+Enter');
    await page.getByText('Searched exactly as typed: supervisr.').waitFor();
    await page.getByText('No page contains supervisr.').waitFor();
    expect(await page.getByText('Showing results for').count()).toBe(0);
    await field.fill('supervisr');
    await page.getByRole('button', { name: /^Search for “supervisr” instead/ }).click();
    await page.getByText('Searched exactly as typed: supervisr.').waitFor();
    await page.getByText('No results').waitFor();
  });

  test('keeps the query and the filters in the URL; chips remove filters', async () => {
    const page = await openPage('search/');
    await fieldOf(page).fill('redis');
    await answered(page);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel(/^Kind/).selectOption('lesson');
    await page.waitForURL((url) => url.search === '?q=redis&kind=lesson');
    await page.reload();
    await answered(page);
    expect(await fieldOf(page).inputValue()).toBe('redis');
    const about = await page.locator('.result:not(.result-inner) .result-about').allTextContents();
    expect(about.length).toBeGreaterThan(0);
    expect(about.filter((text) => !text.startsWith('Lesson'))).toEqual([]);
    await page.getByRole('button', { name: 'Remove filter Kind: Lesson' }).click();
    await page.waitForURL((url) => url.search === '?q=redis');
  });

  test('filters by kind, service, recurring issue, severity and year, with counts', async () => {
    const page = await openPage('search/?q=reboot');
    await answered(page);
    await page.getByText('Filters', { exact: true }).click();
    await page.locator('select[name="year"] option', { hasText: '2018 (1)' }).waitFor({ state: 'attached' });
    for (const name of ['kind', 'service', 'tag', 'severity', 'year']) {
      const counted = await page.locator(`select[name="${name}"] option`).allTextContents();
      expect(counted.slice(1).join(), name).toMatch(/\(\d+\)/);
    }
    await page.locator('select[name="year"]').selectOption('2018');
    await page.getByText(/^1 result/).waitFor();
  });

  test('recognises a pasted stack trace of 30 lines, and keeps it out of the URL, requests and storage', async () => {
    const page = await openPage('search/');
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url() + (request.postData() ?? '')));
    const field = fieldOf(page);
    await field.focus();
    await field.evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, TRACE);
    await answered(page);
    const lines = await page.locator('.search-lines li').allTextContents();
    expect(
      lines.some((line) => line.startsWith('Line 2:') && line.includes('similar to “Messages from')),
    ).toBe(true);
    expect(lines.some((line) => line.startsWith('Line 3:') && line.includes('means'))).toBe(true);
    const first = page.locator('.result:not(.result-inner) a[href*="/postmortems/"]').first();
    expect(await first.getAttribute('href')).toMatch(/2009-12-gnome-server-move|2015-03-linode-xen-reboots/);
    expect(new URL(page.url()).search).toBe('');
    expect(requested.filter((request) => /complaints|deferred|srv.app|Errno/.test(request))).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('complaints');
    // The arrows move in the pasted lines, so Tab leads on to the results.
    await page.locator('textarea').focus();
    const isOnResult = () => page.evaluate(() => document.activeElement?.className === 'result-title');
    for (let presses = 0; presses < 8 && !(await isOnResult()); presses++) await page.keyboard.press('Tab');
    expect(await isOnResult()).toBe(true);
    await page.getByRole('button', { name: 'Use a single line' }).click();
    await field.waitFor();
  });

  test('shows help if nothing is found, and if the index cannot be loaded', async () => {
    const page = await openPage('search/?q=zzzzqqq');
    await page.getByText('No results').waitFor();
    await page.getByRole('heading', { name: 'Search tips' }).waitFor();
    await page.getByRole('heading', { name: 'Procedures by service' }).waitFor();
    expect(await page.locator('[data-near] > li:visible').count()).toBe(6);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.reload();
    await page.getByText('Search is not available').waitFor();
    expect(await page.getByRole('link', { name: 'Postmortems' }).count()).toBeGreaterThan(0);
  });

  test('remembers searches in this browser, and deletes one on request', async () => {
    const page = await openPage('search/');
    await fieldOf(page).fill('planet lock file');
    await answered(page);
    await links(page).first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
    await page.goto(new URL('search/', home).href);
    await page.getByRole('button', { name: 'Search for “planet lock file” again' }).click();
    await answered(page);
    await fieldOf(page).fill('');
    const forget = page.getByRole('button', { name: 'Delete “planet lock file”' });
    await forget.click();
    await forget.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.getItem('hindsight-searches'))).toBeNull();
  });

  test('renders without horizontal scrolling at 390 px, with the first result in view', async () => {
    const page = await openPage('search/?q=redis', { viewport: { width: 390, height: 844 } });
    await answered(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const first = await results(page).first().boundingBox();
    expect(first?.y).toBeLessThan(844);
    expect(first?.height).toBeGreaterThanOrEqual(44);
  });
});

describe('the search from any page', () => {
  test('opens with /, Ctrl+K or a click, and closes with Escape', async () => {
    const page = await openPage('services/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await page.keyboard.press('/');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.site-header input').click();
    await dialog.waitFor();
  });

  test('works with the keyboard alone, and announces the results and the selection to screen readers', async () => {
    const page = await openPage('lessons/');
    await page.keyboard.press('/');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.waitFor();
    await page.keyboard.type('planet lock file');
    await answered(page);
    expect(await page.getByRole('dialog').getByRole('status').textContent()).toMatch(
      /^\d+ results?, best match: \S/,
    );
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const active = await field.getAttribute('aria-activedescendant');
    const chosen = page.locator(`[id="${active}"]`);
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    const target = await chosen.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href === new URL(target ?? '', home).href);
    expect(page.errors).toEqual([]);
  });

  test('links to the procedures if nothing is found, and closes with a tap', async () => {
    const page = await openPage('services/', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill('zzzzqqq');
    const further = dialog.getByRole('link', { name: /^Browse procedures/ });
    await further.waitFor();
    await dialog.getByRole('combobox').fill('redis');
    await answered(page);
    expect(await further.isVisible()).toBe(false);
    await results(page).last().scrollIntoViewIfNeeded();
    const close = dialog.getByRole('button', { name: 'Close search' });
    expect((await close.boundingBox())?.y).toBeLessThan(100);
    await close.tap();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('opens the best match on Enter, and the search page if nothing matches', async () => {
    const page = await openPage('tags/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('redis dead');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/redis-process-dead/'));
    await page.goto(new URL('tags/', home).href);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('zzzzqqq');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.search === '?q=zzzzqqq');
    await page.getByText('No results').waitFor();
  });
});

/** An index that is merged with others is not in memory. */
test('an answer from a large index is whole from the start', async () => {
  const page = await openPage('');
  await setOtherKnowledgeBases(page, [{ title: 'The missing base', address: 'http://localhost:9/' }]);
  await page.goto(new URL('search/', home).href);
  await fieldOf(page).fill('redis');
  await answered(page);
  const readAnswers = await recordAnswers(page);
  await fieldOf(page).selectText();
  await fieldOf(page).pressSequentially('minfds', { delay: 20 });
  await expect.poll(async () => (await readAnswers()).at(-1)).toBe('minfds');
  // Another answer to the same question would come soon.
  await page.waitForTimeout(1000);
  const queries = await readAnswers();
  expect(queries).toEqual([...new Set(queries)]);
  expect(await links(page).count()).toBeGreaterThan(0);
});

test('the search reports once which other knowledge bases cannot be loaded, and shows its own results', async () => {
  const page = await openPage('');
  // It is there and of the right version, but what it serves is no index.
  await page.route('**/broken/pagefind/**', async (route) => {
    const own = route.request().url().replace('/broken/', '/');
    const isEntry = own.includes('pagefind-entry.json');
    if (!isEntry) return route.fulfill({ status: 200, body: 'no index' });
    const response = await route.fetch({ url: own });
    return route.fulfill({ response });
  });
  await setOtherKnowledgeBases(page, [
    { title: 'The broken base', address: new URL('broken/', home).href },
    { title: 'The missing base', address: 'http://localhost:9/' },
  ]);
  await page.goto(new URL('search/', home).href);
  const field = fieldOf(page);
  await field.fill('planet lock file');
  await answered(page);
  const status = page.locator('search-panel').getByRole('status').first();
  expect(await status.textContent()).toContain('Could not reach: ');
  expect(await status.textContent()).toContain('The broken base');
  expect(await status.textContent()).toContain('The missing base');
  expect(await links(page).first().getAttribute('href')).toContain(new URL(home).pathname);
  await field.fill('redis dead');
  await expect.poll(() => status.textContent()).toMatch(/best match: .*Redis[^.]*\.$/);
});

async function setOtherKnowledgeBases(
  page: Page,
  others: readonly { title: string; address: string }[],
): Promise<void> {
  await page.route('**/search/', async (route) => {
    const response = await route.fetch();
    const escaped = JSON.stringify(others).replaceAll('"', '&quot;');
    const body = (await response.text()).replaceAll(/data-others="[^"]*"/g, `data-others="${escaped}"`);
    await route.fulfill({ response, body });
  });
}

/** Records the questions whose answers are shown from now on. */
async function recordAnswers(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    document.addEventListener('search-state', ({ detail }: CustomEventInit & Event) => {
      shown.push(detail.query);
    });
  });
  return () => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
}
