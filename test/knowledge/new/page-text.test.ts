import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { formatPage, suggestId } from '../../../src/knowledge/new/page-text.ts';
import { DocumentFile } from '../../../src/knowledge/source/document-file.ts';
import { createContent } from '../small-content.ts';

const nothingUnknown = { unknown: [] };

test('a lesson says what is to be written, and shows what a check looks like', () => {
  const fields = { statement: 'Every call has a timeout.', tags: ['not-reboot-safe'] };
  expect(formatPage('lesson', { fields, ...nothingUnknown }, [])).toBe(`---
statement: Every call has a timeout.
reason: TODO what happens where it is not followed
tags:
  - not-reboot-safe
checks: [] # TODO how one makes sure of it, as below, if one can
# checks:
#   - activity: the activity in which it is gone through, by its id
#     pausePoint: one of that activity's pause points
#     text: what to do or confirm, beginning with a verb
#     expect: the value one expects to see
---

TODO where it was learned, and what came of it
`);
});

test('a note has the sections that one looks for', () => {
  const fields = { title: 'Redis', summary: 'How it works.', organization: 'Example' };
  expect(formatPage('note', { fields, ...nothingUnknown }, ['What happened'])).toBe(`---
title: Redis
summary: How it works.
status: draft
visibility: internal
organization: Example
services: [] # TODO the services it explains, by their ids
---

## How it works

TODO the parts, and how they hang together

## Where to look

TODO logs, graphs and commands that show how it is

## In an emergency

TODO what to do, a Procedure for each situation
`);
});

test('the first page of a team is without errors, whatever stands in its texts', () => {
  const content = createContent({});
  const fields = {
    title: '"no": # 1.10 & <b>{x}</b> `y`',
    severity: 'sev1',
    organization: 'no',
    started: '2026-11-20',
    signals: ['- a: "b" # c', "it's\ttab", '%d {"json": [1]}'],
    mitigations: [{ action: 'wait', worked: 'yes', text: 'Waited: 12:30' }],
  };
  const text = formatPage('postmortem', { fields, unknown: [{ kind: 'tag', name: 'new: #1' }] }, [
    'Background',
  ]);
  const id = suggestId('postmortem', fields);
  const file = new DocumentFile('postmortem', id, `content/postmortems/${id}.mdx`, text);
  expect(id).toBe('2026-11-20-no-110-bxb-y');
  expect(file.validated.data).toMatchObject(fields);
  expect(text).toContain('\n## Background\n\nTODO its text\n');
  expect(text).toContain('tags: [] # TODO name new: #1 here once it stands in vocabulary/tags.yaml\n');
  const rules = runRules(content, { files: [file], today: '2026-11-21' }).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
  expect(new Set(rules)).toEqual(new Set(['warning no-todo']));
});

test('a text that has the sections already is not put under a heading of its own', () => {
  const paragraph = (value: string) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  });
  const heading = (value: string) => ({
    type: 'heading' as const,
    depth: 2 as const,
    children: [{ type: 'text' as const, value }],
  });
  const taken = {
    blocks: [heading('What happened'), paragraph('It fell.')],
    comment: [],
    mark: { format: 'text', digest: '0123456789abcdef' },
  };
  const body = (sections: string[]) =>
    formatPage('postmortem', { fields: {}, unknown: [] }, sections, taken).split('---\n').at(-1);
  expect(body(['What happened'])).toBe(
    '\n## What happened\n\nIt fell.\n\n{/* Imported from text, sha256 0123456789abcdef. */}\n',
  );
  expect(body(['What happened', 'What was done'])).toContain(
    '## What was done\n\nTODO what was tried, what came of it, and what ended it\n\n## From the source\n\n### What happened\n\nIt fell.\n',
  );
});
