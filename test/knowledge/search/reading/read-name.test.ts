/** Tests what the names of a query, and words that the pages write as one, are read as. */
import { expect, test } from 'vitest';
import { Aliases } from '../../../../src/knowledge/search/aliases.ts';
import { readQuery } from './small-reading.ts';

test.each<[query: string, reading: string[]]>([
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
  [
    'redis sentinel',
    [
      'redis sentinel ×1.5: redis (word part 0.3), redis server (all service 0.9)',
      'redis sentinel is also redis server',
    ],
  ],
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
  ['hashicorp consul', ['no page contains “hashicorp”', 'no page contains “consul”']],
  ['接続障害', ['接続 ×1: 接 続 (phrase typed 1)', '障害 ×1: 障 害 (phrase typed 1)']],
  ['を接続', ['接続 ×1: 接 続 (phrase typed 1)']],
  ['障 害', ['障 ×1: 障 (phrase typed 1)', '害 ×1: 害 (phrase typed 1)']],
  ['log in', ['log in ×1: log (word part 0.3)']],
  ['time out', ['time out ×1: timeout (word joined 0.85)', 'time out is also timeout, timeouts']],
])('reads “%s”', (query, reading) => {
  expect(readQuery(query)).toEqual(reading);
});

test('looks for the terms of another language and of the thesaurus, which are no other names', () => {
  const names = [
    new Aliases([
      { names: ['warteschlange', 'queue'], misspellings: [], type: 'foreign' },
      { names: ['left behind', 'slow', 'queue'], misspellings: [], type: 'everyday' },
    ]),
  ];
  expect(readQuery('warteschlange', { names })).toEqual(['warteschlange ×1: queue (word foreign 0.85)']);
  expect(readQuery('left behind', { names })).toEqual([
    'left behind ×1.5: slow (word everyday 0.8), queue (word everyday 0.8)',
    'left behind in other words: slow, queue',
  ]);
});
