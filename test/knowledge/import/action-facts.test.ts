import { expect, test } from 'vitest';
import { extractActions } from '../../../src/knowledge/import/extract-actions.ts';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { findDayFirst, readSlashedDate } from '../../../src/knowledge/import/slashed-dates.ts';
import { importShape } from './import-shapes.ts';

const read = (markdown: string, words = '') =>
  extractActions(parseMarkdown(markdown).children, { words })?.actions;

test.each([
  [
    'items',
    '### Watch the queue\n\n- Owner: database team\n- Due: 2024-10-18\n- Status: In progress\n- Jira: OPS-7',
  ],
  [
    'lines',
    '### Watch the queue\n\nOwner: database team\nDue date: 18 October 2024\nState: in progress\nTicket: OPS-7',
  ],
  [
    'a table',
    '### Watch the queue\n\nIt grew unseen.\n\n| | |\n|---|---|\n| Assignee | database team |\n| Deadline | 2024-10-18 |\n| Status | WIP |\n| Issue | OPS-7 |',
  ],
  [
    'nested items',
    '- **Watch the queue**\n  - Owner: database team\n  - Due: 2024-10-18\n  - Status: in progress\n  - Ticket: OPS-7',
  ],
  [
    'one line',
    '### Watch the queue\n\nOwner: database team | Due: 2024-10-18 | Status: doing | Ticket: OPS-7',
  ],
])('reads what %s below an action say about it', (_, markdown) => {
  expect(read(markdown)).toEqual([
    {
      text: 'Watch the queue',
      type: 'unknown',
      owner: 'database team',
      status: 'in-progress',
      due: '2024-10-18',
      ticket: 'OPS-7',
    },
  ]);
});

test('reads the items below a heading that groups them as actions', () => {
  const found = read('### Prevent\n\n- Watch the queue\n- Buy a disk\n\n### Detect\n\n- Alert earlier');
  expect(found?.map(({ text }) => text)).toEqual(['Watch the queue', 'Buy a disk', 'Alert earlier']);
});

test('takes the priority of an action for no severity of the page', async () => {
  const { fields, offers } = await importShape(
    'a.md',
    '# Mail is late\n\n## Action items\n\n### Watch the queue\n\n- Owner: database team\n- Priority: high\n- Date: 2024-10-18',
  );
  expect(`${fields}${offers}`).not.toMatch(/severity: high/);
  expect(fields).toContain('started: XXXX');
});

test('reads a role at the end of an item if other items of the list end with their owner', () => {
  const list = '- Watch the queue (database team)\n- Page support earlier (customer support)';
  expect(read(list)?.map(({ owner }) => owner)).toEqual(['database team', 'customer support']);
  expect(read('- Watch the queue\n- Replace the disk (storage hardware)')?.map(({ owner }) => owner)).toEqual(
    [undefined, undefined],
  );
});

const OWNED = (owner: string) => `| Action | Owner |\n|---|---|\n| Watch the queue | ${owner} |`;

test.each([
  ['Exports', 'The exports were late.'],
  ['DPU', 'See DPU-1402.'],
  ['Falcon', 'The Falcon team was paged.'],
  ['Falcon', 'Das Team Falcon wurde gerufen.'],
])('takes %s for the name of a team in "%s"', (owner, words) => {
  expect(read(OWNED(owner), words)?.[0]?.owner).toBe(owner);
});

test.each([
  ['Mark', 'We mark the hosts.'],
  ['Ines', 'Ines was paged.'],
  ['JS', 'The page needs JS.'],
  ['mkowalski', 'mkowalski was paged.'],
])('takes %s for a person in "%s"', (owner, words) => {
  expect(read(OWNED(owner), words)?.[0]?.owner).toBeUndefined();
});

test.each(['SEV-1', 'UTF-8', 'SHA-256', 'RFC-2119', 'CVE-2024'])('takes %s for no ticket', (name) => {
  expect(read(`- Page support for every ${name} incident`)?.[0]?.ticket).toBeUndefined();
});

test('gives an action that was dropped an unknown reason, without which it is no valid action', async () => {
  const { fields } = await importShape(
    'a.md',
    "# Mail is late\n\n## Action items\n\n| Action | Status |\n|---|---|\n| Buy a disk | Won't do |",
  );
  expect(fields).toContain('    status: dropped\n    dropped: unknown');
});

test('reads the state of an action from a column of check marks', () => {
  const rows = read('| Task | ✔ |\n|---|---|\n| Watch the queue | ✔ |\n| Buy a disk | |');
  expect(rows?.map(({ status }) => status)).toEqual(['done', 'unknown']);
});

test.each([
  ['the other dates', 'Due 07/06/2024, later 14/06/2024', true],
  ['the other dates', 'Due 07/06/2024, later 06/14/2024', false],
  ['contradicting dates', '14/06/2024 and 06/14/2024', undefined],
  [
    'the language',
    'Le 07/06/2024 les files et les serveurs étaient dans une panne que les clients voyaient',
    true,
  ],
  ['nothing', 'Due 07/06/2024 by the team', undefined],
])('finds the order of dates with slashes by %s', (_, text, dayFirst) => {
  expect(findDayFirst(text)).toBe(dayFirst);
});

test('reads a date with slashes only if the order of its numbers is clear', () => {
  expect(readSlashedDate('07/06/2024', true)).toBe('2024-06-07');
  expect(readSlashedDate('07/06/2024', false)).toBe('2024-07-06');
  expect(readSlashedDate('07/06/2024', undefined)).toBeUndefined();
  expect(readSlashedDate('14/06/2024', undefined)).toBe('2024-06-14');
});

test('reads dates with slashes of events, facts and actions in the order that the page shows', async () => {
  const { fields, offers } = await importShape(
    'a.md',
    `# Mail is late

Date: 07/06/2024

## Timeline

- 07/06/2024 08:05 UTC it begins

## Action items

| Action | Due |
|---|---|
| Watch the queue | 08/07/2024 |
| Buy a disk | 30/07/2024 |`,
  );
  expect(fields).toMatch(/started: "?2024-06-07/);
  expect(offers).toContain('2024-06-07T08:05Z');
  expect(fields).toContain('2024-07-08');
});

test('reads the handle and the day at the end of an action without dashes', () => {
  expect(read('- Watch the queue ~"corrective action" @search-team due 2024-04-01')?.[0]).toMatchObject({
    owner: 'search team',
    due: '2024-04-01',
  });
});
