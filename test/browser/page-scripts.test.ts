/** Tests how much JavaScript a page loads: on a phone with a bad network, each file is a wait of its own. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const MAX_PAGE_BYTES = 12_000;

test.each([
  ['an entry', 'postmortems/2018-03-10-manager-mongo-outage/'],
  ['a list with a filter', 'lessons/'],
  ['a checklist', 'checklists/planned-reboot/'],
  ['a page of the guide', 'guide/'],
])('%s loads at most two scripts and 12 KB, and nothing of the search', async (_, path) => {
  const scripts = await listScripts(path);
  expect(scripts.length).toBeLessThanOrEqual(2);
  expect(await computeLength(scripts)).toBeLessThan(MAX_PAGE_BYTES);
  expect(scripts.join()).not.toMatch(/search/);
});

test.each(['', 'search/', '404.html'])('/%s is ready to search after at most three scripts', async (path) => {
  const scripts = await listScripts(path);
  expect(scripts.join()).toMatch(/\/search\./);
  expect(scripts.length).toBeLessThanOrEqual(3);
  expect(await computeLength(scripts)).toBeLessThan(20_000);
});

test('the checklist builder loads 45 KB of scripts, because it makes whole lists without a network', async () => {
  const scripts = await listScripts('checklists/build/');
  expect(scripts.length).toBeLessThanOrEqual(5);
  expect(await computeLength(scripts)).toBeLessThan(46_000);
});

/** Returns the paths of the scripts below the home page, apart from the one that sets the theme. */
async function listScripts(path: string): Promise<string[]> {
  const page = await openPage(path);
  await page.waitForLoadState('networkidle');
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return files
    .filter((file) => /_astro\/(?!saved-theme\.).*\.js$/.test(file))
    .map((file) => file.slice(home.length));
}

async function computeLength(scripts: readonly string[]): Promise<number> {
  const lengths = scripts.map(
    async (script) => gzipSync(await readFile(join(inject('site'), script))).length,
  );
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
}
