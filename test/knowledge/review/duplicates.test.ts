import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Knowledge } from '../../../src/knowledge/graph/knowledge.ts';
import { createValidKnowledge } from '../../../src/knowledge/graph/valid/valid-knowledge.ts';
import { findDuplicates } from '../../../src/knowledge/review/duplicates.ts';
import {
  PostmortemSimilarity,
  type SimilarityReason,
} from '../../../src/knowledge/similar/similar-postmortems.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { POSTMORTEM_FIELDS, SMALL_FILES } from '../small-content.ts';

const FIRST = {
  ...POSTMORTEM_FIELDS,
  title: 'The shop was down for an hour',
  summary: 'A query without a limit kept the database busy until it was killed by hand.',
  started: '2020-02-03T10:00:00Z',
  impact: 'unknown',
  services: ['postgresql'],
  sources: [{ title: 'Status page', url: 'https://status.example.org/incidents/7/' }],
};
const OTHER = {
  ...FIRST,
  title: 'Mail was late on a Monday',
  summary: 'The spool waited for a lock.',
  organization: 'elsewhere',
  started: '2011-01',
  services: [],
  sources: [],
};

/** Returns the reasons why a second postmortem may describe the same incident as the first. */
function findReasons(
  second: Record<string, unknown>,
  first: Record<string, unknown> = FIRST,
): readonly string[] {
  const knowledge = createPairKnowledge(first, second);
  const postmortem = knowledge.get('postmortem', 'second');
  const related = new PostmortemSimilarity(knowledge).findSimilar(postmortem);
  return findDuplicates(knowledge, related, postmortem).flatMap(({ reasons }) => reasons);
}

function createPairKnowledge(first: Record<string, unknown>, second: Record<string, unknown>): Knowledge {
  const content = new Content(
    [
      { path: 'site.yaml', text: SMALL_FILES['site.yaml'] },
      {
        path: 'vocabulary/organizations.yaml',
        text: SMALL_FILES['vocabulary/organizations.yaml'],
      },
      { path: 'postmortems/first.mdx', text: `---\n${stringify(first)}---\n` },
      { path: 'postmortems/second.mdx', text: `---\n${stringify(second)}---\n` },
    ],
    'content',
  );
  return createValidKnowledge(content);
}

const cases: [name: string, second: Record<string, unknown>, ...reasons: string[]][] = [
  ['another incident', OTHER],
  [
    'the same file',
    FIRST,
    'the same source `https://status.example.org/incidents/7/`',
    'the same title',
    'the same summary',
    'nearly the same text',
    'started on the same day at Example, with `postgresql`',
  ],
  [
    'an archived copy of the same source, year not known',
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
    'the same summary with other punctuation',
    { ...OTHER, started: '2020', summary: `${FIRST.summary.slice(0, -1).toUpperCase()}!` },
    'the same summary',
  ],
  [
    'the same day, organization and service',
    { ...OTHER, organization: 'example', started: '2020-02-03', services: ['postgresql'] },
    'started on the same day at Example, with `postgresql`',
  ],
  [
    'the same day and service in another organization',
    { ...OTHER, started: '2020-02-03', services: ['postgresql'] },
  ],
  [
    'the same month, organization and service',
    { ...OTHER, organization: 'example', started: '2020-02', services: ['postgresql'] },
  ],
  ['the same day and organization only', { ...OTHER, organization: 'example', started: '2020-02-03' }],
  ['the same words a year later, which is a recurrence', { ...FIRST, started: '2021-02-03', sources: [] }],
];

test.each(cases)('finds the reasons for %s', (_, second, ...reasons) => {
  expect(findReasons(second)).toEqual(reasons);
});

test.each([
  ['The shop was down', []],
  ['The shop was down again', ['the same title']],
])('counts a shared title from five words on: %s', (title, reasons) => {
  expect(findReasons({ ...OTHER, started: '2020', title }, { ...FIRST, title })).toEqual(reasons);
});

test.each([
  ['2020-02-02T09:59:59Z', []],
  ['2020-02-02T10:00:00Z', ['the same title']],
  ['2020-02-04', ['the same title']],
  ['2020-02-04T10:00:00Z', ['the same title']],
  ['2020-02-04T10:00:01Z', []],
  ['2020-02-05', []],
])(
  'does not count incidents that started more than a day apart: 2020-02-03T10:00:00Z and %s',
  (started, reasons) => {
    expect(findReasons({ ...OTHER, title: FIRST.title, started })).toEqual(reasons);
  },
);

describe('a relation to another postmortem', () => {
  const second = { ...OTHER, started: '2020' };

  function findReasonsWith(reason: SimilarityReason, fields: Record<string, unknown> = second) {
    const knowledge = createPairKnowledge(FIRST, fields);
    const related = [
      { postmortem: knowledge.get('postmortem', 'first'), reasons: [reason], strength: 'fair' as const },
    ];
    return findDuplicates(knowledge, related, knowledge.get('postmortem', 'second')).flatMap(
      ({ reasons }) => reasons,
    );
  }
  const text = (cosine: number) =>
    ({ reason: 'text', cosine, mechanisms: [], mentioned: [], shared: [] }) as const;

  test('by text is a reason from a cosine of 0.8 on', () => {
    expect(findReasonsWith(text(0.799))).toEqual([]);
    expect(findReasonsWith(text(0.8))).toEqual(['nearly the same text']);
  });

  test('by text or signal, but not by a tag, is a reason on the same day in the same organization', () => {
    const sameDay = { ...second, organization: 'example', started: '2020-02-03' };
    const expected = ['started on the same day at Example, and similar'];
    expect(findReasonsWith(text(0.2), sameDay)).toEqual(expected);
    expect(findReasonsWith({ reason: 'signal', signal: 'pool exhausted' }, sameDay)).toEqual(expected);
    expect(findReasonsWith({ reason: 'tag', tag: 'full-disk' }, sameDay)).toEqual([]);
  });
});
