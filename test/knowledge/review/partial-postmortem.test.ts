import { expect, test } from 'vitest';
import { readPartialPostmortem } from '../../../src/knowledge/review/partial-postmortem.ts';
import { Content } from '../../../src/knowledge/source/content.ts';
import { DocumentFile } from '../../../src/knowledge/source/document-file.ts';

const EMPTY = new Content([], 'content');

function read(text: string) {
  const { data, sections, links } = readPartialPostmortem(
    new DocumentFile('postmortem', 'draft', { path: '/tmp/draft.mdx', text, secrets: [] }),
    EMPTY,
  );
  return { data, sections, links };
}

test('what is sound is kept, what is not is left out, and unknown stands for what is missing', () => {
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
  ['a body that is no MDX', '---\ntitle: T\n---\nThe disk <is full.\n', '\nThe disk <is full.\n'],
  ['frontmatter that is no YAML', '---\ntitle: [T\n---\n\nThe disk is full.\n', 'The disk is full.'],
])('%s: the text is read all the same', (_, text, shown) => {
  expect(read(text).sections.map((section) => section.text)).toEqual([shown]);
});
