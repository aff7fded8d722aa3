import { expect, test } from 'vitest';
import { extractActions } from '../../../src/knowledge/import/extract-actions.ts';
import { parseMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';

const read = (markdown: string) => extractActions(parseMarkdown(markdown).children);

test('reads a table with the type, owner, ticket, due date and status of each action', () => {
  const found = read(
    '| Task | Type | Owner | Jira | Due date | Status |\n|---|---|---|---|---|---|\n| Raise the limit | mitigate | database team | [OPS-7](https://jira.example.org/OPS-7) | 2 Dec 2023 | In progress |\n| Watch the queue | detection | Jo Example | OPS-8 | TBD | TODO |\n| Write it down | docs | | | | Done |',
  );
  expect(found?.actions).toEqual([
    {
      text: 'Raise the limit',
      type: 'mitigate',
      owner: 'database team',
      status: 'in-progress',
      due: '2023-12-02',
      ticket: 'https://jira.example.org/OPS-7',
    },
    { text: 'Watch the queue', type: 'detect', status: 'open', ticket: 'OPS-8' },
    { text: 'Write it down', type: 'document', status: 'done' },
  ]);
  expect(found).toMatchObject({ isWhole: false, isCertain: true, people: ['Jo Example'] });
});

test('reads the owner, the due date and the ticket in an item', () => {
  expect(read('- [ ] Raise the limit (owner: database team; due: 2023-12-02), OPS-7')?.actions).toEqual([
    {
      text: 'Raise the limit (owner: database team; due: 2023-12-02), OPS-7',
      type: 'unknown',
      owner: 'database team',
      status: 'open',
      due: '2023-12-02',
      ticket: 'OPS-7',
    },
  ]);
});

test('leaves out what is struck out as a whole, and placeholders', () => {
  expect(read('- ~~Buy a host~~\n- TBD\n- Raise the limit')?.actions.map(({ text }) => text)).toEqual([
    'Raise the limit',
  ]);
  expect(read('- TBD')).toBeUndefined();
  expect(read('Text only.')).toBeUndefined();
});

test('is not certain of an action that is partly struck out, or has items of its own', () => {
  expect(read('- Buy ~~two~~ three hosts')?.isCertain).toBe(false);
  expect(read('- Raise the limit\n  - on m1\n  - on m2')).toMatchObject({
    isCertain: false,
    actions: [{ text: 'Raise the limit; on m1; on m2' }],
  });
});

test('does not take a table without a column for the action', () => {
  expect(read('| A | B |\n|---|---|\n| 1 | 2 |')).toBeUndefined();
});

test.each([
  [
    'Raise the limit — Observability team, due March 1, 2024',
    { owner: 'Observability team', due: '2024-03-01' },
  ],
  [
    'acme/ops#18410 - Raise it - @database-team - due 2024-09-06',
    { owner: 'database team', due: '2024-09-06', ticket: 'acme/ops#18410' },
  ],
  ['T336110 Raise the limit (**Done**)', { ticket: 'T336110', status: 'done' }],
  ['Raise the limit (T9122) - done', { ticket: 'T9122', status: 'done' }],
  [
    'Raise the limit (NOC team, by 18 October 2024, ticket NET-3391)',
    { owner: 'NOC team', due: '2024-10-18', ticket: 'NET-3391' },
  ],
  ['Raise the limit (by October 18)', {}],
  ['Raise the limit (again) - we hope that the team is done with it', {}],
  ['Read the guide - as a team - before we start', {}],
])('reads the facts at the end of an item: %s', (item, facts) => {
  const [action] = read(`- ${item}`)?.actions ?? [];
  const { text: _, type: __, ...found } = action ?? {};
  expect(found).toEqual({ status: 'unknown', ...facts });
});

test('does not take the end of an item for that of another one which is struck out', () => {
  expect(read('- Warm the caches\n  - ~~Buy a host~~ (declined)')?.actions[0]).toMatchObject({
    status: 'unknown',
  });
});

test('reads a status behind the number of a ticket, and no placeholder as a ticket', () => {
  expect(
    read(
      '| Action | Bug |\n|---|---|\n| A | LBL-5 **DONE** |\n| B | n/a TODO |\n| C | – |\n| D | see the board |',
    )?.actions,
  ).toEqual([
    { text: 'A', type: 'unknown', status: 'done', ticket: 'LBL-5' },
    { text: 'B', type: 'unknown', status: 'open' },
    { text: 'C', type: 'unknown', status: 'unknown' },
    { text: 'D', type: 'unknown', status: 'unknown', ticket: 'see the board' },
  ]);
});

test('reads tables with heads in Chinese and Japanese, and the day below “When”', () => {
  expect(
    read(
      '| 措施 | 负责人 | 截止日期 | 状态 |\n|---|---|---|---|\n| A | database team | 2024-07-12 | 已完成 |',
    )?.actions,
  ).toEqual([{ text: 'A', type: 'unknown', owner: 'database team', status: 'done', due: '2024-07-12' }]);
  expect(
    read('| 対策 | 担当 | 期限 | 状況 |\n|---|---|---|---|\n| A | database team | 2024-07-12 | 完了 |')
      ?.actions,
  ).toEqual([{ text: 'A', type: 'unknown', owner: 'database team', status: 'done', due: '2024-07-12' }]);
  expect(read('| Action | When |\n|---|---|\n| A | 12 July 2024 |')?.actions[0]).toMatchObject({
    due: '2024-07-12',
  });
});

test('leaves out the status of struck words with them', () => {
  const found = read('- Warm the caches; ~~Buy memory~~ (declined)\n- ~~Buy a host~~ (done)');
  expect(found?.actions.map(({ text }) => text)).toEqual(['Warm the caches;']);
  expect(found?.isWhole).toBe(false);
});

test.each([
  [
    'Raise the limit (database team, by 2024-10-04) OPS-7',
    { owner: 'database team', due: '2024-10-04', ticket: 'OPS-7' },
  ],
  ['Raise the limit (NOC, done)', { owner: 'NOC', status: 'done' }],
  [
    'Raise the limit (equipo de datos, 18/10/2024, OPS-7)',
    { owner: 'equipo de datos', due: '2024-10-18', ticket: 'OPS-7' },
  ],
  ['Raise the limit (database team, 11/10/2024)', { owner: 'database team' }],
  ['Raise the limit (database team, 2024-10-11, done)', { owner: 'database team', status: 'done' }],
  ['Raise the limit (seen on 2024-10-11)', {}],
  ['Raise the limit (done on January 26)', { status: 'done' }],
  ['Raise the limit — messaging-edge, due 2023-11-24', { owner: 'messaging-edge', due: '2023-11-24' }],
  ['Raise the limit - @acme/edge - due 2025-01-24', { owner: 'edge', due: '2025-01-24' }],
  ['Raise the limit - @jdoe', {}],
  ['Replace the disk (new hardware)', {}],
  ['Raise the limit (más datos)', {}],
  ['Open the port (security group)', {}],
  ['Raise the limit - new database', {}],
  ['Replace the disk (hardware, done)', { owner: 'hardware', status: 'done' }],
  ['Raise the limit (database team)', { owner: 'database team' }],
  ['Raise the limit (SRE)', { owner: 'SRE' }],
  ['Raise the limit - @database-team', { owner: 'database team' }],
  ['❏ Raise the limit (2024-10-11)', { status: 'open', due: '2024-10-11' }],
  ['✓ Raise the limit (2024-10-11)', { status: 'done' }],
])('reads the facts in the tail of an item: %s', (item, facts) => {
  const [action] = read(`- ${item}`)?.actions ?? [];
  const { text: _, type: __, ...found } = action ?? {};
  expect(found).toEqual({ status: 'unknown', ...facts });
});

test.each([
  [
    'Maßnahme | Zuständig | Frist | Stand',
    'Grenze erhöhen | Netztechnik | 29.02.2024 | erledigt',
    { owner: 'Netztechnik', due: '2024-02-29', status: 'done' },
  ],
  [
    'Action | Responsable | Échéance | État',
    'Augmenter | Équipe Données | 14/06/2024 | en cours',
    { owner: 'Équipe Données', due: '2024-06-14', status: 'in-progress' },
  ],
  [
    '対策 | 担当 | 期限 | 状況',
    '上限を上げる | 基盤チーム | 2024/07/19 | 対応中',
    { owner: '基盤チーム', due: '2024-07-19', status: 'in-progress' },
  ],
  [
    'What | Who | Until | Where',
    'Raise it | Platform | done | OPS-7',
    { owner: 'Platform', status: 'done', ticket: 'OPS-7' },
  ],
  [
    'Action | Owner | Due | Done',
    'Raise it | search-oncall | 07/06/2024 | ✔',
    { owner: 'search-oncall', status: 'done' },
  ],
  [
    'Action | Owner | Bug | Type',
    'Raise it | Hardware QA | OPS-7 in progress | -',
    { owner: 'Hardware QA', status: 'in-progress', ticket: 'OPS-7' },
  ],
])('reads a row below the heads %s', (heads, row, facts) => {
  const [action] = read(`| ${heads} |\n|---|---|---|---|\n| ${row} |`)?.actions ?? [];
  const { text: _, type: __, ...found } = action ?? {};
  expect(found).toEqual(facts);
});

test('leaves out blank boxes and struck items with their reason', () => {
  const found = read('- [x] Raise the limit\n- [ ] \n- [ ] ~~Buy a host~~ (dropped, see below)');
  expect(found?.actions.map(({ text }) => text)).toEqual(['Raise the limit']);
  expect(found?.isCertain).toBe(true);
});
