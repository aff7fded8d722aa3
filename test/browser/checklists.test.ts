import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, inject, test } from 'vitest';
import { openPage } from './open-page.ts';

/** The size of the picture of a QR code, in pixels. */
const SIZE = 340;
const KEPT = 'hindsight-list:planned-reboot';

/** Returns the ids of all lists with their own page. */
async function readListIds(): Promise<string[]> {
  const files = await readdir(join(inject('site'), 'checklists'), { recursive: true });
  return files
    .filter((file) => file.endsWith('/index.html') && !file.startsWith('build/'))
    .map((file) => file.replace('/index.html', ''));
}

/** Removes white space, because lines are broken in other places. */
function removeSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

test('every list prints on as many pages as it has sheets, on A4 and Letter, with all its text', async () => {
  const ids = await readListIds();
  expect(ids.length).toBeGreaterThan(40);
  const page = await openPage('checklists/planned-reboot/', { colorScheme: 'dark' });
  for (const id of ids) {
    await page.goto(new URL(`../${id}/`, `${inject('home')}checklists/x/`).href);
    const sheets = await page.locator('.sheet').count();
    const texts = await page
      .locator('.item-text, .item-expect b, .item-evidence, .sheet-number')
      .evaluateAll((elements) => elements.map((element) => element.textContent ?? ''));
    for (const format of ['A4', 'Letter']) {
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
      expect(pdf.numPages, `${id} on ${format}`).toBe(sheets);
      const { text } = await extractText(pdf, { mergePages: true });
      const printed = removeSpaces(text);
      expect(texts.filter((words) => !printed.includes(removeSpaces(words)))).toEqual([]);
    }
  }
}, 900_000);

test('printed boxes are at least 4 mm wide, and controls are not printed', async () => {
  const page = await openPage('checklists/deploy/', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const box = await page.locator('.item input').first().boundingBox();
  const millimetre = 96 / 25.4;
  expect((box?.width ?? 0) / millimetre).toBeGreaterThanOrEqual(4);
  expect((box?.height ?? 0) / millimetre).toBeGreaterThanOrEqual(4);
  expect(await page.locator('button:visible, summary:visible, nav:visible, select:visible').count()).toBe(0);
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test('the printed QR code is the address of the page', async () => {
  // The page does not allow the picture that the test makes of the code.
  const page = await openPage('checklists/planned-reboot/', { bypassCSP: true });
  const printed = await page.locator('.sheet-foot p.on-paper').first().textContent();
  const image = await page
    .locator('svg.qr')
    .first()
    .evaluate(async (svg, size) => {
      const source = svg.outerHTML.replace(
        '<svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"',
      );
      const picture = Object.assign(new Image(), { src: `data:image/svg+xml,${encodeURIComponent(source)}` });
      await picture.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, size, size);
      context.drawImage(picture, 20, 20);
      const { data } = context.getImageData(0, 0, size, size);
      // One letter for each pixel: numbers would take half a minute to get out of the browser.
      return Array.from({ length: size * size }, (_, at) => ((data[at * 4] ?? 0) > 127 ? 'w' : 'b')).join('');
    }, SIZE);
  const data = Uint8Array.from(
    [...image].flatMap((letter) => (letter === 'w' ? [255, 255, 255, 255] : [0, 0, 0, 255])),
  );
  const address = decodeQR({ width: SIZE, height: SIZE, data });
  expect(address).toBe(printed);
  expect(new URL(address).pathname).toMatch(/\/checklists\/planned-reboot\/$/);
});

test('ticks survive a reload, except for items that changed', async () => {
  const page = await openPage('checklists/planned-reboot/');
  const boxes = page.locator('.item input');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByText('2 of 19 done').waitFor();
  await page.reload();
  await page.getByText('2 of 19 done').waitFor();
  expect(await boxes.nth(1).isChecked()).toBe(true);
  // A rebuild in which the second item changed and so has another hash.
  const changed = await boxes.nth(1).getAttribute('data-item');
  await page.route('**/checklists/planned-reboot/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(changed ?? '', 'item-0000000');
    await route.fulfill({ response, body });
  });
  await page.reload();
  await page.getByText('1 of 19 done').waitFor();
  expect(await boxes.nth(0).isChecked()).toBe(true);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT)).not.toContain(changed);
});

test('a list can be started again, and used with the keyboard', async () => {
  const page = await openPage('checklists/planned-reboot/');
  await page.locator('.item input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('2 of 19 done').waitFor();
  await page.getByText('Details').click();
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByText('0 of 19 done').waitFor();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEPT)).toBeNull();
});

test('the builder creates a list from choices, saves them in the URL, and works without network', async () => {
  const page = await openPage('checklists/build/');
  await page.getByText('Nothing selected yet.').waitFor();
  await page.route('**/*', (route) => route.abort());
  await page.getByLabel('Activity').selectOption('planned-reboot');
  await page.getByLabel('Redis', { exact: true }).check();
  await page.waitForURL((url) => url.search === '?activity=planned-reboot&service=redis');
  await page.locator('check-list .item').first().waitFor();
  const items = await page.locator('.item-text').allTextContents();
  await page.unroute('**/*');
  await page.reload();
  await page.locator('check-list .item').first().waitFor();
  expect(await page.locator('.item-text').allTextContents()).toEqual(items);
  await page.getByText('1 of').or(page.getByText('0 of')).first().waitFor();
  expect(page.errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
});

test('the builder makes a list for one organization, and includes the items of others with their names', async () => {
  const page = await openPage('checklists/build/?activity=deploy');
  await page.getByText('Oma: Count the workers on each instance').waitFor();
  expect(await page.getByLabel('Include checks for the systems of other').isDisabled()).toBe(true);
  await page.getByRole('combobox', { name: 'Organization' }).selectOption('gnome');
  await page.waitForURL((url) => url.search === '?activity=deploy&organization=gnome');
  await page.getByText('Organization: GNOME', { exact: true }).first().waitFor();
  const omitted = page.locator('.omitted');
  expect(await omitted.locator('h3').allTextContents()).toEqual(['Belongs to Oma (3)']);
  expect(await omitted.locator('li').first().textContent()).toBe(
    'Read the generated run list before it is applied Expect: valid JSON, with no list in quotes',
  );
  await page.getByLabel('Include checks for the systems of other').check();
  await page.getByText('At Oma: Count the workers on each instance').waitFor();
  expect(await omitted.count()).toBe(0);
  expect(page.url()).toContain('&others=include');
  await page.reload();
  await page.getByText('At Oma: Count the workers on each instance').waitFor();
  expect(await page.getByRole('combobox', { name: 'Organization' }).inputValue()).toBe('gnome');
});

test('the builder points to the page of a service that has too few checks for a list', async () => {
  const page = await openPage('checklists/build/?service=puppet');
  await page.getByRole('link', { name: 'its own page' }).click();
  await page.waitForURL(/\/services\/puppet\/$/);
  await page.getByText('Confirm that each managed machine needs only one changed line').waitFor();
});

test('each item can be ticked, also if a list asks the same at two pause points', async () => {
  for (const id of await readListIds()) {
    const html = await readFile(join(inject('site'), 'checklists', id, 'index.html'), 'utf8');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name);
    expect(ids.filter((name, index) => ids.indexOf(name) !== index)).toEqual([]);
  }
});
