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
