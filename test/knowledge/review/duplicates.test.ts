import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { findDuplicates } from '../../../src/knowledge/review/duplicates.ts';
import { createValidKnowledge } from '../../../src/knowledge/review/pull-request-review.ts';
import { PostmortemSimilarity } from '../../../src/knowledge/similar/similar-postmortems.ts';
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

/** The reasons why a second postmortem seems to tell of the same incident as `FIRST`. */
function reasonsFor(second: Record<string, unknown>): readonly string[] {
  const content = new Content(
    [
      { path: 'site.yaml', text: 'title: T\ndescription: D\naddress: https://example.org/\n' },
      { path: 'postmortems/first.mdx', text: `---\n${stringify(FIRST)}---\n` },
      { path: 'postmortems/second.mdx', text: `---\n${stringify(second)}---\n` },
    ],
    'content',
  );
  const knowledge = createValidKnowledge(content);
  const postmortem = knowledge.get('postmortem', 'second');
  const found = findDuplicates(
    knowledge,
    new PostmortemSimilarity(knowledge).findSimilar(postmortem),
    postmortem,
  );
  return found.flatMap(({ reasons }) => reasons);
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
  ['the same words a year later are the same thing again', { ...FIRST, started: '2021-02-03', sources: [] }],
  ['short titles are the same by chance', { ...OTHER, started: '2020', title: 'Outage in May' }],
];

test.each(cases)('%s', (_, second, ...reasons) => {
  expect(reasonsFor(second)).toEqual(reasons);
});
