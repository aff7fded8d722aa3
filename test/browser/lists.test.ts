/** Filters and sorts the lists of the built site. */
import { expect, test } from 'vitest';
import { openPage } from './open-page.ts';

type Page = Awaited<ReturnType<typeof openPage>>;

const listTitles = (page: Page) => page.locator('main li .row-title:visible').allInnerTexts();
const readNumber = (page: Page, name: string) =>
  page
    .locator(`main [data-owners][data-${name}]:visible`)
    .evaluateAll((rows, key) => rows.map((row) => Number((row as HTMLElement).dataset[key])), name);

test('the filter shows the rows that have all words, in any case and with or without accents', async () => {
  const page = await openPage('services/');
  const all = await listTitles(page);
  const filter = page.getByRole('textbox', { name: 'Filter' });
  await filter.fill('DÁTABASE backup');
  await expect.poll(() => page.locator('list-filter [role="status"]').textContent()).toMatch(/^\d+ of 6\d$/);
  const shown = page.locator('main li[data-owners]:visible');
  for (const text of await shown.allInnerTexts())
    expect(text.toLowerCase()).toMatch(/database.*backup|backup.*database/s);
  expect(await page.locator('main section:visible').count()).toBeLessThan(3);
  await filter.fill('no such service');
  await page.getByText('None of 6').waitFor();
  await filter.fill('');
  expect(await listTitles(page)).toEqual(all);
  expect(page.errors).toEqual([]);
});

test('the order is that of the page, or by what you choose, in each group', async () => {
  const page = await openPage('lessons/');
  const before = await listTitles(page);
  const order = page.getByRole('combobox', { name: 'Sort by' });
  await order.selectOption('Most checks');
  const [first] = await page.locator('main section').all();
  const checks = await readNumber(page, 'checks');
  const inFirst = await first?.locator('[data-owners]').count();
  const sorted = checks.slice(0, inFirst);
  expect(sorted.length).toBeGreaterThan(3);
  expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
  await page.reload();
  expect(await order.inputValue()).toBe('checks');
  expect((await readNumber(page, 'checks')).slice(0, inFirst)).toEqual(sorted);
  await order.selectOption('Most evidence');
  expect(await listTitles(page)).toEqual(before);
  expect(new URL(page.url()).search).toBe('');
});

test('issues with at most one case are folded away, and open if they have the words of the filter', async () => {
  const page = await openPage('tags/');
  const folded = page.locator('details[data-group]');
  expect(await folded.getAttribute('open')).toBeNull();
  const title = await folded.locator('.row-title').first().textContent();
  await page.getByRole('textbox', { name: 'Filter' }).fill(title?.trim() ?? '');
  await folded.locator('.row-title:visible').first().waitFor();
  expect(await page.locator('main li[data-owners]:visible').count()).toBe(1);
  const counts = await page
    .locator('main > div > ul .badge')
    .evaluateAll((badges) => badges.map((badge) => Number.parseInt(badge.textContent ?? '', 10)));
  expect(counts.length).toBeGreaterThan(0);
  expect(Math.min(...counts)).toBeGreaterThan(1);
});

test.each(['lessons/', 'services/', 'tags/', 'postmortems/'])(
  'without JavaScript, /%s has all rows and no controls',
  async (path) => {
    const page = await openPage(path, { javaScriptEnabled: false });
    expect(await page.locator('main li .row-title a').count()).toBeGreaterThan(3);
    expect(await page.locator('main :is(input, select):visible').count()).toBe(0);
  },
);
