/** Tests what a reader on a phone with a bad network waits for: bytes, the first paint, and nothing that moves after it. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const POSTMORTEM = 'postmortems/2018-03-10-manager-mongo-outage/';
const MAX_PAGE_BYTES = 60_000;
const MAX_SCRIPT_BYTES = 12_000;
const site = inject('site');
const base = new URL(home).pathname;

test('every page of a postmortem is at most 60 KB in all, as it is sent, with at most 12 KB of scripts', async () => {
  const paths = (await listPages()).filter((path) => /^postmortems\/[^/]+\/index\.html$/.test(path));
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) {
    const files = [path, ...(await listFiles(path))];
    const scripts = files.filter((file) => extname(file) === '.js');
    expect(scripts.length, path).toBeGreaterThanOrEqual(2);
    expect(await measure(files), path).toBeLessThan(MAX_PAGE_BYTES);
    expect(await measure(scripts), path).toBeLessThan(MAX_SCRIPT_BYTES);
  }
});

test('a page of a postmortem loads nothing else', async () => {
  const page = await openPage(POSTMORTEM);
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const files = new Set(await listFiles(`${POSTMORTEM}index.html`));
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.map((address) => address.slice(home.length)).filter((file) => !files.has(file))).toEqual([]);
});

test('no page has a script that its first paint waits for', async () => {
  const waiting: string[] = [];
  for (const path of await listPages()) {
    const html = await readFile(join(site, path), 'utf8');
    const head = html.slice(0, html.indexOf('</head>'));
    const scripts = head.match(/<script\b[^>]*>/g) ?? [];
    waiting.push(
      ...scripts
        .filter((tag) => !/ async\b| defer\b| type="module"/.test(tag))
        .map((tag) => `${path}: ${tag}`),
    );
  }
  expect(waiting).toEqual([]);
});

test.each(['', POSTMORTEM, 'search/', 'checklists/planned-reboot/', 'checklists/build/'])(
  '/%s is painted before any script arrives',
  async (path) => {
    const page = await openPage('404.html');
    // Never answered.
    await page.route('**/*.js', () => undefined);
    await page.goto(new URL(path, home).href, { waitUntil: 'commit' });
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    expect(await painted.jsonValue()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  },
);

describe.each([
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['a desk', { viewport: { width: 1280, height: 800 } }],
])('on %s', (_, options) => {
  test.each([
    '',
    POSTMORTEM,
    'search/?q=redis',
    'checklists/planned-reboot/',
    'lessons/',
    'checklists/build/',
  ])('nothing moves on /%s while it loads', async (path) => {
    const page = await openPage('404.html', options);
    // Late enough that a script has something to move.
    await page.route('**/_astro/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.continue();
    });
    await page.goto(new URL(path, home).href);
    await page.waitForLoadState('networkidle');
    if (path.startsWith('search/')) await page.locator('.result').first().waitFor();
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    expect(moved).toBeLessThan(0.01);
  });
});

async function listPages(): Promise<string[]> {
  return (await readdir(site, { recursive: true })).filter((path) => path.endsWith('.html'));
}

/** Returns the paths of what a page loads by itself: style sheets, scripts with what they import, pictures and icons. */
async function listFiles(path: string): Promise<string[]> {
  const html = await readFile(join(site, path), 'utf8');
  const files = new Set<string>();
  const tags = html.match(/<(?:link|script|img|source)\b[^>]*>/g) ?? [];
  for (const tag of tags) {
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1];
    if (address?.startsWith(base)) await addWithImports(address.slice(base.length), files);
  }
  return [...files];
}

async function addWithImports(file: string, files: Set<string>): Promise<void> {
  if (files.has(file)) return;
  files.add(file);
  if (extname(file) !== '.js') return;
  const code = await readFile(join(site, file), 'utf8');
  for (const [, name] of code.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
    await addWithImports(`_astro/${name}`, files);
}

/** Returns how many bytes are sent: text is compressed, pictures are already. */
async function measure(files: readonly string[]): Promise<number> {
  const lengths = files.map(async (file) => {
    const bytes = await readFile(join(site, file));
    return /\.(?:html|css|js|json|svg)$/.test(file) ? gzipSync(bytes).length : bytes.length;
  });
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
}
