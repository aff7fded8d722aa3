import { expect, test } from 'vitest';
import { addHeadings } from '../../../src/knowledge/import/arrange-sections.ts';
import { extractSections } from '../../../src/knowledge/import/extract-sections.ts';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { formatBody } from '../../../src/knowledge/import/write-mdx.ts';

function take(markdown: string) {
  const sections = addHeadings(parseMarkdown(markdown).children);
  const { blocks, fields, offers } = extractSections(sections, () => true);
  return { rest: formatBody(blocks).trimEnd(), fields, offers };
}

test('moves plain lists under known headings from the body to fields', () => {
  expect(
    take('Intro.\n\n## What went well\n\n- Backups\n- `pg_dump` ran\n\n## Where we got lucky\n\n- Sunday'),
  ).toEqual({
    rest: 'Intro.',
    fields: { wentWell: ['Backups', 'pg_dump ran'], lucky: ['Sunday'] },
    offers: [],
  });
});

test('keeps the tick and the ticket of an action and invents nothing', () => {
  expect(
    take('**Action items**\n\n- [x] Fix [OPS-1](https://jira.example.org/OPS-1)\n- [ ] Add an alert').fields,
  ).toEqual({
    actions: [
      { text: 'Fix OPS-1', type: 'unknown', status: 'done', ticket: 'https://jira.example.org/OPS-1' },
      { text: 'Add an alert', type: 'unknown', status: 'open' },
    ],
  });
});

test('turns root causes into factors of unknown category, and mitigations into attempts with unknown effect', () => {
  expect(take('### Root causes:\n\n1. Disk full\n\n### Resolution\n\n- Deleted logs').fields).toEqual({
    factors: [{ text: 'Disk full', category: 'unknown' }],
    mitigations: [{ action: 'unknown', worked: 'unknown', text: 'Deleted logs' }],
  });
});

test.each([
  ['a nested list', '## What went well\n\n- A\n  - B'],
  ['a list with a paragraph beside it', '## What went well\n\nMuch:\n\n- A'],
  ['a link in a line of text', '## What went well\n\n- [A](https://example.org)'],
  ['a struck item', '## What went well\n\n- ~~Backups~~\n- Alerts'],
  ['a placeholder', '## What went well\n\n- TBD'],
  ['a placeholder for a text', '## Impact\n\n_No response_'],
  ['a heading that means nothing to us', '## Whatever\n\n- A'],
])('%s stays in the body', (_, markdown) => {
  expect(take(markdown)).toEqual({ rest: markdown, fields: {}, offers: [] });
});

test.each([
  [
    'two links in an action',
    '## Action items\n\n- [A](https://example.org/1) [B](https://example.org/2)',
    { field: 'actions', heading: 'Action items', items: [{ text: 'A B' }] },
  ],
  [
    'a section with sections below it',
    '## Impact\n\nAll.\n\n### In Europe\n\nMore.',
    { field: 'impact', heading: 'Impact', items: [{ text: 'All. More.' }] },
  ],
  [
    'a cause in sentences',
    '## Root cause\n\nThe disk was full. Nobody knew.',
    { field: 'factors', heading: 'Root cause', items: [{ text: 'The disk was full. Nobody knew.' }] },
  ],
  [
    'an action that is partly struck out',
    '## Follow-up\n\n- Move ~~two~~ three hosts',
    { field: 'actions', heading: 'Follow-up', items: [{ text: 'Move three hosts' }] },
  ],
])('offers %s, and keeps it in the body', (_, markdown, offer) => {
  expect(take(markdown)).toEqual({ rest: markdown, fields: {}, offers: [offer] });
});

test('suggests a timeline with its readable times and keeps it in the body', () => {
  const markdown = '## Timeline\n\n- 2018-03-10 09:30 UTC - down\n- 2018-03-10: all day\n- 09:31: up';
  expect(take(markdown)).toEqual({
    rest: markdown,
    fields: {},
    offers: [
      {
        field: 'timeline',
        heading: 'Timeline',
        items: [
          { at: '2018-03-10T09:30Z', text: 'down' },
          { at: '2018-03-10', text: 'all day' },
          // The day is that of the line before; the zone of the clock is not known.
          { at: '2018-03-10', text: '09:31: up' },
        ],
      },
    ],
  });
});

test('suggests a timeline from a table, and lessons', () => {
  expect(
    take(
      '## Timeline\n\n| When | What |\n| - | - |\n| 2018-03-10 | down |\n\n## Lessons learned\n\n- Test failover',
    ).offers,
  ).toEqual([
    { field: 'timeline', heading: 'Timeline', items: [{ at: '2018-03-10', text: 'down' }] },
    { field: 'lessons', heading: 'Lessons learned', items: [{ text: 'Test failover' }] },
  ]);
});
