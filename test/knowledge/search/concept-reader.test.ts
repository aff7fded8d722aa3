/** Tests what the words of a query are read as: concepts with their weights, and the terms of each. */
import { expect, describe as group, test } from 'vitest';
import { Aliases, type AliasGroup } from '../../../src/knowledge/search/aliases.ts';
import { ConceptReader, type ReaderOptions } from '../../../src/knowledge/search/concept-reader.ts';
import type { RecognisedError } from '../../../src/knowledge/search/errors/recognise-errors.ts';
import { GLOSSARY } from '../../../src/knowledge/search/glossary.ts';
import { SearchLexicon } from '../../../src/knowledge/search/search-lexicon.ts';
import { tokenize } from '../../../src/knowledge/search/tokens.ts';
import { WordFrequencies } from '../../../src/knowledge/search/word-frequencies.ts';

/** The words of the pages, each in two of twenty. */
const WORDS =
  'redis server cluster connections max failover fail over backup replica primary queue worker deploy timeout elastic search elasticsearch log maintenance window maxconnections spot 53300 接 続 障 害 new error slow ops slash'.split(
    ' ',
  );
const GROUPS: readonly AliasGroup[] = [
  { names: ['Elasticsearch', 'ES', 'elastic'], misspellings: ['elastisearch'], type: 'service' },
  { names: ['Maintenance window', 'maintenance', 'window'], misspellings: [], type: 'activity' },
  { names: ['Redis Sentinel', 'redis server'], misspellings: [], type: 'service' },
  ...GLOSSARY.map((group) => ({ ...group, misspellings: [] })),
];

/** @param isComplete whether the words are all words of the pages */
function createReader(options: Partial<ReaderOptions>, isComplete = true): ConceptReader {
  const frequencies = new Map(WORDS.map((word) => [word, 2]));
  const lexicon = new SearchLexicon(new WordFrequencies(frequencies, 20, isComplete), GROUPS);
  return new ConceptReader(lexicon, { isLog: false, literal: new Set(), ...options });
}

function describe({ concepts, corrections, expansions, inOtherWords, unknown }: ConceptReader): string[] {
  const round = (weight: number) => Math.round(weight * 1_000) / 1_000;
  return [
    ...concepts.map(({ source, weight, terms }) => {
      const words = terms.map((term) => `${term.text} (${term.match} ${term.via} ${round(term.weight)})`);
      return `${source} ×${round(weight)}: ${words.join(', ')}`;
    }),
    ...corrections.map(({ typed, meant }) => `“${meant}” instead of “${typed}”`),
    ...expansions.map(({ typed, names }) => `${typed} is also ${names.join(', ')}`),
    ...inOtherWords.map(({ typed, names }) => `${typed} in other words: ${names.join(', ')}`),
    ...unknown.map((word) => `no page contains “${word}”`),
  ];
}

function read(query: string, options: Partial<ReaderOptions> = {}, isComplete = true): string[] {
  const reader = createReader(options, isComplete);
  reader.readTokens(tokenize(query));
  return describe(reader);
}

test.each<[query: string, reading: string[]]>([
  ['redis', ['redis ×1: redis (word typed 1)']],
  ['redis fa', ['redis ×1: redis (word typed 1)']],
  ['fa redis', ['redis ×1: redis (word typed 1)', 'no page contains “fa”']],
  ['redis fai', ['redis ×1: redis (word typed 1)', 'fai ×1: fai (prefix prefix 0.6)']],
  ['the redis', ['redis ×1: redis (word typed 1)']],
  ['new', ['new ×0.4: new (word typed 1)']],
  [
    'new failover',
    [
      'new ×0.4: new (word typed 1)',
      'failover ×1: failover (word typed 1), fail over (phrase related 0.4)',
      'failover is also fail over',
    ],
  ],
  [
    'ES',
    [
      'ES ×1: elasticsearch (word service 0.9), elastic (word service 0.9), elastic search (all product 0.85)',
      'ES is also elasticsearch, elastic, elastic search',
    ],
  ],
  [
    'elasticsearch',
    [
      'elasticsearch ×1: elasticsearch (word typed 1), elastic (word service 0.9), elastic search (all product 0.85)',
      'elasticsearch is also elastic, elastic search',
    ],
  ],
  [
    'elastisearch',
    [
      'elastisearch ×1: elasticsearch (word service 0.9), elastic (word service 0.9), elastic search (all product 0.85)',
      '“Elasticsearch” instead of “elastisearch”',
      'elastisearch is also elasticsearch, elastic, elastic search',
    ],
  ],
  [
    'elastic search',
    [
      'elastic search ×1.5: elastic search (all typed 1), elasticsearch (word joined 0.85), elastic (word part 0.3), search (word part 0.3)',
      'elastic search is also elasticsearch',
    ],
  ],
  [
    'fail over',
    [
      'fail over ×1: fail over (phrase typed 1), failover (word joined 0.85), fail (word part 0.3)',
      'fail over is also failover',
    ],
  ],
  [
    'failover',
    ['failover ×1: failover (word typed 1), fail over (phrase related 0.4)', 'failover is also fail over'],
  ],
  ['maxconnections', ['maxconnections ×1: maxconnections (word typed 1)']],
  [
    'max_connections',
    ['max_connections ×1.3: max_connections (whole typed 1), max connections (all part 0.6)'],
  ],
  ['max-widgets', ['max ×1: max (word part 1)', 'no page contains “widgets”']],
  ['max.widgets', ['max.widgets ×1: max (word part 0.85)', 'no page contains “widgets”']],
  [
    'redis sentinel',
    [
      'redis sentinel ×1.5: redis (word part 0.3), redis server (all service 0.9)',
      'redis sentinel is also redis server',
    ],
  ],
  ['sentinel redis', ['redis ×1: redis (word typed 1)', 'no page contains “sentinel”']],
  [
    'redis server',
    ['redis server ×1.5: redis server (all typed 1), redis (word part 0.3), server (word part 0.3)'],
  ],
  [
    'maintenance window',
    [
      'maintenance window ×1.5: maintenance window (all typed 1), maintenance (word activity 0.6), window (word activity 0.6)',
      'maintenance window is also maintenance, window',
    ],
  ],
  ['rediss', ['rediss ×1: redis (word correction 0.9)', '“redis” instead of “rediss”']],
  [
    'clusterfailover',
    [
      'clusterfailover ×1: cluster failover (all split 0.85)',
      '“cluster failover” instead of “clusterfailover”',
    ],
  ],
  [
    'conections',
    ['conections ×1: connections (word correction 0.9)', '“connections” instead of “conections”'],
  ],
  ['kafka', ['no page contains “kafka”']],
  ['hashicorp consul', ['no page contains “hashicorp”', 'no page contains “consul”']],
  ['q', []],
  ['53300', ['53300 ×1: 53300 (word typed 1)']],
  ['99999', ['no page contains “99999”']],
  ['web_53300_x', ['web_53300_x ×1: 53300 (word part 0.85)', 'no page contains “web”']],
  ['fail_new', ['fail_new ×1: fail new (all part 0.85), fail (word part 0.3), new (word part 0.3)']],
  [
    'es_cluster',
    [
      'es ×1: elasticsearch (word service 0.9), elastic (word service 0.9), elastic search (all product 0.85)',
      'es_cluster ×1: cluster (word part 0.85)',
      'es is also elasticsearch, elastic, elastic search',
    ],
  ],
  ['e_s', ['no page contains “e_s”']],
  ['接続障害', ['接続 ×1: 接 続 (phrase typed 1)', '障害 ×1: 障 害 (phrase typed 1)']],
  ['を接続', ['接続 ×1: 接 続 (phrase typed 1)']],
  ['障 害', ['障 ×1: 障 (phrase typed 1)', '害 ×1: 害 (phrase typed 1)']],
  ['redis接続', ['redis ×1: redis (word typed 1)', '接続 ×1: 接 続 (phrase typed 1)']],
  ['back up', ['back ×0.4: back (prefix prefix 0.6)']],
  ['be fore', ['no page contains “fore”']],
  ['log in', ['log in ×1: log (word part 0.3)']],
  ['replica', ['replica ×1: replica (word typed 1)']],
  ['widget.conections', ['no page contains “widget.conections”']],
  ['widget_conections', ['no page contains “widget_conections”']],
  ['zz.conections.net', ['no page contains “zz.conections.net”']],
  ['new_error', ['new_error ×1: new error (all part 0.85), new (word part 0.3), error (word part 0.3)']],
  ['Redis-Server', ['Redis-Server ×1: redis server (all part 0.85)']],
  ['ups', ['no page contains “ups”']],
  ['time out', ['time out ×1: timeout (word joined 0.85)', 'time out is also timeout, timeouts']],
  ['op s', ['no page contains “op”']],
  ['ops', ['ops ×1: ops (word typed 1)']],
])('reads “%s”', (query, reading) => {
  expect(read(query)).toEqual(reading);
});

test.each<[query: string, reading: string[]]>([
  ['error redis', ['error ×0.15: error (word typed 1)', 'redis ×1.3: redis (word typed 1)']],
  ['worker failed', ['worker ×1: worker (word typed 1)', 'failed ×0.15: failed (word typed 1)']],
  ['123 4567 53300', ['no page contains “123”']],
  ['kafka', ['no page contains “kafka”']],
  ['conections', ['no page contains “conections”']],
  [
    'es',
    [
      'es ×1.3: elasticsearch (word service 0.9), elastic (word service 0.9), elastic search (all product 0.85)',
      'es is also elasticsearch, elastic, elastic search',
    ],
  ],
  ['replica', ['replica ×1: replica (word typed 1)']],
  [
    'primary max_connections',
    [
      'primary ×1: primary (word typed 1)',
      'max_connections ×1.3: max_connections (whole typed 1), max connections (all part 0.6)',
    ],
  ],
  ['kafka_widget', []],
  ['widget_redis', ['redis ×1.3: redis (word part 1)']],
  ['error', ['error ×0.15: error (word typed 1)']],
  ['new', ['new ×0.4: new (word typed 1)']],
  ['new widget', ['new ×0.4: new (word typed 1)', 'no page contains “widget”']],
  [
    'fail over',
    [
      'fail over ×0.15: fail over (phrase typed 1), failover (word joined 0.85), fail (word part 0.3)',
      'fail over is also failover',
    ],
  ],
  ['postgres', ['no page contains “postgres”']],
])('reads “%s” in a log, where unknown words are ids and most words are in every line', (query, reading) => {
  expect(read(query, { isLog: true })).toEqual(reading);
});

test.each<[query: string, literal: string, reading: string[]]>([
  ['rediss', 'rediss', ['no page contains “rediss”']],
  ['conections', 'conections', ['no page contains “conections”']],
  [
    'max_conections',
    'conections',
    ['max_conections ×1: max (word part 0.85)', 'no page contains “conections”'],
  ],
  ['max_conections', 'max_conections', ['no page contains “max_conections”']],
  ['fail over', 'fail over', ['fail ×1: fail (prefix typed 1)', 'over ×1: over (prefix typed 1)']],
  [
    'fail over',
    'fail',
    [
      'fail over ×1: fail over (phrase typed 1), failover (word joined 0.85), fail (word part 0.3)',
      'fail over is also failover',
    ],
  ],
  ['elastisearch', 'elastisearch', ['elastisearch ×1: elastisearch (phrase typed 1)']],
  ['clus', 'clus', ['clus ×1: clus (prefix typed 1)']],
  ['接続', '接続', ['接続 ×1: 接 続 (phrase typed 1)']],
  ['es', 'es', ['es ×1: es (phrase typed 1)']],
  ['log_window', 'log_window', ['no page contains “log_window”']],
])('reads “%s” without the correction of “%s”', (query, literal, reading) => {
  expect(read(query, { literal: new Set([literal]) })).toEqual(reading);
});

test.each<[query: string, reading: string[]]>([
  ['kafka', ['kafka ×1: kafka (phrase typed 1)']],
  [
    'conections',
    [
      'conections ×1: conections (phrase typed 1), connections (word correction 0.9)',
      '“connections” instead of “conections”',
    ],
  ],
  ['kafka_x1', ['kafka_x1 ×1: kafka_x1 (phrase typed 1)']],
  ['max_widget', ['widget ×1: widget (phrase typed 1)', 'max_widget ×1: max (word part 0.85)']],
  ['hashicorp consul', []],
  ['kafkas.net', ['kafkas.net ×1: kafkasnet (phrase typed 1)']],
])('reads “%s” as typed if the list of words is incomplete', (query, reading) => {
  expect(read(query, {}, false)).toEqual(reading);
});

test('looks for the terms of another language and of the thesaurus, which are no other names', () => {
  const names = [
    new Aliases([
      { names: ['warteschlange', 'queue'], misspellings: [], type: 'foreign' },
      { names: ['left behind', 'slow', 'queue'], misspellings: [], type: 'everyday' },
    ]),
  ];
  expect(read('warteschlange', { names })).toEqual(['warteschlange ×1: queue (word foreign 0.85)']);
  expect(read('left behind', { names })).toEqual([
    'left behind ×1.5: slow (word everyday 0.8), queue (word everyday 0.8)',
    'left behind in other words: slow, queue',
  ]);
});

test('corrects no word of a query in another language', () => {
  expect(read('conections', { isForeign: true })).toEqual(['no page contains “conections”']);
});

test('looks for the words of a phrase in quotation marks, and only for them', () => {
  const readPhrase = (phrase: string, isComplete = true) => {
    const reader = createReader({}, isComplete);
    reader.readPhrase(phrase);
    return { isRequired: reader.concepts[0]?.isRequired, reading: describe(reader) };
  };
  expect(readPhrase('ES cluster')).toEqual({
    isRequired: true,
    reading: ['ES cluster ×1.5: ', 'no page contains “ES cluster”'],
  });
  expect(readPhrase('redis')).toEqual({ isRequired: true, reading: ['redis ×1: redis (phrase typed 1)'] });
  expect(readPhrase('Redis-Server max_connections')).toMatchObject({
    reading: ['Redis-Server max_connections ×1.5: ', 'no page contains “Redis-Server max_connections”'],
  });
  expect(readPhrase('redis cluster failover server')).toMatchObject({
    reading: ['redis cluster failover server ×2: redis cluster failover server (phrase typed 1)'],
  });
  expect(readPhrase('接続障害')).toMatchObject({ reading: ['接続障害 ×2: 接 続 障 害 (phrase typed 1)'] });
  expect(readPhrase('redis kafka', false)).toMatchObject({
    reading: ['redis kafka ×1.5: redis kafka (phrase typed 1)'],
  });
});

group('recognised errors', () => {
  const createError = (family: string, ...means: string[]): RecognisedError => ({
    title: family,
    name: family,
    family,
    services: [],
    means,
    familyWords: ['slow'],
    lines: [1],
    messages: [],
    isConsequence: false,
  });
  const readErrors = (...errors: RecognisedError[]) => {
    const reader = createReader({ isLog: true });
    reader.readErrors(errors);
    return describe(reader);
  };

  test('are searched for by what they mean, the first names with more weight, and by their family', () => {
    const means = ['failover', 'kafka', 'redis server', 'queue', 'replica'];
    expect(readErrors(createError('down', ...means))).toEqual([
      'down ×1.7: failover (word signature 1), redis server (all signature 0.6), queue (word signature 0.5), replica (word signature 0.35), slow (word signature 0.35)',
    ]);
    expect(readErrors({ ...createError('down', 'kafka'), familyWords: [] })).toEqual([]);
  });

  test('of one family are one concept, and each further family counts less', () => {
    expect(
      readErrors(createError('a', 'failover'), createError('b', 'queue'), createError('a', 'redis server')),
    ).toEqual([
      'a ×1.7: failover (word signature 1), redis server (all signature 0.65), slow (word signature 0.35)',
      'b ×1.105: queue (word signature 1)',
    ]);
  });

  test('add the program that reports them, but no language or operating system', () => {
    const error = createError('a', 'failover');
    const listSources = (...services: string[]) =>
      readErrors({ ...error, services }).map((line) => line.split(' ×')[0]);
    expect(listSources('Redis', 'Linux')).toEqual(['a', 'Redis']);
  });

  test('count less than the program that did not answer, which the error or the text names', () => {
    const weigh = (error: Partial<RecognisedError>, text = '') => {
      const reader = createReader({ isLog: true });
      reader.readErrors([{ ...createError('Connection refused', 'failover'), ...error }]);
      reader.readTokens(tokenize(text));
      return reader.concepts.map(({ source, weight }) => [source, weight]);
    };
    const refused = ['Connection refused', 1.2];
    expect(weigh({ services: ['Redis'], port: 6379 })).toEqual([refused, ['Redis', 1.7]]);
    expect(weigh({}, 'redis')).toEqual([refused, ['redis', 1.7]]);
    // A proxy that reports a timeout has answered, and a protocol is no program.
    expect(weigh({ family: 'Timeout', services: ['Redis'] })).toContainEqual(['Redis', 1.2]);
    expect(weigh({ services: ['SSH'], port: 22 })[0]?.[1]).toBe(1.7);
  });
});

test('all names of a product or service are one concept', () => {
  const reader = createReader({ isLog: true });
  reader.readTokens(tokenize('elastic ES Elasticsearch::Slow'));
  expect(reader.concepts.map(({ source }) => source)).toEqual(['elastic', 'Elasticsearch::Slow']);
});
