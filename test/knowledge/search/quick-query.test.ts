import { describe, expect, test } from 'vitest';
import type { Concept, SearchTerm } from '../../../src/knowledge/search/concepts.ts';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { hasFewerTerms, toQuickQuery } from '../../../src/knowledge/search/quick-query.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';
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
  expect(terms).toEqual(['word redis', 'word repair', 'word cache']);
});

test('a word that no page contains is replaced with its best other name', () => {
  expect(readQuickly('rdis')).toEqual({ terms: ['word redis'], hasFewer: false });
});

describe('in a hundred pages', () => {
  function reduce(concepts: readonly Concept[], counts: Readonly<Record<string, number>>): string[] {
    const understanding = { ...understandQuery('', lexicon), query: 'a query', concepts };
    const frequencies = new WordFrequencies(new Map(Object.entries(counts)), 100);
    return toQuickQuery(understanding, frequencies).concepts.flatMap(({ terms }) =>
      terms.map(({ match, text }) => `${match} ${text}`),
    );
  }

  function createConcept(text: string, fields: Partial<SearchTerm> = {}): Concept {
    const term: SearchTerm = { text, match: 'word', via: 'typed', weight: 1, ...fields };
    return { source: text, weight: 1, terms: [term] };
  }

  test('a word in 13 pages is omitted next to one in 12', () => {
    const concepts = [createConcept('replica'), createConcept('backup')];
    expect(reduce(concepts, { replica: 13, backup: 12 })).toEqual(['word backup']);
    expect(reduce(concepts, { replica: 12, backup: 12 })).toEqual(['word replica', 'word backup']);
  });

  test('a word counts with the longer words that start with it, a phrase does not', () => {
    const counts = { replica: 3, replication: 10, backup: 1 };
    const phrase = createConcept('replica', { match: 'phrase' });
    expect(reduce([createConcept('replica'), createConcept('backup')], counts)).toEqual(['word backup']);
    expect(reduce([phrase, createConcept('backup')], counts)).toEqual(['phrase replica', 'word backup']);
  });

  test('five of six concepts are looked up, in the order of the query', () => {
    const words = ['query', 'backup', 'replica', 'cluster', 'timeout', 'quorum'];
    const counts = { query: 5, backup: 4, replica: 12, cluster: 3, timeout: 2, quorum: 1 };
    expect(
      reduce(
        words.map((word) => createConcept(word)),
        counts,
      ),
    ).toEqual(['word query', 'word backup', 'word cluster', 'word timeout', 'word quorum']);
  });

  test('a common word is completed if the words that start with it are in more than four times the pages', () => {
    const rep = [createConcept('repli')];
    expect(reduce(rep, { repli: 10, replica: 11, replication: 19 })).toEqual(['word repli']);
    expect(reduce(rep, { repli: 10, replica: 11, replication: 20 })).toEqual(['phrase replica']);
  });

  test('a common word with no rarer completion stays', () => {
    expect(reduce([createConcept('repli')], { repli: 13, replica: 60 })).toEqual(['word repli']);
  });

  test('the other name that counts most replaces what no page contains', () => {
    const names = ['cache', 'store', 'queue'].map((text, at): SearchTerm => ({
      text,
      match: 'word',
      via: 'service',
      weight: [0.5, 0.9, 0.7][at] ?? 0,
    }));
    expect(reduce([{ source: 'kv', weight: 1, terms: names }], { cache: 1, store: 1, queue: 1 })).toEqual([
      'word store',
    ]);
  });

  test('a word of four letters is looked up exactly, one of five in all its forms', () => {
    expect(reduce([createConcept('lock'), createConcept('locks')], { lock: 1, locks: 1 })).toEqual([
      'phrase lock',
      'word locks',
    ]);
  });
});
