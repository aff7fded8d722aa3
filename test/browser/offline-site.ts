/** Serves a build of the site to each test of its offline copy. Importing it starts and stops the server. */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, inject } from 'vitest';
import { writeOfflineFiles } from '../../src/integrations/offline-build.ts';
import { openPage } from './open-page.ts';
import { startUnreliableServer, type UnreliableServer } from './unreliable-server.ts';

export const BASE = '/kb/';
export const BUILT = '2026-11-27T14:02:00.000Z';
export const TIME = '27 Nov 2026, 14:02 UTC';
export const NEXT_BUILT = '2027-01-02T03:04:00.000Z';
export const NEXT_TIME = '2 Jan 2027, 03:04 UTC';
export const NOTE = 'notes/devops-crash-course-day-two/';
/** Newest first. */
const POSTMORTEMS = [
  { address: `${BASE}postmortems/2018-03-10-manager-mongo-outage/`, started: '10 March 2018' },
  { address: `${BASE}postmortems/2009-12-gnome-server-move/`, started: 'December 2009' },
];

/** The pages of most entries, which most tests do not need: without them, a visit keeps half as many files. */
const MOST_ENTRIES = /^(?:(?:lessons|tags|services|insights)\/.+|checklists\/(?:tags|services))\//;

const folder = await mkdtemp(join(tmpdir(), 'hindsight-'));
export const oldSite = await createSite('old', BUILT);
/** A new one for each test, which serves the old build. */
export let server: UnreliableServer;
beforeEach(async () => {
  server = await startUnreliableServer(oldSite, BASE);
});
afterEach(() => server.stop().catch(() => undefined));
afterAll(() => rm(folder, { recursive: true }));

/**
 * Makes a copy of the built site without the pages of most entries.
 *
 * @param change returns the new text of a page or script
 */
export async function createSite(
  name: string,
  built: string,
  change = (text: string, _path: string) => text,
  { budget = 50, isWhole = false } = {},
): Promise<string> {
  const site = join(folder, name);
  await cp(inject('site'), site, {
    recursive: true,
    filter: (source) => isWhole || !MOST_ENTRIES.test(relative(inject('site'), source)),
  });
  for (const path of await readdir(site, { recursive: true })) {
    if (!/\.(?:html|js)$/.test(path)) continue;
    const text = await readFile(join(site, path), 'utf8');
    const changed = change(text, path);
    if (changed !== text) await writeFile(join(site, path), changed);
    const newPath = change(path, '');
    if (newPath !== path) await rename(join(site, path), join(site, newPath));
  }
  await writeOfflineFiles(site, { base: BASE, postmortems: POSTMORTEMS, budget, built });
  return site;
}

export const open = (path = '', options = {}) =>
  openPage(new URL(path, server.home).href, { serviceWorkers: 'allow', ...options });
export const go = (page: Page, path: string) => page.goto(new URL(path, server.home).href);
export const stateOf = (page: Page) => page.locator('offline-state [role="status"]');
export const labelOf = (page: Page) => page.locator('.offline-copy');

/** Waits until the browser keeps everything of a build, as the page about the copy reports. */
export async function waitForCopy(page: Page, time = TIME): Promise<void> {
  page.setDefaultTimeout(90_000);
  await go(page, 'offline/');
  await stateOf(page).filter({ hasText: time }).getByText('Everything is there.').waitFor();
}

/** Opens a page and keeps the site. */
export async function openWithCopy(path = '', options = {}) {
  const page = await open(path, options);
  await waitForCopy(page);
  await go(page, path);
  return page;
}

/** Returns how many files the browser keeps, and their texts. */
export function readCopy(page: Page): Promise<{ count: number; texts: string[] }> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((each) => each.endsWith('files')) ?? '';
    const cache = await caches.open(name);
    const responses = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
    const texts = await Promise.all(responses.map(async (response) => (await response?.text()) ?? ''));
    return { count: texts.length, texts };
  });
}
