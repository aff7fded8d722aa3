/** Uses the site behind a login, with a server that fails, and on a bad network. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  go,
  labelOf,
  NOTE,
  open,
  openWithCopy,
  readCopy,
  server,
  stateOf,
  TIME,
  waitForCopy,
} from './offline-site.ts';
import type { Answer } from './unreliable-server.ts';

describe('an answer that is not the site', () => {
  const ANSWERS: Readonly<Record<string, Answer>> = {
    'notes/': 'login',
    'checklists/deploy/': 'login page',
    'services/': 'refused',
    'tags/': 'error',
    'lessons/': 'cut off',
  };

  test('is never kept', async () => {
    server.answer = (path) => ANSWERS[path] ?? 'file';
    const page = await open('offline/');
    await stateOf(page).getByText('The rest could not').waitFor();
    const { count, texts } = await readCopy(page);
    expect(texts.filter((text) => /<h1>(?:Sign in|Bad gateway)/.test(text))).toEqual([]);
    for (const path of Object.keys(ANSWERS)) await go(page, path);
    expect((await readCopy(page)).count).toBe(count);
    server.answer = () => 'file';
    await waitForCopy(page);
    expect((await readCopy(page)).count).toBe(count + Object.keys(ANSWERS).length);
  });

  test.each<Answer>(['login', 'login page', 'refused'])(
    'opens the copy, and offers the server: %s',
    async (answer) => {
      const page = await openWithCopy();
      server.answer = () => answer;
      await go(page, `${NOTE}?from=test`);
      expect(await labelOf(page).textContent()).toBe(
        `Offline copy of ${TIME}. The server did not send this page: you may have to sign in. Open it from the server`,
      );
      await page.getByRole('link', { name: 'Open it from the server' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    },
  );

  test('that does not come opens the copy, and offers to wait', async () => {
    const page = await openWithCopy();
    server.answer = () => 'none';
    await go(page, NOTE);
    expect(await labelOf(page).textContent()).toBe(
      `Offline copy of ${TIME}, because the server is slow. Wait for it`,
    );
    server.answer = () => 'file';
    await page.getByRole('link', { name: 'Wait for it' }).click();
    await expect.poll(() => labelOf(page).textContent()).toBe('');
  });

  test.each<Answer>(['error', 'no site', 'cut off'])('opens the copy instead: %s', async (answer) => {
    const page = await openWithCopy();
    server.answer = () => answer;
    await go(page, NOTE);
    expect(await labelOf(page).textContent()).toBe(`Offline copy of ${TIME}. Try again`);
    server.answer = () => 'file';
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect.poll(() => labelOf(page).textContent()).toBe('');
  });

  test('that a page is gone comes from the server', async () => {
    const page = await openWithCopy();
    server.answer = () => 'gone';
    const response = await go(page, NOTE);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  });
});

describe('a search', () => {
  const fieldOf = (page: Page) => page.getByLabel('Error, service or symptom');

  test('through the service worker reports a slow and a dead network, and tries again', async () => {
    server.answer = (path) => (path.startsWith('pagefind/') ? 'none' : 'file');
    const page = await open('search/');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await fieldOf(page).fill('planet lock file');
    await page.getByText('Slow network, still loading…').waitFor();
    await page.getByText('Search is not available.').waitFor();
    server.answer = () => 'file';
    await page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
  });

  test('answers from the copy if its files do not come', async () => {
    const page = await openWithCopy('search/');
    server.answer = (path) => (path.startsWith('pagefind/') ? 'none' : 'file');
    await fieldOf(page).fill('planet lock file');
    await page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
    expect(await page.getByText('Search is not available.').count()).toBe(0);
  });
});

test('a search on a page from the server says that it uses the copy', async () => {
  const page = await openWithCopy('search/');
  await server.stop();
  await page.getByLabel('Error, service or symptom').fill('planet lock file');
  await page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
  await page.getByText(`The search uses the offline copy of ${TIME}.`).waitFor();
});
