/** Tests the search from the query to the answer with an engine that records what is looked up. */
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { TableLoader } from '../../../src/knowledge/search/query-tables.ts';
import { type SearchOptions, search } from '../../../src/knowledge/search/search.ts';
import type { SearchEngine } from '../../../src/knowledge/search/search-engine.ts';
import { createAddresses } from '../../../src/knowledge/source/addresses.ts';
import { createMemoryEngine } from './memory-engine.ts';
import { createDocument, createTextSection, DOCUMENTS } from './small-documents.ts';

function createIndex(documents = DOCUMENTS) {
  const calls: string[] = [];
  const memory = createMemoryEngine(documents, createAddresses('/'));
  const engine: SearchEngine = {
    ...memory,
    lookUp: async (lookup, filters, signal) => {
      if (signal?.aborted) throw new Error('aborted');
      calls.push(`${lookup.match} ${lookup.text}`);
      return memory.lookUp(lookup, filters, signal);
    },
  };
  return { index: { engine, lexicon: createLexicon(documents) }, calls };
}

const answer = (query: string, options: SearchOptions = {}) => search(createIndex().index, query, options);

describe('an empty query', () => {
  test('returns the first pages, without a best match or reasons', async () => {
    const { results, total, keys, best, unknown, missing, isClosest } = await answer(' \n', { limit: 2 });
    expect(results.map(({ id }) => id)).toEqual(['mysql-failover', 'disk-full']);
    expect(results.map(({ words, sections }) => [words, sections])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect({ total, keys: keys.size, best: best?.id }).toEqual({ total: 9, keys: 9, best: 'mysql-failover' });
    expect({ unknown, missing, isClosest }).toEqual({ unknown: [], missing: [], isClosest: false });
    expect(results.every((result) => !result.isClosest)).toBe(true);
  });
});

test('a word whose correction was undone is looked up as typed', async () => {
  const corrected = await answer('overlaoded');
  expect(corrected.corrections).toEqual([{ typed: 'overlaoded', meant: 'overloaded' }]);
  const undone = await answer('overlaoded', { literal: new Set(['overlaoded']) });
  expect([undone.corrections, undone.unknown]).toEqual([[], ['overlaoded']]);
});

test('passes on the signal that aborts a search', async () => {
  await expect(answer('overloaded', { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

describe('a query with phrases', () => {
  const documents = [
    createDocument({ id: 'a', title: 'A', sections: createTextSection('The lock file was left over.') }),
    createDocument({ id: 'b', title: 'B', sections: createTextSection('A file had a lock.') }),
  ];
  const searchBoth = (query: string) => search(createIndex(documents).index, query);
  const listIds = (results: readonly { id: string }[]) => results.map(({ id }) => id).sort();

  test('returns only pages with the phrase', async () => {
    const { results, unknown, isClosest } = await searchBoth('"lock file"');
    expect([listIds(results), unknown, isClosest]).toEqual([['a'], [], false]);
  });

  test('returns pages with the words as close results if no page has the phrase', async () => {
    const { results, unknown, isClosest, best } = await searchBoth('"file lock"');
    expect([listIds(results), unknown, isClosest, best]).toEqual([
      ['a', 'b'],
      ['file lock'],
      true,
      undefined,
    ]);
    expect(results.every((result) => result.isClosest)).toBe(true);
  });

  test('reports each phrase that no page has', async () => {
    const { unknown } = await searchBoth('"lock file" "kafka topic"');
    expect(unknown).toEqual(['kafka topic', 'kafka', 'topic']);
  });

  test('has no results if no page has a word of it', async () => {
    const { results, unknown, isClosest } = await searchBoth('"kafka topic"');
    expect([results, isClosest]).toEqual([[], false]);
    expect(unknown).toEqual(['kafka topic', 'kafka', 'topic']);
  });
});

describe('a query that finds nothing close by its own words', () => {
  const documents = [createDocument({ id: 'a', title: 'The queue has a backlog' })];
  const THESAURUS = 'left lying around = queue, backlog';
  const searchIn = (query: string, options: SearchOptions = {}, file = THESAURUS) => {
    const tables = new TableLoader(async (name) => {
      if (!name.includes('thesaurus')) throw new Error(`No ${name}`);
      return file;
    });
    return { tables, answer: search({ ...createIndex(documents).index, tables }, query, options) };
  };

  test('finds close results by the words of postmortems', async () => {
    const { results, isClosest, inOtherWords } = await searchIn('left lying around').answer;
    expect(results.map(({ id, isClosest: isClose }) => [id, isClose])).toEqual([['a', true]]);
    expect([isClosest, inOtherWords[0]?.names]).toEqual([true, ['queue', 'backlog']]);
  });

  test('keeps its own results if the thesaurus finds nothing', async () => {
    const { results, isClosest } = await searchIn('left lying around', {}, 'left = nowhere').answer;
    expect([results, isClosest]).toEqual([[], false]);
  });

  test('needs no thesaurus if it finds something', async () => {
    const { tables, answer: found } = searchIn('queue');
    expect((await found).isClosest).toBe(false);
    expect(tables.loaded).toEqual({});
  });
});
