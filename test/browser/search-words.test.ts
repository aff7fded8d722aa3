import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { home, openPage } from './open-page.ts';

const fieldOf = (page: Page) => page.getByLabel('Error, service or symptom');
const results = (page: Page) => page.locator('search-panel .result');
/** Waits for the complete answer, whose status counts the results. */
const answered = (page: Page) => page.getByRole('status').filter({ hasText: /match/ }).waitFor();

async function ask(query: string) {
  const page = await openPage('search/');
  await fieldOf(page).fill(query);
  await answered(page);
  return page;
}

/** Questions in other languages and in quotation marks, and a page that has to be among the first five results. */
const QUESTIONS = [
  ['die Warteschlange ist voll', 'checklists/procedures/app-maintenance-crash-course/queue-too-big/'],
  ['la base de données est trop lente', 'tags/slow-query/'],
  ['redis perdió los datos', 'checklists/procedures/app-maintenance-crash-course/redis-data-lost/'],
  ['o site está fora do ar', 'checklists/procedures/devops-crash-course-day-two/server-goes-down/'],
  ['再起動後に設定が失われる', 'tags/not-reboot-safe/'],
  ['"open connections"', 'postmortems/2018-03-10-manager-mongo-outage/'],
  ['“too many alerts”', 'tags/alert-noise/'],
] as const;

describe('the search understands', () => {
  test.each(QUESTIONS)('%s', async (query, target) => {
    const page = await ask(query);
    const links = page.locator('search-panel .result:not(.result-inner):not(.result-background) a');
    const hrefs = await links.evaluateAll((all) => all.slice(0, 5).map((link) => link.getAttribute('href')));
    expect(hrefs).toContain(new URL(target, home).pathname);
    expect(page.errors).toEqual([]);
  });
});

test('reports the English words of a question in another language', async () => {
  const page = await ask('die Datenbank ist langsam');
  await page.getByText('In other words: Datenbank → database; langsam → slow').waitFor();
});

test('finds pages by everyday words, as close results', async () => {
  const page = await ask('box froze solid');
  await page.getByText('In other words:').waitFor();
  await page.getByText('No exact match').waitFor();
  expect(await results(page).count()).toBeGreaterThan(0);
});

test('loads the tables of words only for words that need them', async () => {
  const page = await openPage('search/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  await fieldOf(page).fill('redis dead');
  await answered(page);
  expect(requests.filter((name) => /^search-(?:english|languages|thesaurus)/.test(name))).toEqual([]);
  await fieldOf(page).fill('die Datenbank ist langsam');
  await page.getByText('In other words').waitFor();
  expect(requests.filter((name) => /^search-(?:english|languages|thesaurus)/.test(name)).sort()).toEqual([
    'search-english.txt',
    'search-languages.json',
  ]);
});
