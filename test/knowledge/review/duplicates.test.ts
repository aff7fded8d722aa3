import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import { findDuplicates } from '../../../src/knowledge/review/duplicates.ts';
import { createValidKnowledge } from '../../../src/knowledge/review/pull-request-review.ts';
import {
  PostmortemSimilarity,
  type SimilarityReason,
} from '../../../src/knowledge/similar/similar-postmortems.ts';
import { Content } from '../../../src/knowledge/source/content.ts';

const FIRST = {
  title: 'The shop was down for an hour',
  summary: 'A query without a limit kept the database busy until it was killed by hand.',
  kind: 'incident',
  status: 'reviewed',
  severity: 'unknown',
  organization: 'Example',
  started: '2020-02-03T10:00:00Z',
  detection: { method: 'unknown' },
  trigger: 'unknown',
  impact: 'unknown',
  services: ['postgresql'],
  sources: [{ title: 'Status page', url: 'https://status.example.org/incidents/7/' }],
};
const OTHER = {
  ...FIRST,
  title: 'Mail was late on a Monday',
  summary: 'The spool waited for a lock.',
  organization: 'Elsewhere',
  started: '2011-01',
  services: [],
  sources: [],
};

/** Returns why a second postmortem seems to be about the same incident as the first. */
function reasonsFor(
  second: Record<string, unknown>,
  first: Record<string, unknown> = FIRST,
): readonly string[] {
  const knowledge = knowledgeOf(first, second);
  const postmortem = knowledge.get('postmortem', 'second');
  const related = new PostmortemSimilarity(knowledge).findSimilar(postmortem);
  return findDuplicates(knowledge, related, postmortem).flatMap(({ reasons }) => reasons);
}

function knowledgeOf(first: Record<string, unknown>, second: Record<string, unknown>): Knowledge {
  const content = new Content(
    [
      { path: 'site.yaml', text: 'title: T\ndescription: D\naddress: https://example.org/\n' },
      { path: 'postmortems/first.mdx', text: `---\n${stringify(first)}---\n` },
      { path: 'postmortems/second.mdx', text: `---\n${stringify(second)}---\n` },
    ],
    'content',
  );
  return createValidKnowledge(content);
}

const cases: [name: string, second: Record<string, unknown>, ...reasons: string[]][] = [
  ['another incident is none', OTHER],
  [
    'the same file once more',
    FIRST,
    'the same source `https://status.example.org/incidents/7/`',
    'the same title',
    'the same summary',
    'nearly the same text',
    'began on the same day at Example, with `postgresql`',
  ],
  [
    'a kept copy of the same source, with no year recorded',
    {
      ...OTHER,
      started: 'XXXX-02-03',
      sources: [
        {
          title: 'Copy',
          url: 'https://web.archive.org/web/20200301120000if_/http://www.status.example.org/incidents/7#top',
        },
      ],
    },
    'the same source `https://web.archive.org/web/20200301120000if_/http://www.status.example.org/incidents/7#top`',
  ],
  [
    'the same summary, in another punctuation',
    { ...OTHER, started: '2020', summary: `${FIRST.summary.slice(0, -1).toUpperCase()}!` },
    'the same summary',
  ],
  [
    'the same day, firm and service',
    { ...OTHER, organization: 'example', started: '2020-02-03', services: ['postgresql'] },
    'began on the same day at example, with `postgresql`',
  ],
  ['the same day and service at another firm', { ...OTHER, started: '2020-02-03', services: ['postgresql'] }],
  [
    'the same day and firm, with nothing else shared',
    { ...OTHER, organization: 'Example', started: '2020-02-03' },
  ],
  [
    'the same month, firm and service',
    { ...OTHER, organization: 'Example', started: '2020-02', services: ['postgresql'] },
  ],
  ['the same words a year later are the same thing again', { ...FIRST, started: '2021-02-03', sources: [] }],
];

test.each(cases)('%s', (_, second, ...reasons) => {
  expect(reasonsFor(second)).toEqual(reasons);
});

test.each([
  ['The shop was down', []],
  ['The shop was down again', ['the same title']],
])('a shared title counts from five words on: %s', (title, reasons) => {
  expect(reasonsFor({ ...OTHER, started: '2020', title }, { ...FIRST, title })).toEqual(reasons);
});

test.each([
  ['2020-02-02T09:59:59Z', []],
  ['2020-02-02T10:00:00Z', ['the same title']],
  ['2020-02-04', ['the same title']],
  ['2020-02-04T10:00:00Z', ['the same title']],
  ['2020-02-04T10:00:01Z', []],
  ['2020-02-05', []],
])('incidents that began more than a day apart are none: 2020-02-03T10:00:00Z and %s', (started, reasons) => {
  expect(reasonsFor({ ...OTHER, title: FIRST.title, started })).toEqual(reasons);
});

describe('a relation to another postmortem', () => {
  const second = { ...OTHER, started: '2020' };

  function reasonsWith(suggestion: SimilarityReason, fields: Record<string, unknown> = second) {
    const knowledge = knowledgeOf(FIRST, fields);
    const related = [{ postmortem: knowledge.get('postmortem', 'first'), suggestions: [suggestion] }];
    return findDuplicates(knowledge, related, knowledge.get('postmortem', 'second')).flatMap(
      ({ reasons }) => reasons,
    );
  }
  const text = (cosine: number) => ({ reason: 'text', cosine, mechanisms: [], shared: [] }) as const;

  test('by text is a reason from a cosine of 0.8 on', () => {
    expect(reasonsWith(text(0.799))).toEqual([]);
    expect(reasonsWith(text(0.8))).toEqual(['nearly the same text']);
  });

  test('by text or signal is a reason on the same day at the same firm; by a tag it is none', () => {
    const sameDay = { ...second, organization: 'Example', started: '2020-02-03' };
    const readsAlike = ['began on the same day at Example, and reads alike'];
    expect(reasonsWith(text(0.2), sameDay)).toEqual(readsAlike);
    expect(reasonsWith({ reason: 'signal', signal: 'pool exhausted' }, sameDay)).toEqual(readsAlike);
    expect(reasonsWith({ reason: 'tag', tag: 'full-disk' }, sameDay)).toEqual([]);
  });
});
