/**
 * `npm run sheets`: builds the site, and writes a contact sheet of every kind of page for each look: on a desk, on a phone
 * and on paper. Look at them when you change a style.
 */
import { execFile } from 'node:child_process';
import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import sharp, { type OverlayOptions } from 'sharp';
import { findChromium } from '../../test/browser/find-chromium.ts';
import { startBenchServer } from '../../test/search-eval/bench-server.ts';

const PAGES = [
  '',
  'search/?q=redis%20dead',
  'postmortems/',
  'postmortems/2018-03-10-manager-mongo-outage/',
  'notes/app-maintenance-crash-course/',
  'lessons/',
  'lessons/survive-a-reboot-without-hands/',
  'tags/',
  'tags/not-reboot-safe/',
  'services/',
  'services/redis/',
  'organizations/oma/',
  'actions/',
  'checklists/',
  'checklists/planned-reboot/',
  'checklists/build/?activity=deploy',
  'insights/',
  'insights/map/',
  'guide/',
  'guide/design/',
  'guide/fields/',
  'rules/',
  'offline/',
  '404.html',
];

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly isPrinted?: boolean;
  /** Of each picture on the sheet, in pixels. */
  readonly width: number;
  readonly columns: number;
}

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };
/** A sheet of A4 with our margins is as wide as this on a screen. */
const PAPER = { viewport: { width: 680, height: 1_009 } };
const LOOKS: readonly Look[] = [
  { name: 'desk-light', options: { ...DESK, colorScheme: 'light' }, width: 480, columns: 4 },
  { name: 'desk-dark', options: { ...DESK, colorScheme: 'dark' }, width: 480, columns: 4 },
  { name: 'phone-light', options: { ...PHONE, colorScheme: 'light' }, width: 240, columns: 8 },
  { name: 'phone-dark', options: { ...PHONE, colorScheme: 'dark' }, width: 240, columns: 8 },
  { name: 'paper', options: PAPER, isPrinted: true, width: 320, columns: 6 },
];
const GAP = 12;
const QUALITY = 45;

const site = resolve('.cache/bench-site');
await promisify(execFile)(process.execPath, [
  'src/commands/kb.mjs',
  'build',
  '--outDir',
  site,
  '--base',
  '/',
]);
const server = await startBenchServer(site, join(site, 'pagefind'));
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
try {
  for (const look of LOOKS) {
    const file = join(import.meta.dirname, `${look.name}.webp`);
    await writeFile(file, await createSheet(look));
    console.log(`${file}  ${((await stat(file)).size / 1_000).toFixed(0)} KB`);
  }
} finally {
  await browser.close();
  server.stop();
}

async function createSheet({ options, isPrinted, width, columns }: Look): Promise<Buffer> {
  const context = await browser.newContext({ ...options, serviceWorkers: 'block' });
  const page = await context.newPage();
  if (isPrinted) await page.emulateMedia({ media: 'print' });
  const pictures: Buffer[] = [];
  for (const path of PAGES) pictures.push(await takePicture(page, path, width));
  await context.close();
  const { height = 0 } = await sharp(pictures[0]).metadata();
  const places = pictures.map((input, index): OverlayOptions => ({
    input,
    left: GAP + (index % columns) * (width + GAP),
    top: GAP + Math.floor(index / columns) * (height + GAP),
  }));
  const rows = Math.ceil(pictures.length / columns);
  const sheet = sharp({
    create: {
      width: GAP + columns * (width + GAP),
      height: GAP + rows * (height + GAP),
      channels: 3,
      background: '#8a919a',
    },
  });
  return sheet.composite(places).webp({ quality: QUALITY, effort: 6 }).toBuffer();
}

/** Takes a picture of the first screen. */
async function takePicture(page: Page, path: string, width: number): Promise<Buffer> {
  await page.goto(new URL(path, server.home).href);
  await page.waitForLoadState('networkidle');
  if (path.startsWith('search/')) await page.locator('.result').first().waitFor();
  return sharp(await page.screenshot())
    .resize({ width })
    .png()
    .toBuffer();
}
