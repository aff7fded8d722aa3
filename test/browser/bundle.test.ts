/** Opens a bundle of the site from the file system, as after extracting it to a USB stick. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import type { Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { collectBundleFiles } from '../../src/bundle/bundle-files.ts';
import { createBundleZip } from '../../src/bundle/bundle-zip.ts';
import { createKnowledge } from '../../src/knowledge/graph/create-knowledge.ts';
import { createSearchDocuments } from '../../src/knowledge/search/search-document.ts';
import { readContent } from '../../src/node/content-folder.ts';
import { home, openPage } from './open-page.ts';

const TIME = '27 Nov 2026, 14:02 UTC';
let stick: string;
let root: string;

beforeAll(async () => {
  // With characters that addresses encode.
  stick = await mkdtemp(join(tmpdir(), 'USB stick 100% #1 été '));
  root = join(stick, 'knowledge-base');
  const files = await collectBundleFiles(inject('site'), {
    base: new URL(home).pathname,
    title: 'Hindsight',
    siteAddress: home,
    built: '2026-11-27T14:02:00.000Z',
    documents: createSearchDocuments(createKnowledge(await readContent(inject('content')))),
  });
  for (const [path, bytes] of Object.entries(unzipSync(createBundleZip(files)))) {
    await mkdir(dirname(join(stick, path)), { recursive: true });
    await writeFile(join(stick, path), bytes);
  }
});
afterAll(() => rm(stick, { recursive: true }));

/** @param path with a query, or without */
const toAddress = (path: string) => new URL(path, pathToFileURL(join(root, '/'))).href;

/** Opens a page of the bundle. What its policy refuses, and requests for anything but files, are among its errors. */
async function openFile(path: string): Promise<Page & { errors: string[] }> {
  const page = await openPage('');
  await page.goto('about:blank');
  page.errors.length = 0;
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) page.errors.push(`request for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that redirects stops what it loads.
    if (request.url().startsWith('file:') && request.failure()?.errorText !== 'net::ERR_ABORTED')
      page.errors.push(`no ${request.url()}`);
  });
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`${effectiveDirective} refuses ${blockedURI}`),
    ),
  );
  await page.goto(toAddress(path));
  return page;
}

test('the walk during an incident works: pages, search, a checklist with ticks, its print, and the theme', async () => {
  const page = await openFile('index.html');
  await page.getByText(`Copy of ${TIME}.`).waitFor();
  await page.getByRole('link', { name: 'Postmortems', exact: true }).click();
  await page
    .getByRole('link', { name: /new location and new addresses/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /new location and new addresses/ }).waitFor();

  await page.keyboard.press('/');
  const search = page.locator('dialog search-panel');
  await search
    .getByRole('combobox')
    .fill('2018-03-10 14:02:11 UTC [4711] FATAL:  sorry, too many clients already');
  await search.getByRole('option').first().click();
  await page.waitForURL(
    /\/checklists\/procedures\/app-maintenance-crash-course\/postgresql-crash-or-timeouts\/index\.html$/,
  );
  await page
    .getByRole('heading', { name: /PostgreSQL crashes or times out/ })
    .first()
    .waitFor();

  await page.getByRole('link', { name: 'Checklists', exact: true }).first().click();
  await page.getByRole('link', { name: 'Create your own list' }).click();
  await page.getByLabel('Activity').selectOption('planned-reboot');
  const boxes = page.locator('[data-result] check-list input[type="checkbox"]');
  await boxes.first().check();
  await page.reload();
  await expect.poll(() => boxes.first().isChecked()).toBe(true);
  expect(await page.locator('[data-result] output').textContent()).toMatch(/^1 of \d+ done$/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.sheet').first().isVisible()).toBe(true);
  expect(await page.locator('form.builder').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('link', { name: 'Insights', exact: true }).click();
  await page.locator('insight-filter select').first().selectOption({ index: 1 });
  await page.getByText(/^Counts \d+ of \d+ postmortems\.$/).waitFor();

  await page.getByRole('button', { name: /Theme: Auto/ }).click();
  await page.getByRole('button', { name: /Theme: Light/ }).click();
  await page.goto(toAddress('lessons/index.html'));
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(page.errors).toEqual([]);
});

test('the search page and forms without a result work by their addresses', async () => {
  const page = await openFile('search/index.html?q=redis%20process%20dead');
  await page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
  const links = await page
    .locator('.search-results a')
    .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(fileURLToPath(link)))).toEqual([]);
  await page.getByRole('searchbox').fill('flibbertigibbet');
  await page.getByText('No results.').waitFor();
  // A form opens a page with its question.
  await page.goto(toAddress('lessons/index.html'));
  await page.locator('.site-header form').evaluate((form: HTMLFormElement) => {
    const field = form.querySelector('input');
    if (field) field.value = 'redis';
    form.submit();
  });
  await page.waitForURL(/\/search\/index\.html\?q=redis$/);
  await page.getByRole('status').filter({ hasText: 'results' }).waitFor();
  expect(page.errors).toEqual([]);
});

test('a damaged file of the search is reported, and the search works after a repair', async () => {
  const page = await openFile('search/index.html');
  const file = join(root, 'pagefind/search-start.bin.js');
  const text = await readFile(file);
  await writeFile(file, text.subarray(0, 1_000));
  await page.getByRole('searchbox').fill('redis');
  await page.getByText('Search is not available.').waitFor();
  await writeFile(file, text);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('status').filter({ hasText: 'results' }).waitFor();
});

test('pages of each kind open without an error or a request to a server', async () => {
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html'));
  const byFolder = Object.values(Object.groupBy(paths, (path) => path.split('/')[0] ?? ''));
  const page = await openFile('index.html');
  for (const path of byFolder.flatMap((all = []) => all.slice(0, 3))) {
    await page.goto(toAddress(path));
    expect(page.errors, path).toEqual([]);
  }
});

const ADDRESSES = ['href', 'src', 'action', 'dataBase', 'dataIndex', 'dataTo'];
/** The addresses to which a script adds the rest of a path. */
const FOLDER = /^(?:\.\.?\/)+(?:pagefind\/)?$/;
/** The addresses of data, which is in a script of the same name. */
const DATA_ADDRESSES = ['dataSource'];

interface ReadPage {
  readonly ids: Set<string>;
  readonly links: string[];
  /** Attributes that start like an address on the server. */
  readonly served: string[];
}

function isText(attribute: [string, unknown]): attribute is [string, string] {
  return typeof attribute[1] === 'string';
}

async function readPage(path: string): Promise<ReadPage> {
  const page: ReadPage = { ids: new Set(), links: [], served: [] };
  const base = new URL(home).pathname;
  visit(fromHtml(await readFile(join(root, path), 'utf8')), 'element', ({ properties }) => {
    for (const [name, value] of Object.entries(properties).filter(isText)) {
      if (name === 'id') page.ids.add(value);
      if (ADDRESSES.includes(name)) page.links.push(value);
      if (DATA_ADDRESSES.includes(name)) page.links.push(`${value}.js`);
      if (value.startsWith(base)) page.served.push(`${path}: ${name}`);
    }
  });
  return page;
}

test('the links, anchors and assets of all pages are files of the bundle', async () => {
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.html'));
  const pages = new Map(
    await Promise.all(paths.map(async (path) => [toAddress(path), await readPage(path)] as const)),
  );
  const isThere = (link: string, page: string) => {
    const { href, protocol, hash } = new URL(link, page);
    if (/^(?:https?|mailto):$/.test(protocol)) return true;
    const file = href.replace(/[?#].*/, '');
    const target = pages.get(file);
    if (target) return !hash || target.ids.has(decodeURIComponent(hash.slice(1)));
    if (link.endsWith('/') && !FOLDER.test(link)) return false;
    return FOLDER.test(link) || (file.startsWith(toAddress('')) && existsSync(new URL(file)));
  };
  const all = [...pages];
  expect(all.flatMap(([, { links }]) => links).length).toBeGreaterThan(5_000);
  expect(
    all.flatMap(([page, { links }]) =>
      links.filter((link) => !isThere(link, page)).map((link) => [page, link]),
    ),
  ).toEqual([]);
  expect(all.flatMap(([, { served }]) => served)).toEqual([]);
});

test('a page of a served site that is opened as a file says what to do, and only then', async () => {
  const page = await openPage('');
  const notice = page.locator('.without-styles');
  await page.goto(pathToFileURL(join(inject('site'), 'index.html')).href);
  expect(await notice.innerText()).toMatch(/opened it as a file.*npm run preview.*npm run kb -- bundle/s);
  // The page scrolls to its search field.
  const box = await notice.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  for (const javaScriptEnabled of [true, false]) {
    const served = await openPage('', { javaScriptEnabled });
    expect(await served.locator('.without-styles').isVisible()).toBe(false);
  }
});
