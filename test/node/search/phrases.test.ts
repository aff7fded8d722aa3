import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocument, createTextSection } from '../../knowledge/search/small-documents.ts';
import { type BothEngines, openBothEngines } from './both-engines.ts';

const DOCUMENTS = [
  createDocument({
    id: 'in-order',
    title: 'A cache restarts',
    signals: ['FATAL: sorry, too many clients already'],
    sections: createTextSection(
      'The cache lost its entries, and max_connections was too low. 接続プールが枯渇した。',
    ),
  }),
  createDocument({
    id: 'in-another-order',
    title: 'Entries vanish',
    sections: createTextSection(
      'Its entries lost their meaning: clients had too many. プールの接続が切れた。',
    ),
  }),
  createDocument({ id: 'neither', title: 'A disk is full', sections: createTextSection('The low entries.') }),
];

let engines: BothEngines;

beforeAll(async () => {
  engines = await openBothEngines(DOCUMENTS);
});
afterAll(() => engines.close());

const both = (ids: string[]) => ({ site: ids, terminal: ids });

describe('the words of a phrase are together and in this order', () => {
  test.each([
    ['"lost its entries"', ['in-order']],
    ['"its entries lost"', ['in-another-order']],
    ['“lost its entries”', ['in-order']],
    ['„lost its entries“', ['in-order']],
    ['"too many clients"', ['in-order']],
    ['"FATAL: sorry, too many clients already"', ['in-order']],
    ['"lost its" "was too low"', ['in-order']],
    ['disk "lost its entries"', ['in-order']],
    ['"max_connections was"', ['in-order']],
    ['"接続プール"', ['in-order']],
    ['「プールの接続」', ['in-another-order']],
    ['"it"', []],
  ])('%s', async (query, ids) => {
    expect(await engines.find(query)).toEqual(both(ids));
  });
});

test('without quotation marks, or with only one, the order does not matter', async () => {
  for (const query of ['lost its entries', '"lost its entries', 'lost its entries"', 'lost “its entries']) {
    const { site, terminal } = await engines.find(query);
    expect(site.toSorted()).toEqual(['in-another-order', 'in-order', 'neither']);
    expect(terminal.toSorted()).toEqual(['in-another-order', 'in-order', 'neither']);
  }
});

test.each([
  ['"entries its lost"', 'entries its lost'],
  ['"lost its marbles"', 'lost its marbles'],
  ['disk "entries its lost"', 'entries its lost'],
])('reports that no page contains %s, and shows the closest pages', async (query, phrase) => {
  const { site, terminal } = await engines.ask(query);
  for (const { unknown, isClosest, results } of [site, terminal]) {
    expect(unknown).toContain(phrase);
    expect(isClosest).toBe(true);
    expect(results.length).toBeGreaterThan(0);
  }
});
