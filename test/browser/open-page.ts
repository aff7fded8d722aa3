/** A browser for a test file, and pages of the built site in it. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

let startedBrowser: Promise<Browser> | undefined;

export const home: string = inject('home');

/**
 * Opens a page of the site in a context of its own, without a service worker unless the options allow it. The errors that
 * it logs or throws are in `errors`.
 *
 * @param path below the home page: `search/?q=redis`
 */
export async function openPage(
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page & { errors: string[] }> {
  startedBrowser ??= chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] });
  const context = await (await startedBrowser).newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(new URL(path, home).href);
  return Object.assign(page, { errors });
}

afterAll(async () => {
  await (await startedBrowser)?.close();
});
