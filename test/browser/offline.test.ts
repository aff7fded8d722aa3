/** Uses the site without a network, and through updates. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, inject, test } from 'vitest';
import { isOwnPage, isWholePage } from '../../src/offline/copy-label.ts';
import {
  BASE,
  BUILT,
  createSite,
  go,
  labelOf,
  NEXT_BUILT,
  NEXT_TIME,
  NOTE,
  oldSite,
  open,
  openWithCopy,
  readCopy,
  server,
  stateOf,
  TIME,
  waitForCopy,
} from './offline-site.ts';

const CHANGED_PAGE = 'lessons/';
const SCRIPT_NAME = /(search\.[\w-]{8}|type_script_index_0_lang\.[\w-]{8})\.js/g;

const newSite = await createSite('new', NEXT_BUILT, (text, path) =>
  path === `${CHANGED_PAGE}index.html` ? text.replace('</h1>', ' and more</h1>') : text,
);
/** Every script has another name, and so every page is another one. */
const renamedSite = await createSite('renamed', NEXT_BUILT, (text) =>
  text.replaceAll(SCRIPT_NAME, '$1New.js'),
);

test('after one visit, everything works without a server', async () => {
  server.folder = await createSite('whole', BUILT, undefined, { isWhole: true });
  const page = await openWithCopy();
  await server.stop();
  await go(page, NOTE);
  expect(await labelOf(page).textContent()).toBe(`Offline copy of ${TIME}. Try again`);
  await page.emulateMedia({ media: 'print' });
  expect(await labelOf(page).innerText()).toBe(`Offline copy of ${TIME}.`);
  await go(page, 'checklists/planned-reboot/');
  // A sheet has no room for it.
  expect(await labelOf(page).isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await page.locator('.item input').first().check();
  await page.getByText('1 of 19 done').waitFor();
  await page.reload();
  await page.getByText('1 of 19 done').waitFor();
  const sheets = await page.locator('.sheet').count();
  expect((await getDocumentProxy(new Uint8Array(await page.pdf()))).numPages).toBe(sheets);
  await go(page, 'search/?q=planet%20lock%20file');
  await page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
  await page.locator('a.result-title').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
  await labelOf(page).getByText(TIME).waitFor();
  await go(page, 'checklists/build/');
  await page.getByLabel('Activity').selectOption('planned-reboot');
  await page.locator('check-list .item').first().waitFor();
  await page.reload();
  await page.locator('check-list .item').first().waitFor();
  const pdf = await page.evaluate(async () => {
    const response = await fetch('../binder.a4.pdf');
    return (await response.text()).slice(0, 5);
  });
  expect(pdf).toBe('%PDF-');
});

test('a page without a copy gets one page that says so, and an address without a slash leads to its page', async () => {
  const page = await openWithCopy();
  await server.stop();
  const response = await go(page, 'notes/no-such-note/');
  expect(response?.status()).toBe(503);
  expect(await labelOf(page).textContent()).toBe(
    `You are offline, and the copy of ${TIME} does not have this page. Try again`,
  );
  await page.getByRole('link', { name: 'Checklists and emergency procedures' }).waitFor();
  await go(page, 'notes');
  expect(page.url()).toBe(`${server.home}notes/`);
});

describe('a new build', () => {
  test('is picked up, downloads only what changed, and is announced on pages that it changes', async () => {
    const page = await openWithCopy(CHANGED_PAGE);
    const other = await page.context().newPage();
    await go(other, NOTE);
    server.folder = newSite;
    server.requests.length = 0;
    await waitForCopy(other, NEXT_TIME);
    const expected = ['offline/', 'sw.js', 'offline-files.json', CHANGED_PAGE];
    expect(server.requests.filter((path) => !expected.includes(path))).toEqual([]);
    expect(server.requests).toContain(CHANGED_PAGE);
    const news = page.getByRole('status').filter({ hasText: 'New version.' });
    const before = await page.locator('h1').boundingBox();
    await news.waitFor();
    expect(await page.locator('h1').boundingBox()).toEqual(before);
    await news.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { name: 'and more' }).waitFor();
    expect(await news.count()).toBe(0);
    expect(await other.getByText('New version.').count()).toBe(0);
    await server.stop();
    await go(page, CHANGED_PAGE);
    expect(await page.locator('h1').textContent()).toContain('and more');
    await labelOf(page).getByText(NEXT_TIME).waitFor();
  });

  test('is picked up although the clock of its machine is a year behind', async () => {
    const page = await openWithCopy(CHANGED_PAGE);
    server.folder = await createSite('behind', '2025-11-27T14:02:00.000Z', (text, path) =>
      path === `${CHANGED_PAGE}index.html` ? text.replace('</h1>', ' and more</h1>') : text,
    );
    await waitForCopy(page, '27 Nov 2025, 14:02 UTC');
    await server.stop();
    await go(page, CHANGED_PAGE);
    expect(await page.locator('h1').textContent()).toContain('and more');
  });

  test('leaves an open page of the previous build whole, and forgets that build with the page', async () => {
    const old = await openWithCopy(CHANGED_PAGE);
    const oldScripts = await old.evaluate(() => [...document.scripts].map(({ src }) => src));
    const current = await old.context().newPage();
    server.folder = renamedSite;
    await waitForCopy(current, NEXT_TIME);
    await go(current, NOTE);
    expect(await current.evaluate(() => [...document.scripts].map(({ src }) => src))).not.toEqual(oldScripts);
    await old.getByRole('status').filter({ hasText: 'New version.' }).waitFor();
    for (const tab of [old, current]) {
      await tab.keyboard.press('/');
      const dialog = tab.getByRole('dialog', { name: 'Search' });
      await dialog.getByRole('combobox').fill('planet lock file');
      await dialog.getByRole('option').first().waitFor();
    }
    const { count } = await readCopy(current);
    await old.close();
    await waitForCopy(current, NEXT_TIME);
    await expect.poll(async () => (await readCopy(current)).count).toBeLessThan(count);
    await server.stop();
    await go(current, CHANGED_PAGE);
    await labelOf(current).getByText(NEXT_TIME).waitFor();
  });

  test('that is not whole on the server yet changes nothing', async () => {
    const page = await openWithCopy();
    server.folder = newSite;
    server.answer = (path) => (path === 'offline-files.json' ? 'cut off' : 'file');
    const seen = page
      .context()
      .waitForEvent('requestfinished', (request) => request.url().endsWith('offline-files.json'));
    await page.reload();
    await seen;
    await server.stop();
    await go(page, CHANGED_PAGE);
    await labelOf(page).getByText(TIME).waitFor();
  });
});

type Damage = 'truncate' | 'replace' | 'delete';

/** Damages the kept file with a text in it. */
function damageFile(page: Page, text: string, damage: Damage): Promise<void> {
  return page.evaluate(
    async (options) => {
      const name = (await caches.keys()).find((each) => each.endsWith('files')) ?? '';
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const content = (await response?.text()) ?? '';
        if (!content.includes(options.text)) continue;
        const { headers } = response as Response;
        if (options.damage === 'delete') await cache.delete(request);
        else {
          const half = content.slice(0, content.length / 2);
          const body = options.damage === 'truncate' ? half : '<h1>Other</h1>';
          await cache.put(request, new Response(body, { headers }));
        }
      }
    },
    { text, damage },
  );
}

describe('a damaged copy', () => {
  const DAMAGES: [Damage, string, string][] = [
    ['truncate', 'Lessons</h1>', 'lessons/'],
    ['replace', 'Services</h1>', 'services/'],
    ['delete', 'Recurring issues</h1>', 'tags/'],
  ];

  test('heals while there is a network', async () => {
    const page = await openWithCopy();
    for (const [damage, text] of DAMAGES) await damageFile(page, text, damage);
    await waitForCopy(page);
    await server.stop();
    for (const [, text, path] of DAMAGES) {
      await go(page, path);
      expect(await page.content()).toContain(text);
      expect(await labelOf(page).textContent()).toContain('Offline copy of');
    }
  });

  test('is not shown without a network', async () => {
    const page = await openWithCopy();
    for (const [damage, text] of DAMAGES) await damageFile(page, text, damage);
    await server.stop();
    for (const [, , path] of DAMAGES) {
      await go(page, path);
      expect(await labelOf(page).textContent()).toContain('does not have this page');
    }
    await server.start();
    await waitForCopy(page);
  });
});

test('the oldest postmortems beyond the budget are not in the copy, and the page about it says so', async () => {
  const page = await open('no-such-file');
  const files = JSON.parse(await readFile(join(oldSite, 'offline-files.json'), 'utf8'));
  const oldest: { size: number } = files.sections.postmortems.at(-1);
  const size = Object.values<{ size: number }[]>(files.sections)
    .flat()
    .reduce((sum, file) => sum + file.size, 0);
  server.folder = await createSite('small', BUILT, undefined, {
    budget: (size - oldest.size + 1) / 1_000_000,
  });
  await waitForCopy(page);
  await stateOf(page).getByText('The oldest postmortem (December 2009) is not in it').waitFor();
  await server.stop();
  await go(page, 'postmortems/2018-03-10-manager-mongo-outage/');
  await labelOf(page).getByText('Offline copy of').waitFor();
  await go(page, 'postmortems/2009-12-gnome-server-move/');
  await labelOf(page).getByText('does not have this page').waitFor();
});

test('every page of the site has the line for the copy, and no file of the build is left', async () => {
  const paths = await readdir(inject('site'), { recursive: true });
  for (const path of paths.filter((each) => each.endsWith('.html'))) {
    const html = await readFile(join(inject('site'), path), 'utf8');
    expect(isOwnPage(html) && isWholePage(html), path).toBe(true);
  }
  expect(paths).toContain('offline-files.json');
  expect(paths).not.toContain('offline-postmortems.json');
});

test('the time of the copy does not depend on the clock or the time zone of the device', async () => {
  const page = await openWithCopy('', { timezoneId: 'Pacific/Auckland' });
  await page.clock.setFixedTime(new Date('2025-11-01T00:00:00Z'));
  await server.stop();
  await go(page, NOTE);
  expect(await labelOf(page).textContent()).toContain(TIME);
});

/** Opens an address without a script. */
const openEmpty = () => open('no-such-file');

test('nothing is downloaded if the reader saves data, until the reader asks for it', async () => {
  const page = await openEmpty();
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } }),
  );
  await go(page, 'offline/');
  await page.getByText('Your browser saves data').waitFor();
  expect(server.requests).not.toContain('sw.js');
  await page.getByRole('button', { name: 'Download now' }).click();
  await stateOf(page).getByText('Everything is there.').waitFor();
});

test('a full device is reported, and keeps what fits', async () => {
  const page = await openEmpty();
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(server.home);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await go(page, 'offline/');
  await stateOf(page).getByText('This device has no room for the rest.').waitFor();
  expect((await readCopy(page)).count).toBeGreaterThan(10);
});

test('a browser that blocks storage is reported', async () => {
  const page = await openEmpty();
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
    Storage.prototype.setItem = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
  });
  await go(page, 'offline/');
  await stateOf(page).getByText('This browser keeps no offline copy').waitFor();
  await stateOf(page).getByText('ticks and recent searches are lost').waitFor();
  await go(page, 'checklists/planned-reboot/');
  await page.locator('.item input').first().check();
  await page.getByText('ticks are lost when you close the page').waitFor();
});

test('a browser whose service worker never starts is reported', async () => {
  const page = await openEmpty();
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => new Promise(() => undefined);
  });
  await go(page, 'offline/');
  await stateOf(page).getByText('do not rely on a copy here').waitFor();
  expect(await stateOf(page).textContent()).not.toContain('Looking at the copy');
});

test('a site without a budget removes the copy of an earlier build, and its service worker', async () => {
  const withoutCopy = await createSite(
    'without copy',
    NEXT_BUILT,
    (text) => text.replace(/data-worker="[^"]*"/, ''),
    { budget: 0 },
  );
  const page = await openWithCopy();
  server.folder = withoutCopy;
  await go(page, NOTE);
  const countLeft = () =>
    page.evaluate(async () => [
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]);
  await expect.poll(countLeft).toEqual([0, 0]);
  await go(page, 'offline/');
  await stateOf(page).getByText('This site keeps no offline copy.').waitFor();
});

test('the site can be installed as an app', async () => {
  const page = await openWithCopy();
  const session = await page.context().newCDPSession(page);
  expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Hindsight', start_url: BASE, display: 'standalone' });
  expect(page.errors).toEqual([]);
});
