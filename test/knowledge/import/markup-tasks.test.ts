import { expect, test } from 'vitest';
import { importShape } from './import-shapes.ts';

test('reads the tasks of Org with their states, planning lines and properties as actions', async () => {
  const { fields, body } = await importShape(
    'a.org',
    `#+TITLE: Mail is late
#+TODO: TODO REVIEW | FIXED DROPPED

* Action items

** FIXED Watch the queue                :infra:
   CLOSED: [2024-10-08 Tue 16:20]
** INPROGRESS [#A] Buy a disk
   DEADLINE: <2024-10-18 Fri>
   :PROPERTIES:
   :OWNER: database team
   :SEVERITY: SEV-1
   :END:
   Ticket: INFRA-902
** TODO Alert earlier
   SCHEDULED: <2024-10-11 Fri> DEADLINE: <2024-11-01 Fri>
   Nobody saw the queue.
`,
    { format: 'org' },
  );
  expect(fields).toContain('text: Watch the queue\n    type: unknown\n    status: done');
  expect(fields).toMatch(
    /text: Buy a disk \(priority A\)\n\s+type: unknown\n\s+owner: database team\n\s+status: in-progress\n\s+due: "2024-10-18"\n\s+ticket: INFRA-902/,
  );
  expect(fields).toMatch(/text: Alert earlier\n\s+type: unknown\n\s+status: open\n\s+due: "2024-11-01"/);
  expect(fields).toContain('severity: unknown');
  for (const words of ['2024-10-08 16:20', 'infra', 'Nobody saw the queue.', 'SEV-1'])
    expect(body).toContain(words);
});

const JIRA = `[OPS-7] Mail is late   Created: 09/Mar/24  Updated: 18/Mar/24

Status:\tResolved
Component/s:\tPostgreSQL
Priority:\tP2
Reporter:\tInes Example
Issue Links:
\tRelates
\trelates to\tOPS-1987\tQueue is slow\tClosed

 Description

h2. Incident start
2024-03-09 13:05 UTC

h2. Impact
{quote}900 messages were late.{quote}

h2. Timeline
All times UTC

||Time||Event||
|13:05|the disk is full|
|14:10|mail flows|

h2. Root cause
{panel:title=Why}The disk was small.{panel}

h2. Follow-ups
# Watch the queue -- *done*
# Buy a disk (database team, 2024-04-05, OPS-9)

{noformat}
h2. no heading
{noformat}

 Comments

Comment by Ines Example [ 10/Mar/24 09:12 ]
Thanks.
`;

test('reads the printable view of a Jira issue, saved as text', async () => {
  const { fields, offers, body } = await importShape('OPS-7.txt', JIRA);
  expect(fields).toContain('title: Mail is late\n');
  expect(fields).toContain('started: 2024-03-09T13:05Z');
  expect(fields + offers).toMatch(/impact: 900 messages were late/);
  expect(offers).toContain('severity: P2');
  expect(offers).toContain('at: 2024-03-09T14:10Z');
  expect(offers).toContain('text: "Why: The disk was small."');
  expect(fields).toMatch(/text: Watch the queue[^\n]*\n\s+type: unknown\n\s+status: done/);
  expect(fields).toMatch(/owner: database team\n[\s\S]*due: "?2024-04-05"?\n\s+ticket: OPS-9/);
  expect(fields).not.toContain('Ines');
  for (const words of ['h2. no heading', 'OPS-1987', '09/Mar/24', 'Why']) expect(body).toContain(words);
});

test('reads a Confluence or Textile page in markup that was saved as text', async () => {
  const page = (head: string) =>
    `h1. Mail is late\n\nh2. Timeline (UTC)\n\n2024-03-09\n\n${head}\n|13:05|the disk is full|\n|14:10|mail flows (/)|\n`;
  for (const head of ['||Time||What||', '|_. Time |_. What |']) {
    const { fields, offers } = await importShape('a.txt', page(head));
    expect(fields).toContain('title: Mail is late');
    expect(offers).toContain('at: 2024-03-09T13:05Z');
    expect(offers).toContain('text: mail flows ✅');
  }
});

test('leaves a text without markup as it is', async () => {
  const { body } = await importShape('a.txt', 'Mail is late\n\nWe use the h2. Heading of Textile, and ||.\n');
  expect(body).toContain('h2. Heading of Textile');
});

test.each([
  ['OPS-2214.txt', 'Mail came late by an hour.\n\nIt was slow.'],
  ['incident-18862.md', '# Incident 18862\n\n## Summary\n\nMail came late by an hour.'],
  ['18862.md', '# INC-18862\n\n## Summary\n\nMail came late by an hour.'],
])('takes no bare number for a title: %s', async (path, source) => {
  const { fields } = await importShape(path, source);
  expect(fields).toContain('title: Mail came late by an hour');
});

test('takes the words of the file rather than a number', async () => {
  const { fields } = await importShape('mail-is-late.md', '# INC-42\n\n## Summary\n\nBy an hour.');
  expect(fields).toContain('title: Mail is late');
});

test('shows the numbers of tickets in templates of a wiki', async () => {
  const { fields } = await importShape(
    'a.wiki',
    '== Actionables ==\n* {{Phabricator|T362820}} Watch the queue\n* Buy a disk {{Bug|4711}}\n',
    { format: 'mediawiki' },
  );
  expect(fields).toContain('text: T362820 Watch the queue');
  expect(fields).toContain('ticket: T362820');
  expect(fields).toContain('text: Buy a disk Bug 4711');
});

test('reads boxes at the start of lines of plain text as items', async () => {
  const { fields } = await importShape(
    'a.txt',
    'Mail is late\n\nActions\n[ ] Watch the queue (Service desk, due 2024-03-20, IT-9)\n[x] Buy a disk\n☑ Alert earlier\n',
  );
  expect(fields).toMatch(
    /text: Watch the queue .*\n\s+type: unknown\n\s+owner: Service desk\n\s+status: open/,
  );
  expect(fields).toMatch(/text: Buy a disk\n\s+type: unknown\n\s+status: done/);
  expect(fields).toMatch(/text: Alert earlier\n\s+type: unknown\n\s+status: done/);
});

test('reads heads at the left, and marks with bars, in tables of Jira markup', async () => {
  const { fields } = await importShape(
    'a.txt',
    `h1. Mail is late

||Severity|SEV-2|
||Date|2024-05-14|

h2. Action items
||Action||Owner||Status||
|Watch the queue|Platform team|{status:colour=Green|title=Done}|
|Read [the page|https://example.org/a]|Platform team|Open|
`,
  );
  expect(fields).toContain('severity: sev2');
  expect(fields).toContain('started: "2024-05-14"');
  expect(fields).toMatch(/text: Watch the queue\n[^-]*status: done/);
  expect(fields).toMatch(/text: Read the page\n[^-]*status: open/);
});
