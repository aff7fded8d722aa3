/** Tests what a responder with a phone does: from the home page to the box of the first step. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const PHONE = { width: 390, height: 844 };
const LANDSCAPE = { width: 844, height: 390 };
const POSTMORTEM = 'postmortems/2018-03-10-manager-mongo-outage/';

async function getBox(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It has no box');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Returns the paths of the pages of all lists with items. */
async function listSheets(): Promise<string[]> {
  const files = await readdir(join(inject('site'), 'checklists'), { recursive: true });
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => `checklists/${file.replace(/\.md$/, '/')}`);
}

function getColours(box: Locator): Promise<{ paper: string; fill: string; mark: string; drawn: string }> {
  return box.evaluate((input) => {
    const { backgroundColor, appearance } = getComputedStyle(input);
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      fill: backgroundColor,
      mark: getComputedStyle(input, '::before').backgroundColor,
      drawn: appearance,
    };
  });
}

test('the first box of every checklist is on the first screen of a phone', async () => {
  const paths = await listSheets();
  expect(paths.length).toBeGreaterThan(40);
  const page = await openPage('checklists/', { viewport: PHONE });
  for (const path of paths) {
    await page.goto(new URL(path, home).href);
    await page.locator('.progress').waitFor();
    expect((await getBox(page.locator('.item input').first())).bottom, path).toBeLessThan(PHONE.height);
  }
}, 300_000);

test('the files of a checklist come after its items', async () => {
  const page = await openPage('checklists/emergency/', { viewport: PHONE });
  const [files, item] = [page.locator('.list-tools'), page.locator('.item').last()];
  expect((await getBox(files)).y).toBeGreaterThan((await getBox(item)).bottom);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(['checklists/emergency/', 'checklists/build/'])(
    'a box on /%s is empty until you tick it',
    async (path) => {
      const page = await openPage(path, { colorScheme });
      const box = page.locator(':is(.item, fieldset) input[type="checkbox"]').first();
      const empty = await getColours(box);
      expect(empty.fill).toBe(empty.paper);
      await box.check();
      await page.mouse.move(0, 0);
      const ticked = await getColours(box);
      expect(ticked.fill).not.toBe(ticked.paper);
      expect(ticked.mark).not.toBe(ticked.fill);
    },
  );
});

test('a box has the colours of the system in forced colours', async () => {
  const page = await openPage('checklists/emergency/', { forcedColors: 'active' });
  expect((await getColours(page.locator('.item input').first())).drawn).toBe('auto');
});

/** Returns whether nothing covers the middle of an element, or of its first line. */
function isOnTop(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { x, y, width, height } = element.getClientRects()[0] ?? new DOMRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
}

async function scrollToFoot(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForFunction(() => scrollY > 0);
}

describe('the search in the header', () => {
  test.each([POSTMORTEM, 'checklists/emergency/', 'lessons/'])(
    'stays in view on /%s on a phone',
    async (path) => {
      const page = await openPage(path, { viewport: PHONE });
      await scrollToFoot(page);
      const search = page.locator('#search-header');
      expect((await getBox(search)).y).toBeGreaterThanOrEqual(0);
      expect((await getBox(search)).bottom).toBeLessThan(64);
      expect(await isOnTop(search)).toBe(true);
    },
  );

  test.each(['', 'search/'])('is a link to the field of /%s on a phone', async (path) => {
    const page = await openPage(path, { viewport: PHONE });
    await scrollToFoot(page);
    await page.locator('.to-search').click();
    await page.locator('main input[type="search"]:focus').waitFor();
    expect(await isOnTop(page.locator('main input[type="search"]'))).toBe(true);
  });

  test('covers no target of a link, and nothing that has the focus', async () => {
    const page = await openPage(`${POSTMORTEM}#timeline`, { viewport: PHONE });
    expect(await isOnTop(page.locator('#timeline'))).toBe(true);
    const links = page.locator('main a:visible');
    await links.last().focus();
    for (let count = 0; count < 20; count++) {
      await page.keyboard.press('Shift+Tab');
      expect(await isOnTop(page.locator(':focus'))).toBe(true);
    }
  });

  test('scrolls away on a low screen, and is not on paper', async () => {
    const page = await openPage(POSTMORTEM, { viewport: LANDSCAPE });
    await scrollToFoot(page);
    expect((await getBox(page.locator('#search-header'))).bottom).toBeLessThan(0);
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#search-header').isVisible()).toBe(false);
  });
});

describe('the checklist builder', () => {
  test('has a bar with the number of items and a link to them at the foot of a phone', async () => {
    const page = await openPage('checklists/build/', { viewport: PHONE });
    await page.getByLabel('Activity').selectOption('deploy');
    await page.getByText(/^Deploy: \d+ items/).waitFor();
    const bar = page.locator('.result-bar');
    expect((await getBox(bar)).bottom).toBe(PHONE.height);
    await page.getByRole('link', { name: 'See checklist' }).click();
    await page.waitForURL(/#list$/);
    expect((await getBox(page.locator('.item input').first())).bottom).toBeLessThan(PHONE.height);
  });

  test('has the list next to the choices on a wide screen', async () => {
    const page = await openPage('checklists/build/?activity=deploy', {
      viewport: { width: 1280, height: 900 },
    });
    const first = await getBox(page.locator('.item').first());
    expect(first.x).toBeGreaterThan((await getBox(page.locator('form.builder'))).right);
    expect(first.bottom).toBeLessThan(900);
  });

  test('has no part that scrolls on its own', async () => {
    const page = await openPage('checklists/build/?activity=deploy', { viewport: PHONE });
    await page.locator('.item').first().waitFor();
    const scrolling = await page
      .locator('form *')
      .evaluateAll(
        (all) =>
          all.filter(
            (part) =>
              /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight,
          ).length,
      );
    expect(scrolling).toBe(0);
  });

  test('prints the list and copies its address', async () => {
    const page = await openPage('checklists/build/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await page.getByLabel('Activity').selectOption('deploy');
    await page.getByRole('button', { name: 'Print' }).click();
    await page.locator('html[data-printed]').waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain('?activity=deploy');
  });
});

test.each([
  'checklists/build/?activity=deploy',
  'checklists/planned-reboot/',
  'checklists/procedures/app-maintenance-crash-course/redis-process-dead/',
])('/%s prints nothing that is only for the screen', async (path) => {
  const page = await openPage(path);
  await page.locator('.item').first().waitFor();
  expect(await page.locator('main .on-screen:visible').count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main .on-screen:visible').count()).toBe(0);
});

describe('a link to an emergency procedure', () => {
  const SHEET = /\/checklists\/procedures\/app-maintenance-crash-course\/redis-process-dead\/$/;

  test.each(['', 'search/', 'services/redis/'])('leads from /%s to the list with boxes', async (path) => {
    const page = await openPage(path, { viewport: PHONE });
    await page.locator('main').getByRole('link', { name: 'Redis: the process is dead' }).first().click();
    await page.waitForURL(SHEET);
    await page.locator('.item input').first().waitFor();
  });

  test('leads from the search dialog to the list with boxes', async () => {
    const page = await openPage('lessons/', { viewport: PHONE });
    await page.locator('#search-header').click();
    await page.locator('.search-dialog input').fill('redis dead');
    await page.getByRole('option', { name: 'Redis: the process is dead' }).first().click();
    await page.waitForURL(SHEET);
  });

  test('leads from its card in the note to the list, which has a link back to the card', async () => {
    const page = await openPage('notes/app-maintenance-crash-course/', { viewport: PHONE });
    await page.locator('#redis-process-dead').getByRole('link', { name: 'Tick off the steps' }).click();
    await page.waitForURL(SHEET);
    await page.getByRole('link', { name: 'Background' }).click();
    await page.waitForURL(/\/notes\/app-maintenance-crash-course\/#redis-process-dead$/);
  });

  test('leads from an outline to its note, because nobody can tick it off', async () => {
    const page = await openPage('services/postgresql/');
    const href = await page
      .getByRole('link', { name: 'Restore PostgreSQL from S3' })
      .first()
      .getAttribute('href');
    expect(href).toMatch(/\/notes\/.+#/);
  });
});

test('the list of checklists begins with the emergency procedures and the binder', async () => {
  const page = await openPage('checklists/', { viewport: PHONE });
  expect(await page.locator('main h2').first().innerText()).toBe('Emergency procedures');
  const binder = await getBox(page.getByRole('link', { name: 'Print the binder' }));
  expect(binder.height).toBeGreaterThanOrEqual(44);
  const first = await getBox(page.locator('.rows li').first());
  expect(first.y).toBeGreaterThan(binder.bottom);
  expect(first.bottom).toBeLessThan(PHONE.height);
});

test('the procedures of a note are listed with the emergencies first', async () => {
  const page = await openPage('notes/devops-crash-course-day-two/');
  const rows = await page.locator('.procedures li').allInnerTexts();
  const urgent = rows.map((row) => row.includes('Emergency') && !row.includes('Outline only'));
  expect(urgent.lastIndexOf(true)).toBeLessThan(urgent.indexOf(false));
});

test('the steps of a procedure in a note have most of the width of a phone', async () => {
  const page = await openPage('notes/app-maintenance-crash-course/', { viewport: PHONE });
  const step = page.locator('.procedure-body > ol > li').first();
  const padding = await step.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).paddingInlineStart),
  );
  expect((await getBox(step)).width - padding).toBeGreaterThan(280);
});

describe('a printed checklist', () => {
  test('has lines for who, when and for what on every sheet', async () => {
    const page = await openPage('checklists/planned-reboot/');
    await page.emulateMedia({ media: 'print' });
    const lines = await page.locator('.sheet-head .fill-in').allInnerTexts();
    expect(lines).toHaveLength(await page.locator('.sheet').count());
    for (const line of lines) expect(line.split(/\s+/)).toEqual(['For', 'Name', 'Date', 'Start']);
  });

  test('has a column for what you saw', async () => {
    const page = await openPage('checklists/deploy/', { viewport: { width: 690, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    const places = await page
      .locator('.item:not(.item-inner) .seen')
      .evaluateAll((all) => all.map((field) => Math.round(field.getBoundingClientRect().x)));
    expect(places.length).toBeGreaterThan(10);
    expect(new Set(places).size).toBe(1);
  });

  test('has a box of at least 4 mm for each machine, below each other, where items are done again', async () => {
    const page = await openPage('checklists/planned-reboot/', { viewport: { width: 690, height: 900 } });
    const box = page.locator('[aria-labelledby="during"] .item').first().locator('.boxes span').last();
    expect(await box.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const items = page.locator('[aria-labelledby="during"] .item');
    expect((await getBox(box)).width).toBeGreaterThanOrEqual((4 * 96) / 25.4);
    for (const item of await items.all()) {
      expect(await item.locator('.boxes span').count()).toBe(6);
      expect((await getBox(item.locator('.boxes span').last())).x).toBe((await getBox(box)).x);
      expect((await getBox(item.locator('.item-text'))).right).toBeLessThan(
        (await getBox(item.locator('.boxes span').first())).x,
      );
      expect(await item.locator('input').isVisible()).toBe(false);
    }
    expect(await page.locator('[aria-labelledby="before"] .boxes').count()).toBe(0);
  });
});
