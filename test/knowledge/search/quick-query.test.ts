import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { hasFewerTerms, toQuickQuery } from '../../../src/knowledge/search/quick-query.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { createDocument, createTextSection } from './small-documents.ts';

/** Twenty pages: most contain "replica" and "replication", and a few "repair" and "redis". */
const DOCUMENTS = Array.from({ length: 20 }, (_, at) =>
  createDocument({
    id: `case-${at}`,
    title: `Case ${at}`,
    sections: createTextSection(
      [
        at < 15 ? 'The replica was behind, and replication stood still.' : 'All was well.',
        at < 2 ? 'Repair took an hour.' : '',
        at < 2 ? 'redis was down. The outage was long, so the cache was cold.' : '',
      ].join(' '),
    ),
  }),
);
const lexicon = createLexicon(DOCUMENTS);

function readQuickly(query: string) {
  const fullQuery = understandQuery(query, lexicon);
  const quickQuery = toQuickQuery(fullQuery, lexicon.wordFrequencies);
  return {
    terms: quickQuery.concepts.flatMap(({ terms }) => terms.map(({ match, text }) => `${match} ${text}`)),
    hasFewer: hasFewerTerms(quickQuery, fullQuery),
  };
}

test('a quick query omits other names', () => {
  const fullQuery = understandQuery('redis outage', lexicon).concepts.flatMap(({ terms }) =>
    terms.map(({ text }) => text),
  );
  expect(fullQuery).toContain('down');
  expect(readQuickly('redis outage')).toEqual({ terms: ['word redis', 'word outage'], hasFewer: true });
});

test('a query without other names stays the same', () => {
  expect(readQuickly('repair')).toEqual({ terms: ['word repair'], hasFewer: false });
});

test('a short word is looked up exactly', () => {
  expect(readQuickly('redis cold').terms).toEqual(['word redis', 'phrase cold']);
});

test('a prefix on too many pages is omitted if there are other words', () => {
  expect(readQuickly('redis repl')).toEqual({ terms: ['word redis'], hasFewer: true });
  expect(readQuickly('redis repa').terms).toEqual(['word redis', 'prefix repa']);
});

test('a single prefix is completed to the likeliest word that is not on too many pages', () => {
  expect(readQuickly('rep').terms).toEqual(['phrase repair']);
});

test('a query of one or two letters becomes empty', () => {
  expect(readQuickly('re')).toEqual({ terms: [], hasFewer: false });
  expect(readQuickly('r')).toEqual({ terms: [], hasFewer: false });
});

test('a query of many words is reduced to the most informative ones', () => {
  const { terms } = readQuickly('redis repair took an hour behind stood still replication cache');
  expect(terms).toContain('word redis');
  expect(terms).not.toContain('word replication');
  expect(terms.length).toBeLessThanOrEqual(5);
});

test('a word that no page contains is replaced with its best other name', () => {
  expect(readQuickly('rdis')).toEqual({ terms: ['word redis'], hasFewer: false });
});
