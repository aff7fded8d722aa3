import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './open-page.ts';

const statusOf = (page: Page) => page.locator('search-panel [role="status"]').first();
/** Waits for the complete answer, whose status counts the results. */
const answered = (page: Page) =>
  statusOf(page)
    .filter({ hasText: /match|result/ })
    .waitFor();

async function typeQuery(query: string) {
  const page = await openPage('search/');
  await page.getByLabel('Error, service or symptom').fill(query);
  await answered(page);
  return page;
}

async function pasteLog(text: string) {
  const page = await openPage('search/');
  await page.getByRole('button', { name: 'Paste a log' }).click();
  // Filled at once: the browser takes seconds to insert thousands of lines as if they were typed.
  await page.locator('textarea').evaluate((field: HTMLTextAreaElement, value) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await answered(page);
  return page;
}

/** Returns the distance from the notice down to the first result. */
async function measureDistance(page: Page, notice: string): Promise<number> {
  const above = await page.getByText(notice).first().boundingBox();
  const below = await page.locator('search-panel .result').first().boundingBox();
  return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0));
}

const KNOWN_ERRORS = [
  ['FATAL: sorry, too many clients already', 'Recognised: Too many connections: PostgreSQL.'],
  ['ECONNREFUSED 127.0.0.1:6379', 'Recognised: Connection refused, port 6379: Redis.'],
] as const;

describe('a known error is named above the results', () => {
  test.each(KNOWN_ERRORS)('when it is typed: %s', async (query, notice) => {
    const page = await typeQuery(query);
    expect(await measureDistance(page, notice)).toBeGreaterThanOrEqual(0);
  });

  test.each(KNOWN_ERRORS)('when it is pasted with other lines: %s', async (query, notice) => {
    const lines = ['2018-03-10 09:31:02 INFO worker 12 started', query, '    at worker.run(worker.js:12:3)'];
    const page = await pasteLog(lines.join('\n'));
    expect(await measureDistance(page, notice)).toBeGreaterThanOrEqual(0);
    await page.getByText('Line 2:').waitFor();
  });

  test('while it is typed', async () => {
    const page = await typeQuery('redis');
    await page.evaluate(() => {
      const seen: (string | null | undefined)[] = [];
      Object.assign(window, { seen });
      document.addEventListener('search-state', ({ target }) => {
        seen.push((target as Element).querySelector('[data-corrections]')?.textContent);
      });
    });
    await page.getByLabel('Error, service or symptom').fill('ECONNREFUSED 127.0.0.1:6379');
    const readSeen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen.join());
    await expect.poll(readSeen).toContain('Connection refused, port 6379: Redis');
  });

  test('and so is that no page covers it, so that the results are only the nearest', async () => {
    const page = await typeQuery('x509: certificate has expired or is not yet valid');
    const notice = 'Recognised: Certificate expired. No page covers it. These are the nearest ones.';
    expect(await measureDistance(page, notice)).toBeGreaterThanOrEqual(0);
    expect(await statusOf(page).textContent()).toContain('No exact match');
    expect(await page.getByRole('heading', { name: 'Best match' }).count()).toBe(0);
    expect(await page.locator('.result-about').first().textContent()).toContain('partial match');
  });
});

test('a text that is too long is read up to its limits, and both are named', async () => {
  const line = `connection refused by redis ${'x'.repeat(2_500)}`;
  const page = await pasteLog(
    [line, ...Array.from({ length: 2_000 }, (_, at) => `INFO line ${at} of the log`)].join('\n'),
  );
  const notice = 'Only the first 50,000 characters were read. Lines were read up to 2,000 characters.';
  expect(await measureDistance(page, notice)).toBeGreaterThanOrEqual(0);
});
