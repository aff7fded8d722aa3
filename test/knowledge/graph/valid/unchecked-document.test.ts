import { expect, test } from 'vitest';
import { createDocumentEntry } from '../../../../src/knowledge/graph/entries.ts';
import { extractValidDocument } from '../../../../src/knowledge/graph/valid/valid-document.ts';
import { DocumentFile } from '../../../../src/knowledge/source/document-file.ts';

function read(text: string) {
  const file = new DocumentFile('postmortem', 'draft', { path: 'draft.mdx', text, secrets: [] });
  return createDocumentEntry(extractValidDocument(file, [], 'unknown'), () => undefined);
}

test('keeps valid fields and list items, and fills in the required fields', () => {
  const { data, sections, links } = read(`---
title: The shop is down
severity: terrible
started: yesterday
tags: [full-disk]
signals: ["", "no space left on device"]
factors:
  - {text: The disk was small., category: capacity}
  - {text: Nobody looked., category: laziness}
owner: me
---

It began at noon.

## After

It ended.
`);
  expect(data).toMatchObject({
    title: 'The shop is down',
    summary: 'unknown',
    severity: 'unknown',
    started: 'XXXX',
    tags: ['full-disk'],
    signals: ['no space left on device'],
    factors: [{ text: 'The disk was small.', category: 'capacity', services: [], tags: [] }],
  });
  expect(data).not.toHaveProperty('owner');
  expect(sections.map(({ text }) => text)).toEqual(['It began at noon.', 'It ended.']);
  expect(links).toEqual([{ to: { kind: 'tag', id: 'full-disk' }, relation: 'case-of' }]);
});

test.each([
  ['no frontmatter', 'The disk is full.\n', 'The disk is full.'],
  ['invalid MDX', '---\ntitle: T\n---\nThe disk <is full.\n', 'The disk <is full.'],
  ['invalid YAML', '---\ntitle: [T\n---\n\nThe disk is full.\n', '---\ntitle: [T\n---\nThe disk is full.'],
])('reads the text of a document with %s', (_, text, shown) => {
  expect(read(text).sections.map((section) => section.text)).toEqual([shown]);
});
