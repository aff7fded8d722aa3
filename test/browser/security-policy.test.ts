import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { expect, inject, test } from 'vitest';
import { home, openPage } from './open-page.ts';

/** Reports what the policy of the page refuses, from its first line on. */
function collectViolations(): void {
  const violations: string[] = [];
  Object.assign(window, { violations });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(`${effectiveDirective} ${blockedURI}`),
  );
}

const listViolations = () => (window as unknown as { violations: string[] }).violations;

test('every page loads under its policy without a violation, and asks no other origin for anything', async () => {
  const files = await readdir(inject('site'), { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => file.split(sep).join('/'));
  const page = await openPage('');
  await page.addInitScript(collectViolations);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) foreign.push(request.url());
  });
  const found: string[] = [];
  for (const path of pages) {
    await page.goto(new URL(path, home).href);
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count(), path).toBe(1);
    for (const violation of await page.evaluate(listViolations)) found.push(`${path}: ${violation}`);
  }
  expect(pages.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
  expect(foreign).toEqual([]);
});

test('the search, the builder and the theme work under the policy', async () => {
  const page = await openPage('');
  await page.addInitScript(collectViolations);
  await page.goto(new URL('search/?q=planet%20lock%20file', home).href);
  await page.getByRole('status').filter({ hasText: 'best match' }).waitFor();
  expect(await page.evaluate(listViolations)).toEqual([]);
  await page.goto(new URL('checklists/build/?activity=server-move', home).href);
  await page.locator('[data-result] check-list').waitFor();
  expect(await page.evaluate(listViolations)).toEqual([]);
  expect(page.errors).toEqual([]);
});

test('the policy refuses inline styles, and HTML from text', async () => {
  const page = await openPage('');
  await page.addInitScript(collectViolations);
  await page.goto(new URL('lessons/', home).href);
  const violations = await page.evaluate(async () => {
    document.body.setAttribute('style', 'color: red');
    try {
      document.body.innerHTML = '<p>';
    } catch {
      // This is what the policy is for.
    }
    await new Promise((resolve) => setTimeout(resolve));
    return (window as unknown as { violations: string[] }).violations.map((line) => line.split(' ')[0]);
  });
  expect(violations).toContain('style-src-attr');
  expect(violations.filter((name) => name === 'require-trusted-types-for')).toHaveLength(1);
});
