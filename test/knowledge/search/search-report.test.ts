import { describe, expect, test } from 'vitest';
import type { SearchAnswer, SearchResult } from '../../../src/knowledge/search/search-answer.ts';
import { formatSearchAnswer, formatSearchDocument } from '../../../src/knowledge/search/search-report.ts';
import { createDocument } from './small-documents.ts';

const STYLE = {
  strong: (text: string) => `*${text}*`,
  mark: (text: string) => `[${text}]`,
  dim: (text: string) => `(${text})`,
};

const FULL: SearchResult = {
  kind: 'procedure',
  id: 'redis#restart',
  title: 'Restart Redis',
  href: '/notes/redis/#restart',
  passage: [
    { text: 'Restart ', marked: false },
    { text: 'Redis', marked: true },
    { text: ' now.', marked: false },
  ],
  owner: 'Example',
  date: '10 March 2018',
  severity: 'sev2',
  worked: 'Started it by hand.',
  worsened: 'Restarted twice.',
  steps: ['Pause it.', 'Restart it.'],
  words: ['Redis'],
  checklist: '/checklists/redis-restart/',
  marks: ['destructive'],
  sections: [{ title: 'After', href: '/notes/redis/#after', passage: [] }],
  source: 'Other base',
  isClosest: false,
};
const PLAIN: SearchResult = {
  id: '',
  title: 'A page',
  href: 'https://example.org/page',
  passage: [{ text: 'Text.', marked: false }],
  steps: [],
  words: [],
  sections: [],
  isClosest: false,
};

function createAnswer(fields: Partial<SearchAnswer>): SearchAnswer {
  const { results = [] } = fields;
  return {
    query: 'q',
    total: results.length,
    results,
    corrections: [],
    expansions: [],
    inOtherWords: [],
    unknown: [],
    missing: [],
    isClosest: false,
    isLog: false,
    lines: [],
    errors: [],
    isErrorCovered: true,
    cut: { isCut: false, cutLines: 0 },
    keys: new Set(),
    ...fields,
  };
}

describe('an answer', () => {
  test('shows the best match with its first steps, then the other results', () => {
    const answer = createAnswer({ results: [FULL, PLAIN], best: FULL });
    expect(formatSearchAnswer(answer, STYLE)).toBe(`\
2 results

*Best match*
  1  *Restart Redis*
     (Procedure · Destructive · Example · 10 March 2018 · SEV 2 · Other base · /notes/redis/#restart)
     Restart [Redis] now.
     1. Pause it.
     2. Restart it.
     Made it worse: Restarted twice.
     What worked: Started it by hand.
     Printable checklist: (/checklists/redis-restart/)
     (›) After (/notes/redis/#after)

*Other results*
  2  *A page*
     (https://example.org/page)
     Text.
`);
  });

  test('shows no steps and no failed attempts of results other than the best match', () => {
    const { marks: _, ...result } = { ...FULL, severity: 'unknown' };
    expect(formatSearchAnswer(createAnswer({ results: [result] }))).toBe(`\
1 result

Results
  1  Restart Redis
     Procedure · Example · 10 March 2018 · Other base · /notes/redis/#restart
     Restart Redis now.
     What worked: Started it by hand.
     Printable checklist: /checklists/redis-restart/
     › After /notes/redis/#after
`);
  });

  test('has one heading for the other results', () => {
    const text = formatSearchAnswer(createAnswer({ results: [FULL, PLAIN, PLAIN], best: FULL }));
    expect(text.match(/^[A-Z].*$/gm)).toEqual(['Best match', 'Other results']);
    const findHeadings = (isClosest: boolean) =>
      formatSearchAnswer(createAnswer({ results: [PLAIN, PLAIN], isClosest })).match(/^[A-Z].*s$/gm);
    expect(findHeadings(true)).toEqual(['Closest results']);
    expect(findHeadings(false)).toEqual(['Results']);
  });

  test('aligns the numbers of the results', () => {
    const results = Array.from({ length: 10 }, () => PLAIN);
    const lines = formatSearchAnswer(createAnswer({ results })).split('\n');
    expect(lines.filter((line) => line.includes('A page'))).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `  ${index + 1}  A page`),
      ' 10  A page',
    ]);
  });

  test('shows how many of the results are shown', () => {
    expect(formatSearchAnswer(createAnswer({ total: 12, results: [PLAIN] }))).toMatch(
      /^The first 1 of 12 results\n/,
    );
    expect(formatSearchAnswer(createAnswer({ total: 1, results: [PLAIN] }))).toMatch(/^1 result\n/);
    expect(formatSearchAnswer(createAnswer({}))).toBe('0 results\n');
  });

  test('shows how the query was understood', () => {
    const answer = createAnswer({
      lines: [
        { text: 'a', number: 1, errors: ['disk full', 'timeout'], signals: [] },
        {
          text: 'b',
          number: 3,
          errors: ['lock'],
          signals: [
            { signal: 'Lock held', title: 'A lock', href: '/a/' },
            { signal: 'Locked', title: 'B lock', href: '/b/' },
          ],
        },
      ],
      inOtherWords: [{ typed: 'warteschlange', names: ['queue', 'backlog'] }],
      corrections: [{ typed: 'reddis', meant: 'redis' }],
      unknown: ['kafka', 'consul'],
      missing: ['kafka', 'queue', 'slow'],
      isClosest: true,
    });
    expect(formatSearchAnswer(answer)).toBe(`\
Line 1: disk full; timeout
Line 3: lock; similar to “Lock held” in A lock; similar to “Locked” in B lock
In other words:
  warteschlange: queue, backlog
Showing results for “redis” instead of “reddis”
No page contains “kafka”, “consul”
The first result does not contain “queue”, “slow”
No close match. Nearest results:
0 results
`);
  });

  test('does not repeat unknown words as missing in the first result', () => {
    expect(formatSearchAnswer(createAnswer({ unknown: ['kafka'], missing: ['kafka'] }))).toBe(
      'No page contains “kafka”\n0 results\n',
    );
  });
});

test('an indexed text has the weights, headings and filters of an entry', () => {
  const document = createDocument({
    kind: 'service',
    id: 'redis',
    title: 'Redis',
    summary: 'A store.',
    aliases: ['redis-server'],
    sections: [
      { anchor: 'use', title: 'Use', text: 'Sessions.' },
      { anchor: '', title: 'More', text: '' },
    ],
    filters: { kind: ['service'], tag: [], service: ['Redis', 'Sentinel'] },
  });
  expect(formatSearchDocument(document)).toBe(`\
service redis
  filter kind: service
  filter service: Redis, Sentinel
  title          Redis
  ×3             A store.
  heading #use   Use
  ×1             Sessions.
  heading        More
  ×5             redis-server
`);
});

test('names a recognised error, and says if no page covers it', () => {
  const errors = [{ title: 'Out of memory', words: [] }] as unknown as SearchAnswer['errors'];
  const [covered] = formatSearchAnswer(createAnswer({ errors, isErrorCovered: true })).split('\n');
  expect(covered).toBe('Recognised: Out of memory');
  const [open] = formatSearchAnswer(createAnswer({ errors, isErrorCovered: false })).split('\n');
  expect(open).toBe('Recognised: Out of memory. No page covers it.');
});
