import { expect, test } from 'vitest';
import { isOwnPage, isWholePage, labelPage } from '../../src/offline/copy-label.ts';

const PAGE = '<html><body><p class="offline-copy" data-astro-cid-x></p><main></main></body></html>';
const built = '2026-11-27T14:02:00.000Z';
const address = new URL('https://example.org/kb/search/?q=a"b&kind=note');
const TIME = '<time datetime="2026-11-27T14:02:00.000Z">27 Nov 2026, 14:02 UTC</time>';

test('a page from the copy names the time of the build in UTC, with its year', () => {
  expect(labelPage(PAGE, { built, reason: 'offline', address })).toBe(
    `<html><body><p class="offline-copy" data-astro-cid-x>Offline copy of ${TIME}. <a href="">Try again</a></p><main></main></body></html>`,
  );
});

test('the link to the server keeps the parameters of the address, and cannot end its attribute', () => {
  expect(labelPage(PAGE, { built, reason: 'slow', address })).toContain(
    '<a href="https://example.org/kb/search/?q=a%22b&amp;kind=note&amp;live=">',
  );
});

test('a page of a proxy is not one of the site, and a page that is cut off is not whole', () => {
  expect(isOwnPage(PAGE)).toBe(true);
  expect(isOwnPage('<html><h1>Sign in</h1></html>')).toBe(false);
  expect(isWholePage(PAGE)).toBe(true);
  expect(isWholePage(PAGE.slice(0, -10))).toBe(false);
});
