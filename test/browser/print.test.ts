import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './open-page.ts';

const NOTE = 'notes/devops-crash-course-day-two/';
/** A4 without the margins of the style sheet. */
const PAPER = { width: 680, height: 1000 };

async function openOnPaper(path: string): Promise<Page> {
  const page = await openPage(path, { viewport: PAPER });
  await page.emulateMedia({ media: 'print' });
  return page;
}

test.each([3, 8, 12, 20])('a table of %i columns loses none of them on paper', async (columns) => {
  const page = await openOnPaper(NOTE);
  const table = await page.locator('.prose').evaluateHandle((prose, count) => {
    const box = document.createElement('div');
    box.className = 'table';
    const created = document.createElement('table');
    for (let row = 0; row < 3; row++) {
      const line = created.insertRow();
      for (let column = 0; column < count; column++)
        line.insertCell().textContent =
          column % 2 ? 'A_LONG_IDENTIFIER_WITHOUT_A_SPACE' : 'some words in a cell';
    }
    box.append(created);
    prose.prepend(box);
    return box;
  }, columns);
  const edges = await table.evaluate((box) => ({
    clipped: getComputedStyle(box).overflowX !== 'visible',
    right: Math.max(...[...box.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect().right)),
    overflows: [...box.querySelectorAll('td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
      .length,
  }));
  expect(edges.clipped).toBe(false);
  expect(edges.overflows).toBe(0);
  expect(edges.right).toBeLessThanOrEqual(PAPER.width);
});

test('a long line of code wraps on paper, and code has no colours', async () => {
  const page = await openOnPaper(NOTE);
  const code = await page
    .locator('.prose pre')
    .first()
    .evaluate((pre) => {
      const part = document.createElement('span');
      part.className = 'code-string';
      part.textContent = 'x'.repeat(500);
      pre.firstElementChild?.append(part);
      return { fits: pre.scrollWidth <= pre.clientWidth, colour: getComputedStyle(part).color };
    });
  expect(code).toEqual({ fits: true, colour: 'rgb(0, 0, 0)' });
});

test('every link to another site has a number, and the list at the end has its address', async () => {
  const page = await openOnPaper(NOTE);
  const links = await page
    .locator('article a[href^="http"]:visible')
    .evaluateAll((all) => all.map((link) => [(link as HTMLElement).dataset.note, link.getAttribute('href')]));
  const addresses = await page.locator('.linked-addresses li').allInnerTexts();
  expect(links.length).toBeGreaterThan(5);
  for (const [number, address] of links) expect(addresses[Number(number) - 1]).toBe(address);
  expect(new Set(addresses).size).toBe(addresses.length);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.linked-addresses').isVisible()).toBe(false);
});

test('a highlighted block has no colours of its own in forced colours', async () => {
  const page = await openPage(NOTE);
  await page.emulateMedia({ forcedColors: 'active' });
  const colours = await page
    .locator('.prose pre code')
    .first()
    .evaluate((code) => {
      const part = document.createElement('span');
      part.className = 'code-keyword';
      part.textContent = 'x';
      code.append(part);
      return [getComputedStyle(part).color, getComputedStyle(code).color];
    });
  expect(colours[0]).toBe(colours[1]);
});
