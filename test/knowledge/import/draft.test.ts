import { expect, test } from 'vitest';
import { createDraft } from '../../../src/knowledge/import/draft.ts';
import { readCorpus, readMarkdown } from '../../../src/knowledge/import/markdown-reader.ts';
import { createVocabularyLookup } from '../../../src/knowledge/import/vocabulary-lookup.ts';
import { SMALL_CONTENT } from './small-import-content.ts';

const context = {
  kind: 'postmortem' as const,
  vocabulary: createVocabularyLookup(SMALL_CONTENT),
  isTaken: () => false,
};
const draft = (text: string) => createDraft(readMarkdown({ path: 'x.md', text }), context);

test("a file of the public corpus's schema becomes a draft with every value in it", () => {
  const text = `---
uuid: 018e
url: https://example.org/post
title: Postgres ran out of disk
start_time: 2018-07-31T09:00:00Z
end_time: 2018-07-31T00:00:00Z
categories: []
keywords:
- postgres
- lock-file
- disk: full
- 1.10
company: Example
product: no
summary: It was full.
---

The disk of Postgres was full: \`could not extend file\`.
`;
  const {
    path,
    text: mdx,
    gaps,
    remarks,
    unknown,
  } = createDraft(readCorpus({ path: 'x.md', text }), context);
  expect(path).toBe('postmortems/2018-07-31-postgres-ran-out-of-disk.mdx');
  expect(mdx).toBe(`---
title: Postgres ran out of disk
summary: It was full.
kind: incident
status: draft
visibility: internal
severity: unknown
organization: example
started: "2018-07-31T09:00:00Z"
resolved: "2018-07-31"
detection:
  method: unknown
trigger: unknown
impact: unknown
services:
  - postgresql
tags:
  - stale-lock
signals:
  - could not extend file
sources:
  - title: Postgres ran out of disk
    url: https://example.org/post
---

The disk of Postgres was full: \`could not extend file\`.

## Kept from the source

- uuid: 018e
- end_time: 2018-07-31T00:00:00Z
- keywords: postgres, lock-file, 1.10
- keywords.disk: full
- company: Example
- product: no

{/* Imported from corpus 018e, sha256 ${mdx.match(/sha256 ([0-9a-f]{16})/)?.[1]}. */}
`);
  expect(gaps).toEqual(['severity', 'detection', 'trigger', 'impact']);
  expect(remarks).toEqual([
    '`end_time` (2018-07-31T00:00:00Z) read as 2018-07-31',
    '`keywords`: `postgres` read as the service `postgresql`',
    '`keywords`: `lock-file` read as the tag `stale-lock`',
    '`company`: `Example` read as the organization `example`',
  ]);
  expect(unknown).toEqual([
    { name: '1.10', field: 'keywords', nearest: undefined },
    { name: 'no', field: 'product', nearest: undefined },
  ]);
});

test('keeps and reports an organization that is not in the vocabulary', () => {
  const { text, gaps, unknown } = draft('---\ntitle: T\ncompany: Exampel\n---\n\nIt was full.\n');
  expect(text).toContain('organization: unknown\n');
  expect(text).toContain('- company: Exampel\n');
  expect(gaps).toContain('organization');
  expect(unknown).toEqual([{ name: 'Exampel', field: 'company', nearest: 'example' }]);
});

test('quotes strings that another YAML reader would misread', () => {
  const { text } = draft("---\ntitle: '1.10'\ncompany: 'no'\nimpact: '12:30:45'\nsummary: '0b11'\n---\n");
  expect(text).toContain('title: "1.10"\nsummary: "0b11"\n');
  expect(text).toContain('organization: "no"\n');
  expect(text).toContain('impact: "12:30:45"\n');
});

test('uses the first words of the text for a missing title and summary, and reports gaps', () => {
  const { id, text, gaps } = draft('The site was down. Nobody saw it. We cried. The end.');
  expect(id).toBe('the-site-was-down');
  expect(text).toContain('title: The site was down\nsummary: The site was down. Nobody saw it. We cried.\n');
  expect(gaps.slice(0, 2)).toEqual([
    'title (the first words of the text)',
    'summary (the first sentences of the text)',
  ]);
});

test('takes the heading at the start of a text as the title', () => {
  const { text } = draft('# Disk full\n\nText.\n\n## Later\n\nMore.');
  expect(text).toContain('title: Disk full\n');
  expect(text).toContain('---\n\nText.\n\n## Later\n\nMore.\n');
});

test('creates unused ids from the known date and a few words without accents', () => {
  expect(draft('---\ntitle: Ausfall für Ärzte, Größe & mehr\nstarted: 2018-03\n---').id).toBe(
    '2018-03-ausfall-fur-arzte-groe-mehr',
  );
  expect(draft('---\ntitle: A B C D E F G of the day\nstarted: XXXX-03-21\n---').id).toBe('a-b-c-d-e-f-g');
  const taken = new Set(['imported', 'imported-2']);
  const foreign = readMarkdown({ path: 'x', text: '---\ntitle: 東京\n---\n' });
  expect(createDraft(foreign, { ...context, isTaken: (id) => taken.has(id) }).id).toBe('imported-3');
});

test('keeps a value that its field rejects in the text, and reports it', () => {
  const { text, remarks } = draft(
    '---\ntitle: T\nseverity: P1\nstarted: 10/3/2018\nduration: an hour\n---\n',
  );
  expect(text).toContain('severity: unknown\n');
  expect(text).toContain('- severity: P1\n- started: 10/3/2018\n- duration: an hour\n');
  expect(remarks).toEqual([
    '`severity` (P1) found no place in `severity`, kept in the text',
    '`started` (10/3/2018) found no place in `started`, kept in the text',
    '`duration` (an hour) found no place in `duration`, kept in the text',
    '"severity: P1" is offered as `severity` in a comment after the fields',
    '"started: 10/3/2018" is offered as `started` in a comment after the fields',
    '"duration: an hour" is offered as `duration` in a comment after the fields',
  ]);
});

test('writes suggestions as a comment that becomes fields once uncommented', () => {
  const { text } = draft(
    '---\ntitle: T\n---\n\nES was slow.\n\n## Timeline\n\n- 2018-03-10: yes\n\n## Lessons\n\n- Test: it',
  );
  expect(text)
    .toContain(`# From "Timeline". Say when each was, and of which kind: trigger, symptom, detection, action, decision, communication or recovery.
# timeline:
#   - at: "2018-03-10"
#     kind:
#     text: "yes"
# From "Lessons". Look for each among the lessons, and name its id; or write it as a lesson.
# lessons:
#   - "Test: it"
# From "the first event". Take it if this is when the incident started.
# started: "2018-03-10"
# From "the names in the text". Take those that were involved.
# services:
#   - elasticsearch
---
`);
});

test('keeps facts in a note that only a postmortem has fields for', () => {
  const foreign = readMarkdown({
    path: 'x.md',
    text: '---\ntitle: T\nstarted: 2018-03-10\nimpact: All\nlucky: [Sunday]\n---\n',
  });
  const { path, text } = createDraft(foreign, { ...context, kind: 'note' });
  expect(path).toBe('notes/2018-03-10-t.mdx');
  expect(text).toContain('- impact: All\n- started: 2018-03-10\n- lucky: Sunday\n');
});

test('keeps unreadable frontmatter as text', () => {
  const { text, remarks } = draft('---\na: [1\nb: *x\n---\n\nText.');
  expect(text).toContain('- frontmatter:\n  ```\n  a: [1\n  b: *x\n  ```\n');
  expect(remarks[0]).toMatch(/^the frontmatter was not read/);
});

test('keeps an end before its start, and a duration that does not fit, in the text', () => {
  const { text, remarks } = draft(
    '---\ntitle: T\nstarted: 2018-03-10T10:00:00Z\nresolved: 2018-03-10T09:00:00Z\n---\n',
  );
  expect(text).not.toContain('resolved:\n');
  expect(text).toContain('- resolved: 2018-03-10T09:00:00Z\n');
  expect(remarks).toEqual(['`resolved` (2018-03-10T09:00:00Z) lies before `started`, kept in the text']);
  const other = draft(
    '---\ntitle: T\nstarted: 2018-03-10T10:00:00Z\nresolved: 2018-03-10T11:00:00Z\nduration: PT5H\n---\n',
  );
  expect(other.text).toContain('resolved: "2018-03-10T11:00:00Z"\n');
  expect(other.text).toContain('- duration: PT5H\n');
  expect(other.remarks).toEqual(['`duration` (PT5H) is not the time from start to end, kept in the text']);
});

test('removes invisible characters and counts them', () => {
  const { text, remarks } = draft('---\ntitle: T\n---\n\nrm -rf \u202e/tm\u200bp `a\u0007b`');
  expect(text).toContain('\nrm -rf /tmp `ab`\n');
  expect(remarks).toEqual(['3 invisible characters removed']);
});

test('does not take digits of a title for the date of the incident', () => {
  expect(draft('---\ntitle: 2016-07 outage\n---\n').id).toBe('imported-2016-07-outage');
});
