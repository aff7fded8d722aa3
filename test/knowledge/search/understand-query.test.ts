import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../src/knowledge/search/create-lexicon.ts';
import { decodeErrorTable } from '../../../src/knowledge/search/errors/error-table.ts';
import { understandQuery } from '../../../src/knowledge/search/understand-query.ts';
import { createErrorTableFile } from '../../../src/node/search/error-signature-files.ts';
import { createDocument, DOCUMENTS } from './small-documents.ts';

const lexicon = createLexicon(DOCUMENTS);
const tables = { errors: decodeErrorTable(await createErrorTableFile()) };
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

test('unknown everyday words, and those of a recognised message, weigh less than others', () => {
  const weigh = (query: string) => understandQuery(query, lexicon, { tables }).unknownWeight;
  expect(weigh('failover quokka wombat')).toBe(2);
  expect(weigh('failover fast')).toBeLessThan(1);
  expect(weigh('remaining connection slots are reserved')).toBeLessThan(1);
  expect(weigh('failover')).toBe(0);
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

  test('lose their noise and add what their errors mean', () => {
    const { isLog, noise, errors, concepts } = understandQuery(line, lexicon, { tables });
    expect(isLog).toBe(true);
    expect(noise).toEqual(['2018-03-10T10:22:41Z', '[214]:']);
    expect(errors.map(({ title }) => title)).toEqual(['Disk full']);
    expect(concepts.map(({ source }) => source)).toContain('Disk full');
  });

  test('count more if they report an error, and routine messages do not count', () => {
    const log = [
      '2018-03-10T10:22:40Z INFO elasticsearch: primary is up',
      '2018-03-10T10:22:41Z ERROR batch: cluster not found',
      '2018-03-10T10:22:42Z shard of mysql',
    ];
    const { concepts } = understandQuery(log.join('\n'), lexicon);
    const weights = new Map(concepts.map(({ source, weight }) => [source, weight]));
    expect([...weights.keys()]).not.toContain('elasticsearch');
    expect(weights.get('cluster')).toBe(1);
    expect(weights.get('mysql')).toBeLessThan(1);
  });

  test('are cut to 2,000 characters each, and the text to 50,000', () => {
    const long = understandQuery(`${'x'.repeat(2_000)} failover`, lexicon);
    expect(long.cut).toEqual({ isCut: false, cutLines: 1 });
    expect(long.concepts).toEqual([]);
    const { cut, text } = understandQuery(`${'line of a log\n'.repeat(4_000)}failover`, lexicon);
    expect(cut).toEqual({ isCut: true, cutLines: 0 });
    expect(text).toHaveLength(50_000);
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
  const words = Array.from({ length: 401 }, (_, at) => `w${at}`);
  expect(understandQuery(words.join(' '), lexicon).tokens).toHaveLength(400);
});

test('reads a line that is nothing but noise as it is', () => {
  const { isLog, tokens } = understandQuery('10:22:41 10.0.0.1 {}', lexicon);
  expect([isLog, tokens.map(({ typed }) => typed)]).toEqual([true, ['10:22:41', '10.0.0.1']]);
});

test('recognises an error in typed words only by a code or more than one plain word', () => {
  const listNames = (query: string) =>
    understandQuery(query, lexicon, { tables }).errors.map(({ name }) => name);
  expect(listNames('deadlock')).toEqual([]);
  expect(listNames('no space left on device')).toEqual(['Disk full']);
  expect(listNames('ENOSPC')).toEqual(['Disk full']);
});

test('names all errors of a log', () => {
  const lines = ['ENOSPC', 'EMFILE', 'ECONNREFUSED', 'ETIMEDOUT', 'EADDRINUSE', 'ENOTFOUND'];
  expect(understandQuery(lines.join('\n'), lexicon, { tables }).errors).toHaveLength(6);
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

describe('a recognised error', () => {
  const understand = (query: string) => understandQuery(query, lexicon, { tables });
  const documents = DOCUMENTS.length;

  test('is recognised in typed words, and its plain words and those of its meaning count less', () => {
    const document = createDocument({ id: 'chef', title: 'Clients of the pool in the kitchen' });
    const { isLog, errors, concepts } = understandQuery(
      'sorry, too many clients already in the pool kitchen',
      createLexicon([...DOCUMENTS, createDocument({ id: 'db', title: 'Too many connections' }), document]),
      { tables },
    );
    const title = 'Too many connections: PostgreSQL';
    expect({ isLog, titles: errors.map((error) => error.title) }).toEqual({ isLog: false, titles: [title] });
    const weights = new Map(concepts.map(({ source, weight }) => [source, weight]));
    expect(weights.get(title)).toBe(Math.max(...weights.values()));
    for (const word of ['clients', 'pool'])
      expect(weights.get(word) ?? 0).toBeLessThan(weights.get('kitchen') ?? 0);
  });

  test.each([
    ['a proxy that reports a timeout of another program', 'upstream timed out (110) while reading', true],
    [
      'a proxy that rejects its configuration',
      'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)',
      undefined,
    ],
    ['a database', 'FATAL: sorry, too many clients already', undefined],
  ])(
    'names the program that reports it, and whether it may be about another: %s',
    (_name, line, isReporter) => {
      const names = createDocument({ id: 'programs', title: 'nginx, PostgreSQL' });
      const { concepts } = understandQuery(line, createLexicon([...DOCUMENTS, names]), { tables });
      const program = concepts.find(({ source }) => ['nginx', 'PostgreSQL'].includes(source));
      expect([program?.isSystem, program?.isReporter]).toEqual([true, isReporter]);
    },
  );

  test('is asked for once if its meaning is a word that has a short form', () => {
    const memory = createDocument({ id: 'memory', title: 'A memory leak', aliases: ['RAM leak'] });
    const { concepts } = understandQuery(
      "OOM command not allowed when used memory > 'maxmemory'",
      createLexicon([...DOCUMENTS, memory]),
      { tables },
    );
    expect(concepts.find(({ source }) => source === 'memory')?.weight ?? 0).toBeLessThan(1);
  });

  test.each(['requests.exceptions.Timeout', 'Mongo::Error::OperationFailure', 'subprocess.TimeoutExpired'])(
    'is read with all its words after the name of its class: %s',
    (name) => {
      const { concepts } = understand(`Traceback (most recent call last):\n${name}: failover of the primary`);
      const weights = new Map(concepts.map(({ source, weight }) => [source, weight]));
      expect(weights.get('failover')).toBe(1);
    },
  );

  test('is never left out, however many other words there are', () => {
    const words = DOCUMENTS.flatMap(({ sections }) => sections.flatMap(({ text }) => text.split(' ')));
    const { concepts } = understand(`${words.join(' ')} ENOSPC`);
    expect(documents).toBeGreaterThan(0);
    expect(concepts.find(({ source }) => source === 'Disk full')?.isEssential).toBe(true);
  });

  test('adds the program that reports it, or that listens on its port', () => {
    const listSources = (query: string) => understand(query).concepts.map(({ source }) => source);
    expect(listSources('ERROR 1213 (40001): try restarting transaction')).toContain('MySQL');
    expect(listSources('ECONNREFUSED 127.0.0.1:9200')).toContain('Elasticsearch');
  });
});

describe('an identifier', () => {
  const listSources = (query: string) => understandQuery(query, lexicon).concepts.map(({ source }) => source);

  test.each([
    ['MySqlFailoverWatcher', 'my sql'],
    ['org.elasticsearch.transport.Netty', 'elasticsearch'],
    ['mysqld_safe', 'mysqld'],
    ['elasticsearch-server', 'elasticsearch'],
    ['mysql2', 'mysql2'],
  ])('names the product in it: %s', (identifier, source) => {
    expect(listSources(identifier)).toContain(source);
  });

  test('that no page contains is one concept, with its words as parts', () => {
    const { concepts } = understandQuery('shard::allocation_failed', lexicon);
    expect(concepts.map(({ source }) => source)).toEqual(['shard::allocation_failed']);
    expect(concepts[0]?.terms.map(({ text }) => text)).toEqual([
      'shard allocation failed',
      'shard',
      'allocation',
      'failed',
    ]);
  });

  test('is not completed from a part of it', () => {
    expect(understandQuery('std::bad_alloc', lexicon).concepts).toEqual([]);
  });

  test('is searched for once, although a log repeats it', () => {
    const log = 'ERROR shard.failed on 1\nERROR Shard failed on 2\nERROR shards: failed';
    expect(listSources(log).filter((source) => /shard/i.test(source))).toHaveLength(1);
  });
});

test('the flag of a command and a single letter are not names', () => {
  expect(understandQuery('curl -k -c cookie', lexicon).tokens.map(({ typed }) => typed)).toEqual([
    'curl',
    'cookie',
  ]);
  expect(lexicon.aliases.has('c')).toBe(false);
});
