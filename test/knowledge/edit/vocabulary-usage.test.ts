import { describe, expect, test } from 'vitest';
import { formatVocabularyUsage } from '../../../src/knowledge/edit/vocabulary-report.ts';
import { areSimilar, findVocabularyUsage } from '../../../src/knowledge/edit/vocabulary-usage.ts';
import { Content } from '../../../src/knowledge/source/content.ts';

describe('areSimilar', () => {
  const table: [a: string, b: string, similar: boolean][] = [
    ['postgres', 'postgresql', true],
    ['fail-over', 'failover', true],
    ['Fail over', 'failover', true],
    ['elasticsearch', 'elastisearch', true],
    ['load-balancer', 'load-balancers', true],
    ['redis', 'redis-sentinel', false],
    ['manager', 'manager-api', false],
    ['mysql', 'mssql', true],
    ['s3', 's4', false],
    ['chef', 'cheff', false],
    ['supervisor', 'hypervisor', false],
    ['api server', 'ci server', false],
  ];
  test.each(table)('%s, %s: %s', (a, b, similar) => {
    expect(areSimilar(a, b)).toBe(similar);
    expect(areSimilar(b, a)).toBe(similar);
  });
});

test('the report lists similar names, unused entries, tags used once, and aliases in the texts', () => {
  const content = new Content(
    [
      {
        path: 'vocabulary/services.yaml',
        text: '- id: postgres\n  title: PG\n- id: postgresql\n  title: PostgreSQL\n  aliases: [the database, es]\n',
      },
      {
        path: 'vocabulary/tags.yaml',
        text: '- id: stale-lock\n  title: Lock\n- id: spof\n  title: One of it\n',
      },
      {
        path: 'postmortems/one.mdx',
        text: '---\nservices: [postgresql]\ntags: [stale-lock]\n---\n\nThe  database and the\ndatabase. Yes, es-like, ES.\n',
      },
      { path: 'lessons/two.mdx', text: '---\ntags: [stale-lock]\n---\n\nThe database.\n' },
      { path: 'redirects.yaml', text: '- {kind: tag, from: x, to: spof}\n' },
    ],
    'content',
  );
  expect(formatVocabularyUsage(findVocabularyUsage(content)))
    .toBe(`Similar names: to merge two entries, run \`kb vocab merge\`
  service \`postgres\` and \`postgresql\`: postgres, postgresql

Not used
  service \`postgres\`  PG
  tag \`spof\`  One of it

Tags with one case
  tag \`stale-lock\`  content/postmortems/one.mdx

Aliases in the texts
  the database (service \`postgresql\`)  3 times in 2 files
  es (service \`postgresql\`)  1 time in 1 file
`);
});
