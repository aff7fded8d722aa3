import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { DOCUMENTS } from './small-documents.ts';

const lexicon = createLexicon(DOCUMENTS);
const listTerms = (query: string, literal: string[] = []) =>
  understandQuery(query, lexicon, { literal: new Set(literal) }).concepts.map(({ source, terms }) => [
    source,
    ...terms.map(({ text }) => text),
  ]);

test('searches for a word that the pages contain without correction', () => {
  expect(understandQuery('failover', lexicon).corrections).toEqual([]);
  expect(listTerms('primary')).toEqual([['primary', 'primary', 'master']]);
});

test('corrects a typo and reports it', () => {
  const { corrections, concepts } = understandQuery('overlaoded', lexicon);
  expect(corrections).toEqual([{ typed: 'overlaoded', meant: 'overloaded' }]);
  expect(concepts.map(({ terms }) => terms[0]?.text)).toEqual(['overloaded']);
});

test('searches for a word as typed if its correction was undone', () => {
  const { corrections, concepts } = understandQuery('elastisearch', lexicon, {
    literal: new Set(['elastisearch']),
  });
  expect(corrections).toEqual([]);
  expect(concepts.flatMap(({ terms }) => terms.map(({ text }) => text))).toEqual(['elastisearch']);
});

test('corrects a known misspelling to the name and reports it', () => {
  const { corrections } = understandQuery('elastisearch', lexicon);
  expect(corrections).toEqual([{ typed: 'elastisearch', meant: 'Elasticsearch' }]);
  expect(listTerms('elastisearch')[0]).toEqual(expect.arrayContaining(['elasticsearch', 'es']));
});

test('searches for the name of an alias and for the aliases of a name', () => {
  expect(listTerms('ES')[0]).toContain('elasticsearch');
  expect(listTerms('elasticsearch')[0]).toContain('es');
});

test('reports only those other names that are searched for', () => {
  const { expansions, concepts } = understandQuery('elasticsearch', lexicon);
  expect(expansions).toEqual([{ typed: 'elasticsearch', names: ['es', 'elastic'] }]);
  expect(concepts[0]?.terms.map(({ text }) => text)).not.toContain('elastic search');
  expect(understandQuery('connections', lexicon).expansions).toEqual([]);
});

test('knows the short forms of the glossary', () => {
  expect(listTerms('SPOF')).toEqual([['SPOF', 'single point failure']]);
});

test('reads a stop word in capitals as a name', () => {
  expect(listTerms('DO')[0]).toEqual(expect.arrayContaining(['digital ocean', 'droplet']));
  expect(listTerms('what do we do')).toEqual([]);
});

test('searches for all spellings of a compound', () => {
  expect(listTerms('fail over')[0]).toContain('failover');
  expect(listTerms('healthcheck')[0]).toContain('health check');
});

test('searches for an identifier as a whole and in parts', () => {
  expect(listTerms('max_connections')[0]).toEqual(['max_connections', 'max_connections', 'max connections']);
});

test('searches for an incomplete word as a prefix', () => {
  const [concept] = understandQuery('elasticse', lexicon).concepts;
  expect(concept?.terms).toEqual([
    { text: 'elasticse', match: 'prefix', via: 'prefix', weight: expect.any(Number) },
  ]);
});

test('reports words that no page contains', () => {
  expect(understandQuery('kafka failover', lexicon).unknown).toEqual(['kafka']);
});

test('reports a word that no page contains if its correction was undone', () => {
  const literal = new Set(['overlaoded']);
  const { corrections, unknown, concepts } = understandQuery('overlaoded failover', lexicon, { literal });
  expect({ corrections, unknown }).toEqual({ corrections: [], unknown: ['overlaoded'] });
  expect(concepts.map(({ source }) => source)).toEqual(['failover']);
  expect(understandQuery('Overlaoded', lexicon, { literal }).unknown).toEqual(['Overlaoded']);
});

test('does not report prefixes, inflected forms and misspellings of names if their correction was undone', () => {
  const findUnknown = (word: string) => understandQuery(word, lexicon, { literal: new Set([word]) }).unknown;
  expect(['overloa', 'failovers', 'elastisearch'].flatMap(findUnknown)).toEqual([]);
});

test('does not correct everyday words and log words, and ignores a single digit', () => {
  const { corrections, unknown } = understandQuery('pool fast 6', lexicon);
  expect({ corrections, unknown }).toEqual({ corrections: [], unknown: ['fast'] });
});

test('reports the unknown words of a name or an identifier', () => {
  expect(understandQuery('hashicorp consul', lexicon).unknown).toEqual(['hashicorp', 'consul']);
  expect(understandQuery('max_widgets', lexicon).unknown).toEqual(['widgets']);
  expect(understandQuery('max_conections', lexicon).corrections).toEqual([
    { typed: 'conections', meant: 'connections' },
  ]);
  const { corrections, unknown } = understandQuery('servers.conections.net', lexicon);
  expect({ corrections, unknown }).toEqual({ corrections: [], unknown: ['conections', 'net'] });
});

test('reports the split of two words typed as one, which can be undone', () => {
  expect(understandQuery('clusterproblems', lexicon).corrections).toEqual([
    { typed: 'clusterproblems', meant: 'cluster problems' },
  ]);
  const undone = understandQuery('clusterproblems', lexicon, { literal: new Set(['clusterproblems']) });
  expect(undone.unknown).toEqual(['clusterproblems']);
});

test('searches for a long number and does not report it as unknown', () => {
  const { unknown, concepts } = understandQuery('20180310', lexicon);
  expect(unknown).toEqual([]);
  expect(concepts[0]?.terms[0]).toMatchObject({ text: '20180310', match: 'phrase' });
});

test('gives everyday words less weight', () => {
  const weights = understandQuery('new failover', lexicon).concepts.map(({ source, weight }) => [
    source,
    weight,
  ]);
  expect(new Map(weights as [string, number][]).get('new')).toBeLessThan(1);
});

describe('lines of a log', () => {
  const line = '2018-03-10T10:22:41Z app[214]: write /var/log/batch: No space left on device';

  test('lose their noise and add their signatures', () => {
    const { isLog, noise, signatures, concepts } = understandQuery(line, lexicon);
    expect(isLog).toBe(true);
    expect(noise).toEqual(['2018-03-10T10:22:41Z', '[214]:']);
    expect(signatures.map(({ name }) => name)).toEqual(['disk full']);
    expect(concepts.map(({ source }) => source)).toContain('disk full');
  });

  test('are not corrected, because names of hosts are not typos', () => {
    expect(understandQuery('2018-03-10T10:22:41Z elasticsaerch-01: failovre', lexicon).corrections).toEqual(
      [],
    );
  });
});

test('reads each word once, in any form and case', () => {
  expect(
    understandQuery('Failover failovers FAILOVER primary', lexicon).tokens.map(({ typed }) => typed),
  ).toEqual(['Failover', 'primary']);
});

test('reads the first 400 words', () => {
  const words = Array.from({ length: 401 }, (_, at) => `word${at}`);
  expect(understandQuery(words.join(' '), lexicon).tokens).toHaveLength(400);
});

test('reads a line that is nothing but noise as it is', () => {
  const { isLog, tokens } = understandQuery('10:22:41 10.0.0.1 {}', lexicon);
  expect([isLog, tokens.map(({ typed }) => typed)]).toEqual([true, ['10:22:41', '10.0.0.1']]);
});

test('recognises an error in typed words only by more than one plain word', () => {
  const listNames = (query: string) => understandQuery(query, lexicon).signatures.map(({ name }) => name);
  expect(listNames('deadlock')).toEqual([]);
  expect(listNames('no space left on device')).toEqual(['disk full']);
  expect(listNames('ENOSPC')).toEqual(['disk full']);
});

test('looks for at most four errors of a log', () => {
  const lines = ['ENOSPC', 'EMFILE', 'ECONNREFUSED', 'ETIMEDOUT', 'EADDRINUSE', 'ENOTFOUND'];
  const { signatures } = understandQuery(lines.join('\n'), lexicon);
  expect(signatures.length).toBeGreaterThan(4);
});

describe('quotation marks', () => {
  const listPhrases = (query: string, options = {}) => understandQuery(query, lexicon, options).phrases;
  test('make phrases in typed words, and in a text of phrases alone', () => {
    expect(listPhrases('"new master" failover')).toEqual(['new master']);
    expect(listPhrases('"write error: No space left [on] {device}"')).toHaveLength(1);
    expect(understandQuery('"write error: No space left [on] {device}"', lexicon).isLog).toBe(false);
  });

  test('make no phrases in a log, or if they must be ignored', () => {
    expect(listPhrases('10:00:00 [error] {"msg"}: "new master" lost')).toEqual([]);
    expect(listPhrases('"new master"', { ignoresPhrases: true })).toEqual([]);
  });
});
