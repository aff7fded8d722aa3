/** Builds the site of two organizations without a home, with a home and with a home team; and that of a single one. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORGANIZATIONS_FILE, type SetUp, setHome, TWO_ORGANIZATIONS } from '../two-organizations.ts';
import { openPage } from './open-page.ts';

const folder = await mkdtemp(join(tmpdir(), 'hindsight-'));
const servers: Awaited<ReturnType<typeof preview>>[] = [];

/** Builds a content folder, and returns the address of its home page. */
async function serve(content: string, name: string): Promise<string> {
  const outDir = join(folder, name);
  await promisify(execFile)(process.execPath, ['src/commands/kb.mjs', 'build', '--outDir', outDir], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', HINDSIGHT_CONTENT: content },
  });
  const server = await preview({ outDir, logLevel: 'error', server: { port: 0 } });
  servers.push(server);
  return `http://localhost:${server.port}/`;
}

async function serveSetUp(setUp: SetUp): Promise<string> {
  const content = join(folder, `content of ${setUp}`);
  await cp(TWO_ORGANIZATIONS, content, { recursive: true });
  const file = join(content, ORGANIZATIONS_FILE);
  await writeFile(file, setHome(await readFile(file, 'utf8'), setUp));
  return serve(content, setUp);
}

const homes = new Map<string, string>();
beforeAll(async () => {
  // At the same time: a build never gets the content of another one.
  await Promise.all([
    ...(['no home', 'home', 'home team'] as const).map(async (setUp) => {
      homes.set(setUp, await serveSetUp(setUp));
    }),
    serve('test/fixtures/bad/base', 'one').then((home) => homes.set('one', home)),
  ]);
}, 900_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true });
});

const open = (setUp: string, path: string, options = {}) =>
  openPage(new URL(path, homes.get(setUp)).href, options);

const CARDS: Record<SetUp, readonly string[]> = {
  'no home': [
    'Requests are lost|Archive',
    'The order queue is too long|Bakery, Ovens',
    'The ovens get no orders|Bakery, Ovens',
    'The shop takes no orders|Bakery, Shop',
  ],
  home: [
    'The order queue is too long|Ovens',
    'The ovens get no orders|Ovens',
    'The shop takes no orders|Shop',
    'Requests are lost|At Archive',
  ],
  'home team': [
    'The shop takes no orders|',
    'The order queue is too long|At Ovens',
    'The ovens get no orders|At Ovens',
    'Requests are lost|At Archive',
  ],
};

describe.each(Object.keys(CARDS) as SetUp[])('with the set-up “%s”', (setUp) => {
  test('the home page has your own emergency cards first, each with its owner', async () => {
    const page = await open(setUp, '');
    const cards = await page
      .locator('.emergencies a')
      .evaluateAll((links) =>
        links.map((link) => [
          link.querySelector('strong')?.firstChild?.textContent?.trim(),
          [...link.querySelectorAll(':scope > span')].map((span) => span.textContent?.trim() ?? ''),
        ]),
      );
    const signals = ['order queue is empty'];
    expect(
      cards.map(
        ([title, lines]) => `${title}|${(lines as string[]).filter((line) => !signals.includes(line))}`,
      ),
    ).toEqual(CARDS[setUp]);
    expect(page.errors).toEqual([]);
  });

  test('calls an organization or a team yours only if there is a home', async () => {
    const list = await open(setUp, 'organizations/');
    expect(await list.getByText('Your organization').count()).toBe(setUp === 'no home' ? 0 : 1);
    const own = await open(setUp, 'organizations/bakery/');
    expect(await own.getByText('Your team').count()).toBe(setUp === 'home team' ? 1 : 0);
    expect(await own.locator('main h2').allTextContents()).toEqual([
      'Procedures',
      'Postmortems',
      'Notes',
      'Lessons',
      'Teams',
    ]);
  });

  test('the list of notes has a section for each organization', async () => {
    const titles = setUp === 'no home' ? ['Archive', 'Bakery'] : ['Bakery', 'Archive'];
    const page = await open(setUp, 'notes/');
    expect(await page.locator('main h2').allTextContents()).toEqual(titles);
  });

  test('a short list of postmortems has no sections', async () => {
    const page = await open(setUp, 'postmortems/');
    expect(await page.locator('main h2').count()).toBe(0);
    expect(await page.locator('main .row-title a').count()).toBe(3);
  });

  test('a search result says whose it is', async () => {
    const page = await open(setUp, 'search/?q=requests%20are%20lost');
    const about = page.locator('.result .result-about').first();
    await about.waitFor();
    expect(await about.textContent()).toContain(setUp === 'no home' ? '· Archive' : '· At Archive');
  });
});

describe('the filter by organization and team', () => {
  const listVisible = (page: Awaited<ReturnType<typeof open>>, selector: string) =>
    page.locator(`${selector}:visible`).allTextContents();

  test('shows the rows of one organization or team, and keeps the choice in the URL', async () => {
    const page = await open('no home', 'postmortems/');
    const select = page.getByRole('combobox', { name: 'Organization' });
    expect(await select.locator('option').allTextContents()).toEqual([
      'All',
      'Archive (1)',
      'Bakery (2)',
      'Bakery, Ovens (1)',
      'Bakery, Shop (1)',
    ]);
    await select.selectOption('Bakery, Shop (1)');
    expect(await listVisible(page, 'main .row-title a')).toEqual(['The shop takes no orders after a reboot']);
    expect(await page.getByRole('status').first().textContent()).toBe('Shows only Bakery, Shop');
    expect(new URL(page.url()).searchParams.get('owner')).toBe('bakery/shop');
    await page.reload();
    expect(await listVisible(page, 'main .row-title a')).toEqual(['The shop takes no orders after a reboot']);
    await page.getByRole('combobox', { name: 'Organization' }).selectOption('All');
    expect(await listVisible(page, 'main .row-title a')).toHaveLength(3);
    expect(page.url()).toBe(`${homes.get('no home')}postmortems/`);
  });

  test.each(['', 'notes/', 'lessons/', 'checklists/', 'search/'])(
    'is on the page “%s”, and without JavaScript links to the organizations',
    async (path) => {
      const page = await open('no home', `${path}?owner=archive`);
      expect(await page.locator('list-filter select').inputValue()).toBe('archive');
      const rows = page.locator('list-filter ~ * [data-owners]:visible');
      const owners = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-owners') ?? ''));
      expect(owners.filter((keys) => keys.split(' ').includes('archive'))).not.toEqual([]);
      expect(owners.filter((keys) => !keys.split(' ').includes('archive'))).toEqual([]);
      const plain = await open('no home', path, { javaScriptEnabled: false });
      const links = plain.locator('list-filter a:visible');
      expect(await links.count()).toBe(2);
      expect(await plain.locator('list-filter select:visible').count()).toBe(0);
      await links.first().click();
      expect(new URL(plain.url()).pathname).toBe('/organizations/archive/');
    },
  );

  test('the search can be filtered by team', async () => {
    const page = await open('no home', 'search/?q=reboot&team=Bakery%2C%20Shop');
    const result = page.locator('a.result-title');
    await result.first().waitFor();
    const addresses = await result.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(addresses.filter((address) => !/shop/.test(address))).toEqual([]);
  });
});

test('a single organization is not named, and there is nothing to filter by', async () => {
  for (const path of ['', 'postmortems/', 'notes/', 'notes/redis/', 'lessons/', 'checklists/', 'search/']) {
    const page = await open('one', path);
    expect(await page.locator('list-filter, select[name="organization"]').count()).toBe(0);
    expect(await page.getByText('Example', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Organizations' }).count()).toBe(0);
  }
});
