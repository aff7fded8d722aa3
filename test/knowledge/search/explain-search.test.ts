import { expect, test } from 'vitest';
import type { Concept } from '../../../src/knowledge/search/concepts.ts';
import type { RecognisedError } from '../../../src/knowledge/search/errors/recognise-errors.ts';
import { explainSearch } from '../../../src/knowledge/search/explain-search.ts';
import type { RankedPage, Ranking } from '../../../src/knowledge/search/rank.ts';
import type { QueryUnderstanding } from '../../../src/knowledge/search/understand-query.ts';
import { NO_UNDERSTANDING } from './no-understanding.ts';

const UNDERSTANDING: QueryUnderstanding = { ...NO_UNDERSTANDING, query: 'q', text: 'q' };
const DISK_FULL: RecognisedError = {
  title: 'Disk full',
  name: 'Disk full',
  family: 'Disk space',
  services: [],
  means: [],
  familyWords: [],
  isConsequence: false,
  lines: [1],
  messages: ['ENOSPC'],
};
const RANKING: Ranking = { results: [], keys: new Set(), unknown: [], missing: [], isClosest: false };

const countPages = (word: string) => ({ redis: 7, server: 3 })[word] ?? 0;

test('explains a query without results', () => {
  expect(explainSearch(UNDERSTANDING, RANKING, countPages)).toBe(`\
read as      words

searched for

results (0 pages match)
`);
});

test('explains everything that was read from a query', () => {
  const understanding: QueryUnderstanding = {
    ...UNDERSTANDING,
    isLog: true,
    tokens: [
      { typed: 'max_connections', whole: 'max_connections', parts: ['max', 'connections'] },
      { typed: 'Redis', whole: 'redis', parts: ['redis'] },
    ],
    phrases: ['left open'],
    noise: ['10:00:00', '[12]'],
    errors: [DISK_FULL],
    corrections: [{ typed: 'reddis', meant: 'redis' }],
    inOtherWords: [{ typed: 'schlange', names: ['queue', 'backlog'] }],
    unknown: ['kafka'],
  };
  expect(explainSearch(understanding, { ...RANKING, isClosest: true }, countPages)).toBe(`\
read as      lines of a log
tokens       max_connections (max connections) · Redis
phrases      left open
ignored      10:00:00 · [12]
recognised   Disk full
corrected    reddis → redis
other words  schlange → queue, backlog
unknown      kafka

searched for

results (0 pages match; no close match)
`);
});

test('explains the terms of a concept, with the number of pages of each', () => {
  const concept: Concept = {
    source: 'Redis server',
    weight: 1.5,
    terms: [
      { text: 'redis', match: 'word', via: 'typed', weight: 1 },
      { text: 'redis server', match: 'all', via: 'part', weight: 0.6 },
      { text: 'redis server', match: 'phrase', via: 'service', weight: 0.9 },
      { text: 'red', match: 'prefix', via: 'prefix', weight: 0.6 },
      { text: 'redis_server', match: 'whole', via: 'typed', weight: 1 },
    ],
  };
  const lines = explainSearch({ ...UNDERSTANDING, concepts: [concept] }, RANKING, countPages).split('\n');
  expect(lines.slice(2, 9)).toEqual([
    'searched for',
    '  Redis server  × 1.50',
    '    redis (typed)  × 1.00  in about 7 pages',
    '    redis + server (part)  × 0.60  in at most 3 pages',
    '    "redis server" (service)  × 0.90  in at most 3 pages',
    '    red… (prefix)  × 0.60  in some pages',
    '    redis_server (typed)  × 1.00  in about 0 pages',
  ]);
});

test('explains the place of each result', () => {
  const page = {
    id: 'a',
    address: '/lessons/a/',
    title: 'A lesson',
    aliases: [],
    signals: [],
    words: [],
    anchors: [],
    evidence: 0,
  };
  const term = { text: 'redis', match: 'word', via: 'typed', weight: 1 } as const;
  const result: RankedPage = {
    key: 'a',
    page: { ...page, kind: 'lesson' },
    score: 2.345,
    share: 0.756,
    reasons: [
      { concept: 'Redis', term, fields: ['title', 'signals'], score: 1.2, share: 0.5 },
      { concept: 'redis', term, fields: [], score: 0.5, share: 0.2 },
    ],
    locations: [],
    signals: ['Lock held'],
    coversError: false,
    matchesQuestion: false,
    isAboutProgram: false,
    isClosest: false,
  };
  const results = [result, { ...result, page, reasons: [], signals: [] }];
  const text = explainSearch(
    UNDERSTANDING,
    { ...RANKING, results, keys: new Set(['a', 'b', 'c']) },
    countPages,
  );
  expect(text.split('\n').slice(4)).toEqual([
    'results (3 pages match)',
    '  1. A lesson',
    '     lesson a  score 2.35, matches 76 % of the query',
    '       Redis: redis (typed) in title, signals  + 1.20',
    '       redis: redis (typed) in text  + 0.50',
    '       similar signal: Lock held',
    '  2. A lesson',
    '     /lessons/a/  score 2.35, matches 76 % of the query',
    '',
  ]);
});
