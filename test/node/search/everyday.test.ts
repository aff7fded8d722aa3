import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatSearchAnswer } from '../../../src/knowledge/search/search-report.ts';
import { createDocument, createTextSection } from '../../knowledge/search/small-documents.ts';
import { type BothEngines, openBothEngines } from './both-engines.ts';

const DOCUMENTS = [
  createDocument({
    id: 'slow',
    title: 'High latency of the API',
    sections: createTextSection('Requests were slow, because a replica had a backlog.'),
  }),
  createDocument({
    id: 'lost',
    title: 'Orders are lost',
    sections: createTextSection('A cleanup job deleted rows, and the data had to be restored.'),
  }),
  createDocument({
    id: 'checkout',
    title: 'Deadlocks between two transactions',
    everydayWords: ['I click Pay, and the wheel turns and turns.'],
  }),
  createDocument({
    id: 'crawler',
    title: 'A robot reads too many pages',
    sections: createTextSection('The robot was crawling the whole site at night.'),
  }),
];

let engines: BothEngines;

beforeAll(async () => {
  engines = await openBothEngines(DOCUMENTS);
});
afterAll(() => engines.close());

test('everyday words find pages by the words of postmortems, as close results', async () => {
  const { site, terminal } = await engines.ask('everything vanished');
  for (const { results, isClosest, inOtherWords, best } of [site, terminal]) {
    expect(results[0]?.id).toBe('lost');
    expect(isClosest).toBe(true);
    expect(best).toBeUndefined();
    expect(inOtherWords).toEqual([{ typed: 'vanished', names: ['lost', 'deleted'] }]);
  }
});

test('everyday words that the pages contain are searched for as they are', async () => {
  const { site, terminal } = await engines.ask('robot crawling');
  for (const { results, isClosest, inOtherWords } of [site, terminal]) {
    expect(results.map(({ id }) => id)).toEqual(['crawler']);
    expect(isClosest).toBe(false);
    expect(inOtherWords).toEqual([]);
  }
});

test('what a caller would say finds the page by the words of the caller', async () => {
  const { site, terminal } = await engines.ask('wheel turns after I click pay');
  for (const { results, isClosest } of [site, terminal]) {
    expect(results.map(({ id }) => id)).toEqual(['checkout']);
    expect(isClosest).toBe(false);
  }
});

test('the terminal prints the other words as a group', async () => {
  const { terminal } = await engines.ask('everything vanished');
  expect(formatSearchAnswer(terminal)).toMatch(/^In other words:\n {2}vanished: lost, deleted\n/);
});
