import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { DOCUMENTS } from './small-documents.ts';

const lexicon = createLexicon(DOCUMENTS);
const termsOf = (query: string, literal: string[] = []) =>
  understandQuery(query, lexicon, { literal: new Set(literal) }).concepts.map(({ source, terms }) => [
    source,
    ...terms.map(({ text }) => text),
  ]);

test('a word that the pages hold is looked for as it is, and is never corrected', () => {
  expect(understandQuery('failover', lexicon).corrections).toEqual([]);
  expect(termsOf('primary')).toEqual([['primary', 'primary', 'master']]);
});

test('a slip is corrected, and it is said', () => {
  const { corrections, concepts } = understandQuery('overlaoded', lexicon);
  expect(corrections).toEqual([{ typed: 'overlaoded', meant: 'overloaded' }]);
  expect(concepts.map(({ terms }) => terms[0]?.text)).toEqual(['overloaded']);
});

test('an undone correction is looked for as it was typed', () => {
  const { corrections, concepts } = understandQuery('elastisearch', lexicon, {
    literal: new Set(['elastisearch']),
  });
  expect(corrections).toEqual([]);
  expect(concepts.flatMap(({ terms }) => terms.map(({ text }) => text))).toEqual(['elastisearch']);
});

test('a known misspelling leads to the name, and it is said', () => {
  const { corrections } = understandQuery('elastisearch', lexicon);
  expect(corrections).toEqual([{ typed: 'elastisearch', meant: 'Elasticsearch' }]);
  expect(termsOf('elastisearch')[0]).toEqual(expect.arrayContaining(['elasticsearch', 'es']));
});

test('aliases lead to the name, and the name to the aliases', () => {
  expect(termsOf('ES')[0]).toContain('elasticsearch');
  expect(termsOf('elasticsearch')[0]).toContain('es');
});

test('of other names only those are told that are searched for', () => {
  const { expansions, concepts } = understandQuery('elasticsearch', lexicon);
  expect(expansions).toEqual([{ typed: 'elasticsearch', names: ['es', 'elastic'] }]);
  expect(concepts[0]?.terms.map(({ text }) => text)).not.toContain('elastic search');
  expect(understandQuery('connections', lexicon).expansions).toEqual([]);
});

test('short forms of operations are known without being told', () => {
  expect(termsOf('SPOF')).toEqual([['SPOF', 'single point failure']]);
});

test('an everyday word in capitals can be a name', () => {
  expect(termsOf('DO')[0]).toEqual(expect.arrayContaining(['digital ocean', 'droplet']));
  expect(termsOf('what do we do')).toEqual([]);
});

test('a compound is found however it is written', () => {
  expect(termsOf('fail over')[0]).toContain('failover');
  expect(termsOf('healthcheck')[0]).toContain('health check');
});

test('an identifier is looked for whole and in parts', () => {
  expect(termsOf('max_connections')[0]).toEqual(['max_connections', 'max_connections', 'max connections']);
});

test('a begun word finds what it begins', () => {
  const [concept] = understandQuery('elasticse', lexicon).concepts;
  expect(concept?.terms).toEqual([
    { text: 'elasticse', match: 'prefix', via: 'prefix', weight: expect.any(Number) },
  ]);
});

test('words that no page holds are told', () => {
  expect(understandQuery('kafka failover', lexicon).unknown).toEqual(['kafka']);
});

test('a word that is in no page is told too where its correction was undone', () => {
  const literal = new Set(['overlaoded']);
  const { corrections, unknown, concepts } = understandQuery('overlaoded failover', lexicon, { literal });
  expect({ corrections, unknown }).toEqual({ corrections: [], unknown: ['overlaoded'] });
  expect(concepts.map(({ source }) => source)).toEqual(['failover']);
  expect(understandQuery('Overlaoded', lexicon, { literal }).unknown).toEqual(['Overlaoded']);
});

test('what is known after all is not told as unknown where its correction was undone', () => {
  const unknownOf = (word: string) => understandQuery(word, lexicon, { literal: new Set([word]) }).unknown;
  expect(['overloa', 'failovers', 'elastisearch'].flatMap(unknownOf)).toEqual([]);
});

test('a word of everyday speech or of logs is no slip, and a single digit says nothing', () => {
  const { corrections, unknown } = understandQuery('pool fast 6', lexicon);
  expect({ corrections, unknown }).toEqual({ corrections: [], unknown: ['fast'] });
});

test('words of a name that no page holds are told, and so are those of an identifier', () => {
  expect(understandQuery('hashicorp consul', lexicon).unknown).toEqual(['hashicorp', 'consul']);
  expect(understandQuery('max_widgets', lexicon).unknown).toEqual(['widgets']);
  expect(understandQuery('max_conections', lexicon).corrections).toEqual([
    { typed: 'conections', meant: 'connections' },
  ]);
  const { corrections, unknown } = understandQuery('servers.conections.net', lexicon);
  expect({ corrections, unknown }).toEqual({ corrections: [], unknown: ['conections', 'net'] });
});

test('two words typed as one are said to be taken apart, and that can be undone', () => {
  expect(understandQuery('clusterproblems', lexicon).corrections).toEqual([
    { typed: 'clusterproblems', meant: 'cluster problems' },
  ]);
  const undone = understandQuery('clusterproblems', lexicon, { literal: new Set(['clusterproblems']) });
  expect(undone.unknown).toEqual(['clusterproblems']);
});

test('long numbers are no words of the vocabulary: they are looked for, and not said to be unknown', () => {
  const { unknown, concepts } = understandQuery('20180310', lexicon);
  expect(unknown).toEqual([]);
  expect(concepts[0]?.terms[0]).toMatchObject({ text: '20180310', match: 'phrase' });
});

test('everyday words weigh less than others', () => {
  const weights = understandQuery('new failover', lexicon).concepts.map(({ source, weight }) => [
    source,
    weight,
  ]);
  expect(new Map(weights as [string, number][]).get('new')).toBeLessThan(1);
});

describe('lines of a log', () => {
  const line = '2018-03-10T10:22:41Z app[214]: write /var/log/batch: No space left on device';

  test('lose their noise, and what they mean is looked for', () => {
    const { isLog, noise, signatures, concepts } = understandQuery(line, lexicon);
    expect(isLog).toBe(true);
    expect(noise).toEqual(['2018-03-10T10:22:41Z', '[214]:']);
    expect(signatures.map(({ name }) => name)).toEqual(['disk full']);
    expect(concepts.map(({ source }) => source)).toContain('disk full');
  });

  test('are not corrected: names of hosts are no slips', () => {
    expect(understandQuery('2018-03-10T10:22:41Z elasticsaerch-01: failovre', lexicon).corrections).toEqual(
      [],
    );
  });
});
