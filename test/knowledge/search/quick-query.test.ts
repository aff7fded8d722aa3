import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { hasFewerTerms, toQuickQuery } from '../../../src/knowledge/search/quick-query.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { createDocument, createTextSection } from './small-documents.ts';

/** Twenty pages: "replica" and "replication" stand in most of them, "repair" and "redis" in a few. */
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

function asked(query: string) {
  const whole = understandQuery(query, lexicon);
  const quick = toQuickQuery(whole, lexicon.wordFrequencies);
  return {
    terms: quick.concepts.flatMap(({ terms }) => terms.map(({ match, text }) => `${match} ${text}`)),
    less: hasFewerTerms(quick, whole),
  };
}

test('other names wait until the typing stops', () => {
  const whole = understandQuery('redis outage', lexicon).concepts.flatMap(({ terms }) =>
    terms.map(({ text }) => text),
  );
  expect(whole).toContain('down');
  expect(asked('redis outage')).toEqual({ terms: ['word redis', 'word outage'], less: true });
});

test('a query without other names is asked as it is', () => {
  expect(asked('repair')).toEqual({ terms: ['word repair'], less: false });
});

test('a short word is looked up exactly', () => {
  expect(asked('redis cold').terms).toEqual(['word redis', 'phrase cold']);
});

test('a beginning that too many pages hold is left out beside other words', () => {
  expect(asked('redis repl')).toEqual({ terms: ['word redis'], less: true });
  expect(asked('redis repa').terms).toEqual(['word redis', 'prefix repa']);
});

test('alone, it stands for the likeliest word that few enough pages hold', () => {
  expect(asked('rep').terms).toEqual(['phrase repair']);
});

test('of a letter or two nothing is asked', () => {
  expect(asked('re')).toEqual({ terms: [], less: false });
  expect(asked('r')).toEqual({ terms: [], less: false });
});

test('of many words those are asked that tell most', () => {
  const { terms } = asked('redis repair took an hour behind stood still replication cache');
  expect(terms).toContain('word redis');
  expect(terms).not.toContain('word replication');
  expect(terms.length).toBeLessThanOrEqual(5);
});

test('what no page holds as it was typed is asked by its best other name', () => {
  expect(asked('rdis')).toEqual({ terms: ['word redis'], less: false });
});
