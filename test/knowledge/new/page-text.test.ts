import { expect, test } from 'vitest';
import { runRules } from '../../../src/knowledge/check/run-rules.ts';
import { formatPage, suggestId } from '../../../src/knowledge/new/page-text.ts';
import { DocumentFile } from '../../../src/knowledge/source/document-file.ts';
import { createContent } from '../small-content.ts';

const noUnknownNames = { unknown: [] };

test('a new lesson has a TODO for each gap and an example of a check', () => {
  const fields = { statement: 'Every call has a timeout.', tags: ['not-reboot-safe'] };
  expect(formatPage('lesson', { fields, ...noUnknownNames }, [])).toBe(`---
statement: Every call has a timeout.
reason: TODO what happens if it is not followed
tags:
  - not-reboot-safe
checks: [] # TODO how you make sure that it is followed, as below, if you can
# checks:
#   - activity: the id of the activity that has it on its checklist
#     pausePoint: one of that activity's pause points
#     text: what to do or confirm, starting with a verb
#     expect: the value you expect to see
---

TODO where it was learned, and what came of it
`);
});

test('a new note has its sections', () => {
  const fields = { title: 'Redis', summary: 'How it works.', organization: 'example' };
  expect(formatPage('note', { fields, ...noUnknownNames }, ['What happened'])).toBe(`---
title: Redis
summary: How it works.
status: draft
visibility: internal
organization: example
services: [] # TODO the services it explains, by their ids
---

## How it works

TODO the parts, and how they work together

## Where to look

TODO logs, graphs and commands that show its state

## In an emergency

TODO what to do, with a Procedure for each situation
`);
});

test('a new page has no errors, even with YAML syntax in its texts', () => {
  const content = createContent({});
  const fields = {
    title: '"no": # 1.10 & <b>{x}</b> `y`',
    severity: 'sev1',
    organization: 'unknown',
    started: '2026-11-20',
    signals: ['- a: "b" # c', "it's\ttab", '%d {"json": [1]}'],
    mitigations: [{ action: 'wait', worked: 'yes', text: 'Waited: 12:30' }],
  };
  const text = formatPage(
    'postmortem',
    { fields, unknown: [{ kind: 'tag', name: 'new: #1', path: ['tags'] }] },
    ['Background'],
  );
  const id = suggestId('postmortem', fields);
  const path = `content/postmortems/${id}.mdx`;
  const file = new DocumentFile('postmortem', id, { path, text, secrets: [] });
  expect(id).toBe('2026-11-20-no-110-bxb-y');
  expect(file.validated.data).toMatchObject(fields);
  expect(text).toContain('\n## Background\n\nTODO its text\n');
  expect(text).toContain('tags: [] # TODO add new: #1 here when it is in vocabulary/tags.yaml\n');
  const rules = runRules(content, { files: [file], today: '2026-11-21' }).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
  expect(new Set(rules)).toEqual(new Set(['warning no-todo']));
});

test('an existing text with all sections gets no heading of its own', () => {
  const paragraph = (value: string) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  });
  const heading = (value: string) => ({
    type: 'heading' as const,
    depth: 2 as const,
    children: [{ type: 'text' as const, value }],
  });
  const existing = {
    blocks: [heading('What happened'), paragraph('It fell.')],
    comment: [],
    mark: { format: 'text', digest: '0123456789abcdef' },
  };
  const body = (sections: string[]) =>
    formatPage('postmortem', { fields: {}, unknown: [] }, sections, existing).split('---\n').at(-1);
  expect(body(['What happened'])).toBe(
    '\n## What happened\n\nIt fell.\n\n{/* Imported from text, sha256 0123456789abcdef. */}\n',
  );
  expect(body(['What happened', 'What was done'])).toContain(
    '## What was done\n\nTODO what was tried, what came of it, and what ended it\n\n## From the source\n\n### What happened\n\nIt fell.\n',
  );
});
