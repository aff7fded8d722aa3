/** Tests what several tokens are read as, and how that differs in logs and with an incomplete list of words. */
import { expect, test } from 'vitest';
import { readTokens } from '../../../../src/knowledge/search/reading/read-tokens.ts';
import { tokenize } from '../../../../src/knowledge/search/tokens.ts';
import { createReading, readQuery } from './small-reading.ts';

test.each<[query: string, reading: string[]]>([
  ['redis fa', ['redis ×1: redis (word typed 1)']],
  ['fa redis', ['redis ×1: redis (word typed 1)', 'no page contains “fa”']],
  ['redis fai', ['redis ×1: redis (word typed 1)', 'fai ×1: fai (prefix prefix 0.6)']],
  ['the redis', ['redis ×1: redis (word typed 1)']],
  [
    'new failover',
    [
      'new ×0.4: new (word typed 1)',
      'failover ×1: failover (word typed 1), fail over (phrase related 0.4)',
      'failover is also fail over',
    ],
  ],
  ['sentinel redis', ['redis ×1: redis (word typed 1)', 'no page contains “sentinel”']],
  ['redis接続', ['redis ×1: redis (word typed 1)', '接続 ×1: 接 続 (phrase typed 1)']],
  ['back up', ['back ×0.4: back (prefix prefix 0.6)']],
  ['be fore', ['no page contains “fore”']],
  ['op s', ['no page contains “op”']],
])('reads “%s”', (query, reading) => {
  expect(readQuery(query)).toEqual(reading);
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
  expect(readQuery(query, { isLog: true })).toEqual(reading);
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
  expect(readQuery(query, {}, false)).toEqual(reading);
});

test('all names of a product or service are one concept', () => {
  const reading = createReading({ isLog: true });
  readTokens(reading, tokenize('elastic ES Elasticsearch::Slow'));
  expect(reading.concepts.map(({ source }) => source)).toEqual(['elastic', 'Elasticsearch::Slow']);
});
