/** Tests the exports of a list with every part, and of one with few. */
import { describe, expect, test } from 'vitest';
import { formatChecklistJson } from '../../../../src/knowledge/checklists/exports/checklist-json.ts';
import { formatChecklistMarkdown } from '../../../../src/knowledge/checklists/exports/checklist-markdown.ts';
import { formatChecklistText } from '../../../../src/knowledge/checklists/exports/checklist-text.ts';
import { OVERDUE, PLAIN } from '../full-list.ts';

describe('Markdown', () => {
  test('has every part of a list', () => {
    expect(formatChecklistMarkdown(OVERDUE)).toBe(`\
# Planned _reboot_

All is **back**.

Organization: Example. Items of others are included and start with “At”.

**Outline only. The script is in the wiki.**

**Destructive: step 1.2**

Use it when you see:

- “no route to redis”

Tried before without success:

- Made it worse: Restarted _it_. (Label p1)

## Before _it_ · DO-CONFIRM

  - [ ] **1.2 Destructive. Only if nothing runs. At Oma: Read _it_**  
    Expect: one _line_  
    Missing at: Label p1, Label p2

    Where: on _redis_

    \`\`\`
    ls
    -l
    \`\`\`

    \`\`\`
    pwd
    \`\`\`

## After it · READ-DO

- [ ] **2 Read _it_**  
  General practice: [A book](<https://example.org/book>)

- [ ] Say: “_Complete_”.

## Not on this list

Belongs to Oma:

- Read _that_. Expect: two
- Read this

Too many:

- Read more

---

**Past its review date, May 2026: check that it is still right before you rely on it.**

From: Title _n1_ (Label n1) · Version abc123 · Newest evidence: March 2015 · Owner: web team · Review by May 2026 · <https://example.org/kb/checklists/planned-reboot/>
`);
  });

  test('leaves out parts that a list does not have', () => {
    expect(formatChecklistMarkdown(PLAIN)).toBe(`\
# Planned reboot

All is back.

Organization: all

**DO-CONFIRM.** Do the work, then stop and confirm each line together.

## Before it

- [ ] **Read _it_**

- [ ] Say: “Complete”.

---

Version abc123 · Newest evidence: not dated · Owner: not set · Review date: not set · <https://example.org/kb/checklists/planned-reboot/>
`);
  });

  test('adds no spaces to the lines of a command, whose line breaks may be escaped', () => {
    const [block] = PLAIN.blocks;
    const items = block?.items.map((item) => ({ ...item, code: [{ text: 'redis-cli \\\n  ping' }] })) ?? [];
    const list = { ...PLAIN, blocks: block ? [{ ...block, items }] : [] };
    expect(formatChecklistMarkdown(list)).toContain('\n  redis-cli \\\n    ping\n');
  });
});

describe('plain text', () => {
  test('has every part of a list', () => {
    expect(formatChecklistText(OVERDUE)).toBe(`\
Planned reboot
==============
All is back.
Organization: Example. Items of others are included and start with “At”.

Outline only. The script is in the wiki.
Destructive: step 1.2

Use it when you see
- “no route to redis”

Tried before without success
- Made it worse: Restarted it. (Label p1)

Before it · DO-CONFIRM
----------------------
    [ ] 1.2 Destructive. Only if nothing runs. At Oma: Read it
        Expect: one line
        (on redis)
          ls
          -l
          pwd
        Missing at: Label p1, Label p2

After it · READ-DO
------------------
[ ] 2 Read it
    General practice: A book
    https://example.org/book

[ ] Say: “Complete”.

Not on this list
----------------
Belongs to Oma:
- Read that. Expect: two
- Read this
Too many:
- Read more

------------------------------------------------------------------------------
Past its review date, May 2026: check that it is still right before you rely
on it.
From: Title n1 (Label n1)
Version abc123 · Newest evidence: March 2015
Owner: web team · Review by May 2026
https://example.org/kb/checklists/planned-reboot/
`);
  });

  test('leaves out parts that a list does not have', () => {
    expect(formatChecklistText(PLAIN)).toBe(`\
Planned reboot
==============
All is back.
Organization: all

DO-CONFIRM: Do the work, then stop and confirm each line together.

Before it
---------
[ ] Read it

[ ] Say: “Complete”.

------------------------------------------------------------------------------
Version abc123 · Newest evidence: not dated
Owner: not set · Review date: not set
https://example.org/kb/checklists/planned-reboot/
`);
  });
});

describe('JSON', () => {
  test('has every part of a list', () => {
    expect(JSON.parse(formatChecklistJson(OVERDUE))).toEqual({
      format: 'hindsight-checklist',
      formatVersion: 3,
      id: 'planned-reboot',
      title: 'Planned reboot',
      objective: 'All is back.',
      organization: 'Example',
      includesOthers: true,
      mode: 'mixed',
      address: 'https://example.org/kb/checklists/planned-reboot/',
      version: 'abc123',
      evidenceUpTo: 'March 2015',
      owner: 'web team',
      reviewBy: 'May 2026',
      overdue: true,
      outline: 'The script is in the wiki.',
      signals: ['no route to redis'],
      tried: [
        {
          text: 'Restarted it.',
          worked: 'harmful',
          evidence: {
            kind: 'postmortem',
            id: 'p1',
            title: 'Title p1',
            label: 'Label p1',
            relation: 'learned',
          },
        },
      ],
      blocks: [
        {
          id: 'before',
          title: 'Before it',
          mode: 'do-confirm',
          repeats: null,
          items: [
            {
              id: 'full',
              number: '1.2',
              text: 'Read it',
              destructive: true,
              onlyIf: 'nothing runs',
              expect: 'one line',
              organization: 'Oma',
              commands: [
                { text: 'ls\n-l', where: 'on redis' },
                { text: 'pwd', where: null },
              ],
              evidence: [
                { kind: 'postmortem', id: 'p1', title: 'Title p1', label: 'Label p1', relation: 'learned' },
                { kind: 'postmortem', id: 'p2', title: 'Title p2', label: 'Label p2', relation: 'learned' },
              ],
              generalPractice: null,
              lessons: [
                {
                  id: 'l1',
                  title: 'Lesson one',
                  evidence: [
                    {
                      kind: 'postmortem',
                      id: 'p3',
                      title: 'Title p3',
                      label: 'Label p3',
                      relation: 'confirmed',
                    },
                    { kind: 'note', id: 'n1', title: 'Title n1', label: 'Label n1', relation: 'taught' },
                  ],
                },
                { id: 'l2', title: 'Lesson two', evidence: [] },
              ],
            },
          ],
        },
        {
          id: 'after',
          title: 'After it',
          mode: 'read-do',
          repeats: null,
          items: [
            {
              id: 'plain',
              number: '2',
              text: 'Read it',
              destructive: false,
              onlyIf: null,
              expect: null,
              organization: null,
              commands: [],
              evidence: [],
              generalPractice: { title: 'A book', url: 'https://example.org/book' },
              lessons: [],
            },
          ],
        },
      ],
      notOnList: [
        {
          text: 'Read that',
          expect: 'two',
          organization: null,
          reason: 'organization',
          why: 'Belongs to Oma',
          lessons: ['l1'],
        },
        {
          text: 'Read this',
          expect: null,
          organization: null,
          reason: 'organization',
          why: 'Belongs to Oma',
          lessons: [],
        },
        {
          text: 'Read more',
          expect: null,
          organization: null,
          reason: 'limit',
          why: 'Too many',
          lessons: [],
        },
      ],
      completion: 'Say: “Complete”.',
      sources: [{ kind: 'note', id: 'n1', title: 'Title n1', label: 'Label n1', relation: 'taught' }],
      procedures: [],
      explanation: [],
    });
  });

  test('has empty parts that a list does not have', () => {
    expect(JSON.parse(formatChecklistJson(PLAIN))).toEqual({
      format: 'hindsight-checklist',
      formatVersion: 3,
      id: 'planned-reboot',
      title: 'Planned reboot',
      objective: 'All is back.',
      organization: null,
      includesOthers: false,
      mode: 'do-confirm',
      address: 'https://example.org/kb/checklists/planned-reboot/',
      version: 'abc123',
      evidenceUpTo: null,
      owner: null,
      reviewBy: null,
      overdue: false,
      outline: null,
      signals: [],
      tried: [],
      blocks: [
        {
          id: 'before',
          title: 'Before it',
          mode: 'do-confirm',
          repeats: null,
          items: [
            {
              id: 'plain',
              number: null,
              text: 'Read it',
              destructive: false,
              onlyIf: null,
              expect: null,
              organization: null,
              commands: [],
              evidence: [],
              generalPractice: null,
              lessons: [{ id: 'l1', title: 'L', evidence: [] }],
            },
          ],
        },
      ],
      notOnList: [],
      completion: 'Say: “Complete”.',
      sources: [],
      procedures: [],
      explanation: [],
    });
  });
});
