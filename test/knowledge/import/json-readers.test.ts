import { expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { readMorgue } from '../../../src/knowledge/import/morgue-reader.ts';
import { readOpsgenie } from '../../../src/knowledge/import/opsgenie-reader.ts';
import { readPagerDuty } from '../../../src/knowledge/import/pagerduty-reader.ts';
import { type SourceDocument, UnreadableSourceError } from '../../../src/knowledge/import/source-document.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const vocabulary = createVocabularyLookup(SMALL_CONTENT);

function drafts(sources: SourceDocument[]): string[] {
  const draft = (foreign: SourceDocument) =>
    createDraft(foreign, { kind: 'postmortem', vocabulary, isTaken: () => false });
  return sources.map((foreign) => {
    const { path, text } = draft(foreign);
    return `${path}\n${text.replace(/sha256 [0-9a-f]{16}/, 'sha256 …')}`;
  });
}

const file = (data: unknown) => ({
  path: 'x.json',
  text: typeof data === 'string' ? data : JSON.stringify(data),
});

const MORGUE = {
  postmortems: [
    {
      id: 7,
      title: 'Search down',
      summary: 'All searches failed: `no such index`.\n\n* one\n* two',
      why_surprised: 'It was quiet.',
      starttime: 1312984800,
      endtime: 1312988400,
      detecttime: 0,
      statustime: 1312985000,
      severity: 2,
      contact: 'ops',
      gcal: null,
      deleted: 0,
    },
    { id: 8, title: 'Gone', summary: '', starttime: 0, deleted: 1 },
  ],
  tags: [
    { id: 1, title: 'ES' },
    { id: 2, title: 'unused' },
  ],
  postmortem_referenced_tags: [{ postmortem_id: 7, tag_id: 1, deleted: 0 }],
  jira: [
    { id: 3, postmortem_id: 7, ticket: 'OPS-1', deleted: 0 },
    { id: 4, postmortem_id: 7, ticket: 'OPS-2', deleted: 1 },
  ],
  forum_links: [{ id: 5, postmortem_id: 7, forum_link: 'https://example.org/f', comment: 'angry' }],
  postmortem_history: [
    { id: 6, postmortem_id: 7, auth_username: 'ann', action: 'edit', create_date: 1312990000 },
  ],
};

const MORGUE_DRAFT = `postmortems/2011-08-10-search-down.mdx
---
title: Search down
summary: "All searches failed: no such index."
kind: incident
status: draft
visibility: internal
severity: sev2
organization: unknown
started: "2011-08-10T14:00:00Z"
resolved: "2011-08-10T15:00:00Z"
detection:
  method: unknown
trigger: unknown
impact: unknown
services:
  - elasticsearch
signals:
  - no such index
sources:
  - title: Search down
---

All searches failed: \`no such index\`.

- one
- two

## Why were we surprised?

It was quiet.

## Kept from the source

- id: 7
- starttime: 1312984800
- endtime: 1312988400
- statustime: 1312985000
- severity: 2
- contact: ops
- tags: ES
- jira: ticket: OPS-1
- forum_links: forum_link: [https://example.org/f](https://example.org/f), comment: angry
- postmortem_history: auth_username: ann, action: edit, create_date: 1312990000 (2011-08-10T15:26:40Z)

{/* Imported from morgue 7, sha256 …. */}
`;

test('reads a Morgue postmortem with the rows of its other tables', () => {
  expect(drafts(readMorgue(file(MORGUE)))).toEqual([MORGUE_DRAFT]);
});

test('reads a Morgue postmortem as phpMyAdmin exports it', () => {
  const tables = Object.entries(MORGUE).map(([name, data]) => ({
    type: 'table',
    name,
    database: 'morgue',
    data,
  }));
  expect(drafts(readMorgue(file([{ type: 'header', version: '5' }, ...tables])))).toEqual([MORGUE_DRAFT]);
});

test('reads a PagerDuty incident with its log and notes', () => {
  const answer = {
    incident: {
      id: 'PT4KHLK',
      type: 'incident',
      summary: '[#1234] API is slow',
      self: 'https://api.pagerduty.com/incidents/PT4KHLK',
      html_url: 'https://example.pagerduty.com/incidents/PT4KHLK',
      incident_number: 1234,
      title: 'API is slow',
      description: 'API is slow',
      created_at: '2018-10-06T21:30:42Z',
      resolved_at: '2018-10-06T22:00:00Z',
      urgency: 'high',
      service: {
        id: 'PIJ90N7',
        type: 'service_reference',
        summary: 'Postgres',
        self: 'https://api.pagerduty.com/services/PIJ90N7',
      },
      assignments: [],
      resolve_reason: null,
    },
    log_entries: [
      { id: 'Q2', type: 'resolve_log_entry', summary: 'Resolved by Ann', created_at: '2018-10-06T22:00:00Z' },
      {
        id: 'Q1',
        type: 'trigger_log_entry',
        summary: 'Triggered',
        created_at: '2018-10-06T21:30:42Z',
        channel: { type: 'api' },
      },
      { id: 'Q3', type: 'snooze_log_entry', summary: 'Snoozed', created_at: '2018-10-06T21:40:00Z' },
    ],
    notes: [
      { id: 'N1', content: 'Restarted it', created_at: '2018-10-06T21:50:00Z', user: { summary: 'Ann' } },
    ],
    postmortem: { what_happened: 'The disk was full.', what_went_well: '- Backups' },
  };
  expect(drafts(readPagerDuty(file(answer)))).toEqual([
    `postmortems/2018-10-06-api-is-slow.mdx
---
title: API is slow
summary: The disk was full.
kind: incident
status: draft
visibility: internal
severity: unknown
organization: unknown
started: XXXX
detected: "2018-10-06T21:30:42Z"
resolved: "2018-10-06T22:00:00Z"
detection:
  method: unknown
trigger: unknown
impact: unknown
services:
  - postgresql
timeline:
  - at: "2018-10-06T21:30:42Z"
    kind: detection
    text: Triggered
  - at: "2018-10-06T22:00:00Z"
    kind: recovery
    text: Resolved by Ann
wentWell:
  - Backups
sources:
  - title: API is slow
    url: https://example.pagerduty.com/incidents/PT4KHLK
# From "Further events". Say when each was, and of which kind: trigger, symptom, detection, action, decision, communication or recovery.
# timeline:
#   - at: "2018-10-06T21:40:00Z"
#     kind:
#     text: Snoozed
#   - at: "2018-10-06T21:50:00Z"
#     kind:
#     text: Restarted it (note by Ann)
---

## What happened

The disk was full.

## Further events

- 2018-10-06T21:40:00Z: Snoozed
- 2018-10-06T21:50:00Z: Restarted it (note by Ann)

## Kept from the source

- id: PT4KHLK
- incident_number: 1234
- urgency: high
- service.summary: Postgres

{/* Imported from pagerduty PT4KHLK, sha256 …. */}
`,
  ]);
});

const doc = (...content: unknown[]) => ({ version: 1, type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (value: string, ...marks: unknown[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
});

test('gives the people of a PagerDuty incident roles', () => {
  const jane = { id: 'PXPGF42', type: 'user_reference', summary: 'Jane Doe' };
  const [draft] = drafts(
    readPagerDuty(
      file({
        incident: { id: 'P1', type: 'incident', title: 'API is slow', created_at: '2018-10-06T21:30:42Z' },
        log_entries: [
          {
            type: 'resolve_log_entry',
            summary: 'Resolved by Jane Doe',
            created_at: '2018-10-06T22:00:00Z',
            agent: jane,
          },
        ],
        notes: [{ content: 'Restarted it', created_at: '2018-10-06T21:50:00Z', user: jane }],
      }),
    ),
  );
  expect(draft).toContain('text: "Resolved by responder 1; agent: responder 1"');
  expect(draft).toContain('- 2018-10-06T21:50:00Z: Restarted it (note by responder 1)');
  expect(draft).not.toContain('Jane');
});

test('reads an Opsgenie postmortem in the Atlassian Document Format', () => {
  const answer = `{"data": ${JSON.stringify({
    executiveSummary: doc(paragraph(text('All was '), text('down', { type: 'strong' }), text('.'))),
    content: doc(
      { type: 'heading', attrs: { level: 1 }, content: [text('Story')] },
      paragraph(
        text('See '),
        text('this', { type: 'link', attrs: { href: 'https://example.org' } }),
        { type: 'hardBreak' },
        { type: 'mention', attrs: { id: '1', text: '@ann' } },
      ),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('{one}'))] }] },
      { type: 'taskList', content: [{ type: 'taskItem', attrs: { state: 'DONE' }, content: [text('fix')] }] },
      { type: 'codeBlock', attrs: { language: 'sh' }, content: [text('connection refused by db')] },
      {
        type: 'panel',
        attrs: { panelType: 'info' },
        content: [paragraph({ type: 'date', attrs: { timestamp: '1520640000000' } })],
      },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(text('a'))] }] },
          { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('1'))] }] },
        ],
      },
      paragraph({ type: 'inlineExtension', attrs: { extensionKey: 'chart', text: 'Load' } }),
    ),
    postmortemId: '4e4b3a71',
    title: 'API down',
    severity: 'P1',
    status: 'draft',
    startTime: '2021-02-26T04:13:21.075Z',
    resolveTime: '2021-02-26T04:13:27.757Z',
    rootIncident: { metadataId: 'm', id: 'aff8', tags: [] },
    owner: { metadataId: 'm', name: 'John Doe' },
    affectedServices: [{ name: 'PG' }, { name: 'Other' }],
    jiraIssues: [],
  }).replace('"severity"', '"count": 12345678901234567890, "severity"')}, "took": 0.202}`;
  expect(drafts(readOpsgenie(file(answer)))).toEqual([
    `postmortems/2021-02-26-api-down.mdx
---
title: API down
summary: All was down.
kind: incident
status: draft
visibility: internal
severity: unknown
organization: unknown
started: "2021-02-26T04:13:21.075Z"
resolved: "2021-02-26T04:13:27.757Z"
detection:
  method: unknown
trigger: unknown
impact: unknown
services:
  - postgresql
signals:
  - connection refused by db
sources:
  - title: API down
# From "severity: P1". Write it as the field expects it.
# severity: P1
---

## Story

See [this (https://example.org)](https://example.org)\\
@ann

- \\{one}

* [x] fix

\`\`\`sh
connection refused by db
\`\`\`

> 2018-03-10

| a |
| - |
| 1 |

\\[inlineExtension extensionKey=chart text=Load]

## Kept from the source

- postmortemId: 4e4b3a71
- count: 12345678901234567890
- severity: P1
- status: draft
- rootIncident.id: aff8
- owner.name: owner of the postmortem
- affectedServices.1.name: PG
- affectedServices.2.name: Other

{/* Imported from opsgenie 4e4b3a71, sha256 …. */}
`,
  ]);
});

test('rejects a file in another format with one sentence', () => {
  expect(() => readMorgue(file({}))).toThrow(UnreadableSourceError);
  expect(() => readPagerDuty(file({ incident: 1 }))).toThrow(
    'Missing `incident`, expected what the REST API of PagerDuty answers',
  );
  expect(() => readOpsgenie(file([{}]))).toThrow(UnreadableSourceError);
  expect(() => readOpsgenie(file('{'))).toThrow('Unexpected text on line 1, column 2, expected JSON');
});
