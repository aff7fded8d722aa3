/** Tests what the design promises: what helped on the first screen, facts next to the text, nothing covered, useful paper. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './open-page.ts';

const POSTMORTEM = 'postmortems/2018-03-10-manager-mongo-outage/';
const NOTE = 'notes/app-maintenance-crash-course/';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

async function getBox(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It has no box');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** Returns the texts of the visible headings in the article, or in the main part. */
async function listHeadings(page: Page, level: string): Promise<string[]> {
  const headings = await page.locator(`main ${level}`).all();
  const texts = headings.map(async (heading) =>
    (await heading.isVisible()) ? (await heading.innerText()).trim() : '',
  );
  return (await Promise.all(texts)).filter((text) => text !== '');
}

async function countPrintedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('the page of a postmortem', () => {
  test('shows what helped on the first screen of a phone', async () => {
    const page = await openPage(POSTMORTEM, { viewport: PHONE });
    const first = page.locator('.attempts li').first();
    expect(await first.innerText()).toMatch(/^Worked/);
    expect((await getBox(first)).bottom).toBeLessThan(PHONE.height);
  });

  test('has the facts next to the text on a wide screen, with quiet words for what is not known', async () => {
    const page = await openPage(POSTMORTEM, { viewport: DESK });
    const [facts, text] = [
      await getBox(page.locator('.postmortem-panel')),
      await getBox(page.locator('.responder')),
    ];
    expect(facts.x).toBeGreaterThan(text.right);
    expect(facts.bottom).toBeLessThan(DESK.height);
    const severity = page.locator('.postmortem-panel div', { hasText: 'Severity' }).locator('dd');
    expect(await severity.innerText()).toBe('Not known');
    expect(await severity.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('400');
  });

  test('has lines of at most 75 characters', async () => {
    const page = await openPage(POSTMORTEM, { viewport: DESK });
    const longest = await page.locator('.prose > p, .prose > ol > li').evaluateAll((blocks) =>
      Math.max(
        ...blocks.map((block) => {
          const lines = Math.round(
            block.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(block).lineHeight),
          );
          return lines > 2 ? (block.textContent ?? '').length / lines : 0;
        }),
      ),
    );
    expect(longest).toBeGreaterThan(55);
    expect(longest).toBeLessThanOrEqual(75);
  });

  test('marks the section that is being read in its contents', async () => {
    const page = await openPage(POSTMORTEM, { viewport: DESK });
    const link = page.locator('.on-this-page a[aria-current]');
    for (const title of ['Impact', 'Lessons']) {
      await page.locator('.on-this-page').getByRole('link', { name: title, exact: true }).click();
      await link.filter({ hasText: title }).waitFor();
    }
    expect(await link.count()).toBe(1);
    // In one jump, past several headings.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await link.waitFor({ state: 'detached' });
    await page.evaluate(() => document.querySelector('#factors')?.scrollIntoView({ behavior: 'instant' }));
    await link.filter({ hasText: 'Contributing factors' }).waitFor();
  });

  test('has its contents folded on a phone, and open without a script on a wide screen', async () => {
    const phone = await openPage(POSTMORTEM, { viewport: PHONE });
    const link = (page: Page) => page.locator('.on-this-page').getByRole('link', { name: 'Impact' });
    expect(await link(phone).isVisible()).toBe(false);
    await phone.locator('.on-this-page summary').click();
    expect(await link(phone).isVisible()).toBe(true);
    const desk = await openPage(POSTMORTEM, { viewport: DESK, javaScriptEnabled: false });
    expect(await link(desk).isVisible()).toBe(true);
  });

  test('prints a brief without the text, the lessons and the sources', async () => {
    const page = await openPage(POSTMORTEM, { viewport: DESK });
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.title = 'printed';
      };
    });
    await page.getByRole('button', { name: 'Print a brief' }).click();
    expect(await page.locator('html[title="printed"]').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await listHeadings(page, 'h2')).toEqual(['Timeline', 'Impact', 'Contributing factors']);
    expect(await countPrintedPages(page)).toBe(1);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect((await listHeadings(page, 'h2')).length).toBeGreaterThan(8);
  });
});

test.each([320, 390, 1280])('the button that copies a command does not cover it at %i px', async (width) => {
  const page = await openPage(NOTE, { viewport: { width, height: 844 } });
  const blocks = await page.locator('copy-text:has(button)').all();
  expect(blocks.length).toBeGreaterThan(2);
  for (const block of blocks) {
    const [code, button] = [await getBox(block.locator('pre')), await getBox(block.locator('button'))];
    expect(button.x >= code.right - 1 || button.y >= code.bottom - 1).toBe(true);
  }
});

test('the header has room for a title of 40 characters on a phone', async () => {
  const page = await openPage(POSTMORTEM, { viewport: PHONE });
  const name = page.locator('.brand span');
  await name.evaluate((element) => {
    element.textContent = 'Northwind Payments Incident Archive 2026';
  });
  const line = await name.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight));
  expect((await getBox(name)).height).toBeLessThanOrEqual(3 * line + 1);
  const [search, theme] = [page.locator('.site-header input'), page.locator('theme-toggle button')];
  expect((await getBox(search)).width).toBeGreaterThan(80);
  expect((await getBox(theme)).right).toBeLessThanOrEqual(PHONE.width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});

describe('the page of the rules', () => {
  test.each([PHONE, DESK])('has a link to every rule, and cuts no example at $width px', async (viewport) => {
    const page = await openPage('rules/', { viewport });
    const rules = await page.locator('.rules > section').evaluateAll((all) => all.map(({ id }) => `#${id}`));
    const links = page.locator('.on-this-page a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(rules);
    const cut = await page
      .locator('.rules pre')
      .evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth).length);
    expect(cut).toBe(0);
    expect(await page.locator('*').count()).toBeLessThan(1_500);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });
});

test('the link to the section of the site is in view on a phone', async () => {
  const page = await openPage('guide/', { viewport: PHONE });
  const box = await getBox(page.locator('.site-header [aria-current]'));
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(PHONE.width);
});

test('the home page prints as one page with the addresses of the emergency procedures', async () => {
  const page = await openPage('');
  await page.emulateMedia({ media: 'print' });
  expect(await listHeadings(page, 'h2')).toEqual(['Emergency procedures']);
  const text = await page.locator('main').innerText();
  expect(text).toMatch(
    /hindsight\.example\.org\/(?:\S+\/)?checklists\/procedures\/app-maintenance-crash-course\/redis-process-dead\//,
  );
  expect(await countPrintedPages(page)).toBe(1);
});

test.each([600, 1024, 1160])('no page scrolls sideways at %i px', async (width) => {
  const page = await openPage(POSTMORTEM, { viewport: { width, height: 800 } });
  // As many links as a site with everything has.
  await page.locator('.site-header nav ul').evaluate((list) => {
    for (const name of ['Actions', 'Reliability']) {
      const item = list.lastElementChild?.cloneNode(true) as Element;
      (item.firstElementChild as Element).textContent = name;
      list.append(item);
    }
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

describe('wide tables of the site', () => {
  test.each(['guide/fields/', 'insights/map/'])(
    '/%s has a block for each row on a phone, still a table for a screen reader',
    async (path) => {
      const page = await openPage(path, { viewport: PHONE });
      const table = page.locator('main table').first();
      expect(await table.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      const [head, ...cells] = await table.locator('tbody tr').first().locator('th, td').all();
      for (const cell of cells) {
        const [{ bottom }, { y }] = [await getBox(head as Locator), await getBox(cell)];
        expect(y).toBeGreaterThanOrEqual(bottom - 1);
      }
      const label = await cells
        .at(-1)
        ?.evaluate((cell) => [getComputedStyle(cell, '::before').content, cell.dataset.label]);
      expect(label?.[0]).toBe(`"${label?.[1]}: " / ""`);
      const names = await table.getByRole('columnheader').allInnerTexts();
      expect(names).toHaveLength(3);
      expect(names).toContain(label?.[1]);
      expect(await table.getByRole('row').first().getByRole('columnheader').count()).toBe(3);
      expect(await table.getByRole('row').nth(1).getByRole('cell').count()).toBe(2);
    },
  );

  test.each(['guide/fields/', 'insights/map/'])('/%s has columns on a desk and on paper', async (path) => {
    const page = await openPage(path, { viewport: DESK });
    const isAligned = async () => {
      const row = page.locator('main table tbody tr').first();
      return (await getBox(row.locator('th'))).y === (await getBox(row.locator('td').last())).y;
    };
    expect(await isAligned()).toBe(true);
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ media: 'print' });
    expect(await isAligned()).toBe(true);
  });
});

test('code that is wider than its block has a shadow at its edge', async () => {
  const page = await openPage(NOTE, { viewport: { width: 320, height: 700 } });
  const attachments = await page
    .locator('copy-text pre')
    .evaluateAll((all) =>
      all
        .filter((pre) => pre.scrollWidth > pre.clientWidth)
        .map((pre) => getComputedStyle(pre).backgroundAttachment),
    );
  expect(attachments.length).toBeGreaterThan(0);
  expect(new Set(attachments)).toEqual(new Set(['local, local, scroll, scroll']));
});

test('the links of the site fade at an edge beyond which there are more', async () => {
  const page = await openPage('', { viewport: PHONE });
  const strip = page.locator('.site-header nav');
  /** The mask covers the strip, or starts before it. */
  const isFaded = () =>
    strip.evaluate((element) => Number.parseFloat(getComputedStyle(element).maskPosition) === 0);
  expect(await isFaded()).toBe(false);
  await strip.evaluate((element) => element.scrollTo({ left: 300, behavior: 'instant' }));
  await expect.poll(isFaded).toBe(true);
  await strip.evaluate((element) => element.scrollTo({ left: 0, behavior: 'instant' }));
  await expect.poll(isFaded).toBe(false);
});

test('a long checklist links to its pause points, folded on a phone, and a short checklist has no links', async () => {
  const page = await openPage('checklists/planned-reboot/', { viewport: PHONE, javaScriptEnabled: false });
  const contents = page.locator('.on-this-page');
  const points = await page.locator('.block > h2').evaluateAll((all) => all.map(({ id }) => `#${id}`));
  const links = contents.locator('a');
  expect(points.length).toBeGreaterThan(2);
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(points);
  expect(await links.first().isVisible()).toBe(false);
  await contents.locator('summary').click();
  await links.last().click();
  expect(new URL(page.url()).hash).toBe(points.at(-1));
  await page.emulateMedia({ media: 'print' });
  expect(await contents.isVisible()).toBe(false);
  const short = await openPage('checklists/procedures/app-maintenance-crash-course/redis-process-dead/');
  expect(await short.locator('.on-this-page').count()).toBe(0);
});
