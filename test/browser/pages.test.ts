import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { GUIDE_PAGES } from '../../src/components/guide/guide-pages.ts';
import { PAGE_ANCHORS } from '../../src/knowledge/schema/page-sections.ts';
import { home, openPage } from './open-page.ts';

const GUIDE = GUIDE_PAGES.map(({ name }) => `guide/${name ? `${name}/` : ''}`);

test('links lead from a lesson to its postmortem, its recurring issue, a service, and back', async () => {
  const page = await openPage('lessons/survive-a-reboot-without-hands/');
  await page.locator('#evidence ~ ol a').first().click();
  await page.waitForURL(/\/postmortems\/./);
  const postmortem = page.url();
  await page.locator('article .chip[href*="/tags/"]').first().click();
  await page.waitForURL(/\/tags\/./);
  await page.locator('#services ~ .chips a').first().click();
  await page.waitForURL(/\/services\/./);
  const service = page.url();
  await page
    .locator(`a[href="${new URL(postmortem).pathname}"]`)
    .first()
    .click();
  await page.waitForURL(postmortem);
  await page
    .locator(`a[href="${new URL(service).pathname}"]`)
    .first()
    .click();
  await page.waitForURL(service);
  await page.goBack();
  await page.locator('a[href$="/lessons/survive-a-reboot-without-hands/"]').first().click();
  await page.waitForURL(/survive-a-reboot-without-hands/);
  expect(page.errors).toEqual([]);
});

test('a lesson starts with its checks, and names the checklist of each once', async () => {
  const page = await openPage('lessons/survive-a-reboot-without-hands/');
  const [first] = await page.locator('article .text h2').all();
  expect(await first?.getAttribute('id')).toBe('checks');
  const checks = await page.locator('#checks ~ ul > li').count();
  expect(await page.locator('article .text a[href*="/checklists/"]').count()).toBe(checks);
});

test.each(['services/redis/', 'tags/not-reboot-safe/'])('%s links to each of its sections', async (path) => {
  const page = await openPage(path, { javaScriptEnabled: false });
  const ids = await page.locator('article .text h2').evaluateAll((titles) => titles.map(({ id }) => id));
  const links = page.getByRole('navigation', { name: 'On this page' }).locator('a');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(targets).toEqual(ids.filter(Boolean).map((id) => `#${id}`));
});

test('the link to the list above a page looks the same on every page', async () => {
  const page = await openPage('404.html');
  const looks = new Set<string>();
  for (const path of ['lessons/survive-a-reboot-without-hands/', 'insights/map/', 'insights/numbers/']) {
    await page.goto(new URL(path, home).href);
    const link = page.locator('main .crumb a').first();
    looks.add(
      await link.evaluate((element) => {
        const { color, fontSize, textDecorationLine } = getComputedStyle(element);
        return `${color} ${fontSize} ${textDecorationLine}`;
      }),
    );
  }
  expect(looks.size).toBe(1);
});

test('the board of actions has no column that is empty in every row', async () => {
  const page = await openPage('actions/');
  expect(await page.locator('.cell.owner').count()).toBe(0);
  await page.getByText('No action here has an owner').waitFor();
  expect(await page.locator('.action-head > span').first().textContent()).toBe('Action');
  expect(await page.locator('.action-head > span', { hasText: 'Owner' }).count()).toBe(0);
});

test('the home page focuses the search field, and Enter opens the best match', async () => {
  const page = await openPage('');
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
  await page.keyboard.type('redis dead');
  await page.locator('main').getByRole('status').filter({ hasText: 'best match' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.endsWith('/redis-process-dead/'));
});

test('no heading in a text can take the anchor of something around it', async () => {
  const site = inject('site');
  const page = await openPage('');
  const reserved = new Set(PAGE_ANCHORS);
  for (const folder of ['postmortems', 'notes', 'lessons']) {
    const ids = (await readdir(join(site, folder), { withFileTypes: true })).filter((item) =>
      item.isDirectory(),
    );
    expect(ids.length).toBeGreaterThan(1);
    for (const { name } of ids) {
      await page.goto(new URL(`${folder}/${name}/`, home).href);
      const anchors = await page
        .locator('[id]')
        .evaluateAll((all) =>
          all.filter((element) => !element.closest('.prose, [tabindex="-1"].no-print')).map(({ id }) => id),
        );
      expect(
        anchors.filter((anchor) => !reserved.has(anchor)),
        `${folder}/${name}`,
      ).toEqual([]);
    }
  }
}, 600_000);

test('the chosen theme applies on every page, before any other script runs', async () => {
  const page = await openPage('', { colorScheme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme: Light/ }).click();
  expect(await background()).toBe('rgb(16, 20, 26)');
  // Only the script in the head loads, so nothing else can apply the theme.
  const isOther = ({ pathname }: URL) => pathname.endsWith('.js') && !pathname.includes('/saved-theme.');
  await page.route(isOther, (route) => route.abort());
  for (const path of ['', 'lessons/', 'postmortems/2018-03-10-manager-mongo-outage/', 'checklists/build/']) {
    await page.goto(new URL(path, home).href, { waitUntil: 'commit' });
    await page.waitForFunction(
      () => getComputedStyle(document.documentElement).backgroundColor === 'rgb(16, 20, 26)',
    );
  }
  await page.unroute(isOther);
  // Without the script in the head, the button applies the theme.
  await page.route('**/saved-theme.*.js', (route) => route.abort());
  await page.goto(new URL('lessons/', home).href);
  await page.getByRole('button', { name: /^Theme: Dark/ }).waitFor();
  expect(await background()).toBe('rgb(16, 20, 26)');
});

test('pages are readable without JavaScript', async () => {
  for (const path of [
    '',
    'postmortems/2018-03-10-manager-mongo-outage/',
    'checklists/planned-reboot/',
    'search/',
  ]) {
    const page = await openPage(path, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText(), path).toMatch(/\w{3,}/);
    expect(page.errors, path).toEqual([]);
  }
  const search = await openPage('search/?q=redis', { javaScriptEnabled: false });
  expect(await search.locator('main').innerText()).toContain('Search needs JavaScript.');
});

/** As narrow as a page has to become by WCAG 2.2, 1.4.10 (reflow). */
const NARROW = 320;

/** Words of the site itself, which no author makes longer. */
const FIXED_WORDS =
  'svg, select, button, label, legend, summary, output, dt, th, .badge, .label, [role="status"]';

/** Gives the last word of each text a length of 120 characters, as of an identifier that nothing breaks. */
function lengthenWords(page: Page): Promise<void> {
  return page.evaluate((fixed) => {
    const tail = `${'W'.repeat(40)}${'.x_'.repeat(27)}`;
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.parentElement?.closest(fixed)) continue;
      text.data = text.data.replace(/\p{L}{2,}(?!.*\p{L}{2})/su, (word) => (word + tail).slice(0, 120));
    }
  }, FIXED_WORDS);
}

test(
  'every page renders without horizontal scrolling at 320 px, with words of any length',
  {
    timeout: 600_000,
  },
  async () => {
    const page = await openPage('search/?q=redis', { viewport: { width: NARROW, height: 844 } });
    const isWide = () => page.evaluate((most) => document.documentElement.scrollWidth > most, NARROW);
    await page.locator('.result').first().waitFor();
    expect(await isWide()).toBe(false);
    const wide: string[] = [];
    const paths = [...(await htmlOfPages()).keys()];
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      await page.goto(new URL(path, home).href);
      if (await isWide()) wide.push(path);
      await lengthenWords(page);
      if (await isWide()) wide.push(`${path} with long words`);
    }
    expect(wide).toEqual([]);
  },
);

test('blocks of code have no whitespace of the template around them', async () => {
  const pages = await htmlOfPages();
  expect([...pages.values()].some((html) => html.includes('<pre'))).toBe(true);
  const padded = [...pages].filter(([, html]) => /<pre[^>]*>\s+<code|<\/code>\s+<\/pre>/.test(html));
  expect(padded.map(([path]) => path)).toEqual([]);
});

/** All pages but those that only lead on, by their paths. */
async function htmlOfPages(): Promise<Map<string, string>> {
  const site = inject('site');
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('index.html'));
  const pages = await Promise.all(
    files.map(async (file) => {
      const path = file.slice(0, -'index.html'.length).split(sep).join('/');
      return [path, await readFile(join(site, file), 'utf8')] as const;
    }),
  );
  return new Map(pages.filter(([, html]) => !html.includes('http-equiv="refresh"')));
}

test('a page shows no date more precisely than its source', async () => {
  const page = await openPage('postmortems/learn-search-overload/');
  expect(await page.locator('main').innerText()).toContain('21 March, year unknown');
  const move = await openPage('postmortems/2009-12-gnome-server-move/');
  expect(await move.locator('main').innerText()).toContain('about 12 December 2009');
});

test('pages have no inline code that a strict Content-Security-Policy rejects', async () => {
  for (const path of ['', 'search/', 'postmortems/2018-03-10-manager-mongo-outage/', ...GUIDE]) {
    const page = await openPage(path, { javaScriptEnabled: false });
    expect(await page.locator('script:not([src]), style, [style], [onclick]').count(), path).toBe(0);
  }
});

test('each page of the guide links to the next one', async () => {
  const page = await openPage('guide/');
  const seen = [page.url()];
  while (await page.getByRole('link', { name: /^Next / }).count()) {
    await page.getByRole('link', { name: /^Next / }).click();
    await page.waitForURL((url) => !seen.includes(url.href));
    seen.push(page.url());
  }
  expect(seen).toEqual(GUIDE.map((path) => new URL(path, home).href));
});

test('the guide shows a lesson of this knowledge base, and the item of its checklist', async () => {
  const page = await openPage('guide/lessons/');
  const written = await page.locator('.as-item pre').innerText();
  const item = page.locator('.as-item .item-text');
  expect(written).toContain(`text: ${await item.innerText()}`);
  const words = await item.innerText();
  await page.locator('.as-item a[href*="/checklists/"]').first().click();
  await page.locator('.item-text', { hasText: words }).first().waitFor();
});
