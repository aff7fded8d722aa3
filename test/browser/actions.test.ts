/** Builds a site with an action in every state, and one without postmortems. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { preview } from 'astro';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './open-page.ts';

const CONTENT = 'test/fixtures/actions';
const folder = await mkdtemp(join(tmpdir(), 'hindsight-'));
const servers: Awaited<ReturnType<typeof preview>>[] = [];

async function serve(content: string, name: string): Promise<string> {
  const outDir = join(folder, name);
  await promisify(execFile)(process.execPath, ['src/commands/kb.mjs', 'build', '--outDir', outDir], {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      HINDSIGHT_CONTENT: content,
      // 28 November 2026.
      SOURCE_DATE_EPOCH: '1795824000',
    },
  });
  const server = await preview({ outDir, logLevel: 'error', server: { port: 0 } });
  servers.push(server);
  return `http://localhost:${server.port}/`;
}

const homes = new Map<string, string>();
beforeAll(async () => {
  const empty = join(folder, 'content without postmortems');
  await cp(CONTENT, empty, { recursive: true });
  await rm(join(empty, 'postmortems'), { recursive: true });
  homes.set('all', await serve(CONTENT, 'all'));
  homes.set('empty', await serve(empty, 'empty'));
}, 900_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true });
});

const open = (site: string, path: string, options = {}) =>
  openPage(new URL(path, homes.get(site)).href, options);

test('lists each action once, by group, without JavaScript', async () => {
  const page = await open('all', 'actions/', { javaScriptEnabled: false });
  expect(await page.locator('main .lead').textContent()).toBe(
    '1 overdue, 1 open, 1 in progress, 1 with an unknown status, 1 done, 1 dropped, as of 28 November 2026.',
  );
  const headings = await page.locator('main h2').allTextContents();
  expect(headings.map((text) => text.trim())).toEqual([
    'Overdue',
    'Open',
    'In progress',
    'Status unknown',
    'Done',
    'Dropped',
  ]);
  const written = await Promise.all(
    ['2018-03-10-redis-gone', '2020-11-25-redis-gone-again'].map((id) =>
      readFile(`${CONTENT}/postmortems/${id}.mdx`, 'utf8'),
    ),
  );
  const count = written.join('').match(/^ {2}- text: /gm)?.length;
  expect(await page.locator('main [data-owners]').count()).toBe(count);
  expect(await page.getByText('Overdue', { exact: true }).filter({ visible: true }).count()).toBe(2);
  const ticket = page.getByRole('link', { name: 'PAY-12' });
  expect(await ticket.getAttribute('href')).toBe('https://tickets.example.org/browse/PAY-12');
  await page.getByRole('navigation', { name: 'Owners' }).getByRole('link', { name: 'platform team' }).click();
  expect(await page.locator('main [data-owners]').count()).toBe(2);
});

test('marks what has become overdue since the build', async () => {
  const page = await open('all', '404.html');
  await page.clock.install({ time: new Date('2026-12-05T12:00:00') });
  await page.goto(new URL('actions/', homes.get('all')).href);
  await page.getByText('1 more has become overdue since then.').waitFor();
  const row = page.locator('section:has(#group-in-progress) li');
  expect(await row.getByText('Overdue', { exact: true }).isVisible()).toBe(true);
  expect(await page.getByText('Overdue', { exact: true }).filter({ visible: true }).count()).toBe(3);
  expect(page.errors).toEqual([]);
});

test('filters by owner, and hides groups without rows', async () => {
  const page = await open('all', 'actions/');
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'platform team (2)' });
  const headings = await page.locator('main h2').filter({ visible: true }).allTextContents();
  expect(headings.map((text) => text.trim())).toEqual(['Overdue', 'Done']);
  expect(page.url()).toContain('?owner=platform-team');
  await page.getByRole('combobox', { name: 'Owner' }).selectOption('');
  expect(await page.locator('main h2').filter({ visible: true }).count()).toBe(6);
});

test('explains what happened again before an action was done', async () => {
  const page = await open('all', 'actions/');
  const row = page.locator('section:has(#group-overdue) li').first();
  await row.getByText('Happened again once, and this is not done').click();
  expect((await row.locator('details li').textContent())?.replace(/\s+/g, ' ').trim()).toBe(
    'Redis was gone again, 25 November 2020, with the same lesson: Start services at boot',
  );
  // Nothing is known to have happened between the incident and these.
  expect(await page.locator('section:has(#group-done) details').count()).toBe(0);
});

test.each(['light', 'dark'] as const)('axe reports no violations in the %s theme', async (colorScheme) => {
  for (const path of ['actions/', 'actions/owner-platform-team/', '']) {
    const page = await open('all', path, { colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  }
});

test('nothing scrolls sideways on a screen of 320 px', async () => {
  for (const path of ['actions/', 'actions/owner-payments-team/', '', 'postmortems/2018-03-10-redis-gone/']) {
    const page = await open('all', path, { viewport: { width: 320, height: 700 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(320);
    await page.context().close();
  }
});

test('links to a CSV file and a calendar that libraries read', async () => {
  const page = await open('all', 'actions/');
  const read = async (name: string) => {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const response = await page.request.get(new URL(href ?? '', page.url()).href);
    return { type: response.headers()['content-type'], text: await response.text() };
  };
  const [csv, calendar] = [await read('All actions as CSV'), await read('Due dates as a calendar')];
  expect(csv.type).toContain('text/csv');
  expect(calendar.type).toContain('text/calendar');
  expect(parse(csv.text, { bom: true, columns: true })).toHaveLength(6);
  const events = new ICAL.Component(ICAL.parse(calendar.text)).getAllSubcomponents('vevent');
  expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual([
    '2026-10-31',
    '2026-11-30',
  ]);
});

test('the home page shows what is to do, and what happened in this week of earlier years', async () => {
  const page = await open('all', '');
  const actions = page.locator('section:has(#actions)');
  expect((await actions.locator('p').first().textContent())?.trim()).toBe(
    '1 overdue, 1 open, 1 in progress, as of 28 November 2026.',
  );
  expect(await actions.locator('li').first().textContent()).toContain('Start Redis at boot');
  const week = page.locator('section:has(#week)');
  expect((await week.getByRole('heading').allTextContents()).map((text) => text.trim())).toEqual([
    'Week of 23 November 2026',
    'In earlier years',
    'Due for review',
  ]);
  expect(await week.getByRole('link').allTextContents()).toEqual([
    'Redis was gone again',
    'Start services at boot',
  ]);
});

test('a site without postmortems has an empty list, and no link to it', async () => {
  const page = await open('empty', 'actions/');
  expect(await page.locator('main .lead').textContent()).toBe('No postmortem has an action.');
  expect(
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Actions' }).count(),
  ).toBe(0);
  expect(await page.getByRole('link', { name: /CSV|calendar/ }).count()).toBe(0);
  expect(page.errors).toEqual([]);
});
