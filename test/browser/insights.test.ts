import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const SELECT = 'insight-filter select';
type Page = Awaited<ReturnType<typeof openPage>>;

/** Chooses the value with the fewest postmortems, and returns how many it has. */
async function chooseRarest(page: Page): Promise<number> {
  const select = page.locator(SELECT).first();
  await select.waitFor();
  const options = await select.locator('option').evaluateAll((all) =>
    all.slice(1).map((option) => ({
      value: option.getAttribute('value') ?? '',
      count: Number(/\((\d+)\)$/.exec(option.textContent ?? '')?.[1]),
    })),
  );
  const [rarest] = options.sort((a, b) => a.count - b.count);
  if (!rarest) throw new Error('There is nothing to choose from');
  await select.selectOption(rarest.value);
  return rarest.count;
}

/** Returns how many postmortems the figure of completeness shows, as a chart or as a list. */
async function countInBands(page: Page): Promise<number> {
  const chart = page.locator('#completeness-chart-text');
  if ((await chart.count()) === 0) return page.locator('section:has(#completeness) li a').count();
  const bars = (await chart.textContent()) ?? '';
  return [...bars.matchAll(/: (\d+) postmortem/g)].reduce((sum, match) => sum + Number(match[1]), 0);
}

const readFigures = (page: Page) => page.locator('[data-figures]').innerText();
const getStatus = (page: Page) => page.locator('insight-filter [role="status"]').textContent();

test('the filter counts again, keeps the choice in the URL, and can be cleared', async () => {
  const page = await openPage('insights/');
  const before = await readFigures(page);
  const count = await chooseRarest(page);
  await expect.poll(() => getStatus(page)).toMatch(new RegExp(`^Counts ${count} of \\d+ postmortems\\.$`));
  expect(new URL(page.url()).search).not.toBe('');
  expect(await countInBands(page)).toBe(count);
  const filtered = await readFigures(page);
  expect(filtered).not.toBe(before);
  await page.reload();
  await expect.poll(() => readFigures(page)).toBe(filtered);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => getStatus(page)).toBe('');
  expect(await readFigures(page)).toBe(before);
  expect(page.url()).toBe(`${home}insights/`);
  expect(page.errors).toEqual([]);
});

test('a list keeps the filter of the figures', async () => {
  const page = await openPage('insights/');
  const all = page.locator('[data-figures] a[href*="/insights/factor/"]').first();
  const list = new URL((await all.getAttribute('href')) ?? '', home).href;
  await page.goto(list);
  const links = page.locator('insight-list li a');
  const total = await links.count();
  expect(total).toBeGreaterThan(1);
  await page.goto(`${list}?year=1800`);
  await expect.poll(() => links.count()).toBe(0);
  await page.getByRole('link', { name: 'Show all' }).click();
  await page.waitForURL(list);
  expect(await links.count()).toBe(total);
  expect(page.errors).toEqual([]);
});

test('figures, tables and the map work without JavaScript', async () => {
  const page = await openPage('insights/', { javaScriptEnabled: false });
  expect(await page.locator(`${SELECT}:visible`).count()).toBe(0);
  expect(await page.locator('[data-figures] :is(svg, ul):visible').count()).toBeGreaterThan(4);
  await page.getByRole('link', { name: 'The numbers as a table' }).first().click();
  await page.waitForURL(/\/insights\/numbers\/#over-time$/);
  expect(await page.locator('[data-figures] table:visible').count()).toBeGreaterThan(4);
  await page.goBack();
  await page.getByRole('link', { name: 'the map' }).click();
  await page.waitForURL(/\/insights\/map\/$/);
  expect(await page.locator('svg.chart:visible, table:visible').count()).toBeGreaterThan(1);
  const mark = page.locator('.mark[href^="#"]').first();
  const row = (await mark.getAttribute('href')) ?? '';
  await mark.evaluate((link) =>
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
  );
  expect(await page.locator(`${row}:target`).count()).toBe(1);
});

test('a mark that has the focus can be seen', async () => {
  const page = await openPage('insights/');
  const mark = page.locator('#factors-chart-title ~ a').first();
  const getStroke = () => mark.locator('.bar').evaluate((bar) => getComputedStyle(bar).stroke);
  const before = await getStroke();
  await mark.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await getStroke()).not.toBe(before);
});

test('the numbers keep the filter of the figures, and count again', async () => {
  const page = await openPage('insights/');
  const count = await chooseRarest(page);
  await expect.poll(() => getStatus(page)).toContain(`Counts ${count} of`);
  await page.getByRole('link', { name: 'The numbers as a table' }).first().click();
  await page.waitForURL(/\/insights\/numbers\/\?.+#over-time$/);
  await expect.poll(() => getStatus(page)).toContain(`Counts ${count} of`);
  const columns = page
    .getByRole('region', { name: 'Table: How complete they are' })
    .locator('td:nth-child(2)');
  const numbers = (await columns.allTextContents()).map(Number);
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(count);
  expect(page.errors).toEqual([]);
});

test('on paper, the tables are there and the filter is not', async () => {
  const page = await openPage('insights/numbers/');
  await page.emulateMedia({ media: 'print' });
  await page.locator('insight-filter').waitFor({ state: 'hidden' });
  const tables = page.locator('[data-figures] table');
  expect(await tables.count()).toBeGreaterThan(4);
  for (const table of await tables.all())
    expect((await table.boundingBox())?.height ?? 0).toBeGreaterThan(10);
});

test('the page is smaller than 60 KB, and its own script than 12 KB, compressed', async () => {
  const html = await readFile(join(inject('site'), 'insights/index.html'));
  expect(gzipSync(html).length).toBeLessThan(60_000);
  const script = await readFile(join(inject('site'), 'insights/insights.js'));
  expect(gzipSync(script).length).toBeLessThan(12_000);
});

test('a title that is one long word makes no page wider than a phone', async () => {
  const page = await openPage('insights/factor/cascading/', { viewport: { width: 320, height: 700 } });
  const fill = async (selector: string) => {
    const found = page.locator(selector);
    expect(await found.count()).toBeGreaterThan(0);
    await found.evaluateAll((all) => {
      for (const element of all) element.textContent = 'x'.repeat(120);
    });
  };
  const getWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
  await fill('insight-list li a');
  expect(await getWidth()).toBe(320);
  await page.goto(`${home}insights/numbers/`);
  await fill('[data-figures] tbody th');
  expect(await getWidth()).toBe(320);
});
