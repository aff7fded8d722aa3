import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Checklist } from '../../../../src/knowledge/checklists/checklist.ts';
import { formatChecklistJson } from '../../../../src/knowledge/checklists/exports/checklist-json.ts';
import { formatChecklistMarkdown } from '../../../../src/knowledge/checklists/exports/checklist-markdown.ts';
import { formatChecklistText } from '../../../../src/knowledge/checklists/exports/checklist-text.ts';
import { generateChecklist } from '../../../../src/knowledge/checklists/generate-checklist.ts';
import { createSource } from '../small-source.ts';

const LIST = generateChecklist(
  createSource(
    {
      locks: {
        evidence: ['gnome', 'raffle relearned'],
        owner: 'web team',
        reviewBy: { words: 'May 2026', lastDay: '2026-05-31' },
        checks: [
          'deploy before: Compare set_setting with *its* <default> → `none` | 0 #1 [gnome, raffle]',
          'deploy before: Read *its* log → short @oma',
        ],
      },
    },
    { site: { address: 'https://example.org/' }, home: 'gnome' },
  ),
  { activity: 'deploy', services: [], tags: [] },
  '2026-11-21',
);

const STEPS: Checklist = {
  ...LIST,
  title: 'Redis is dead',
  organization: 'Oma',
  omitted: [],
  mode: 'read-do',
  signals: ['no route to redis'],
  tried: [
    {
      text: 'Restarted it.',
      worked: 'harmful',
      evidence: {
        kind: 'postmortem',
        id: 'gnome',
        title: 'A move',
        label: 'GNOME 2009-12',
        relation: 'learned',
      },
    },
  ],
  blocks: [
    {
      id: 'step-1',
      title: 'Steps',
      mode: 'read-do',
      items: [
        { id: '1', number: '1', text: 'Look.', code: [], evidence: [], lessons: [] },
        {
          id: '2',
          number: '1.1',
          text: 'Run it:',
          code: [{ text: 'tail -f a.log\n  | grep x', where: 'on redis' }],
          evidence: [],
          lessons: [],
        },
      ],
    },
  ],
};

test('Markdown has task-list boxes, keeps inline markup and escapes the rest', () => {
  expect(formatChecklistMarkdown(LIST)).toBe(
    `# Deploy

Bring a release out.

Organization: GNOME

**DO-CONFIRM.** Do the work, then stop and confirm each line together.

## Before it goes out

- [ ] **Compare set_setting with _its_ \\<default\\>**  
  Expect: \`none\` \\| 0 \\#1  
  Missing at: GNOME 2009-12 · Missing again at: Rafflecopter 2015-03

- [ ] Say: “Checklist complete: Deploy.”

## Not on this list

Belongs to Oma:

- Read _its_ log. Expect: short

---

**Past its review date, May 2026: check that it is still right before you rely on it.**

Version ${LIST.version} · Newest evidence: March 2015 · Owner: web team · Review by May 2026 · <https://example.org/checklists/deploy/>
`,
  );
});

test('a Markdown parser finds the boxes, nested steps and exact commands', () => {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(formatChecklistMarkdown(STEPS));
  const boxes: string[] = [];
  const code: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'listItem' && node.checked === false) boxes.push(textOf(node.children[0]));
    if (node.type === 'code') code.push(node.value);
  });
  expect(boxes).toEqual(['1 Look.', '1.1 Run it:', 'Say: “Checklist complete: Deploy.”']);
  expect(code).toEqual(['tail -f a.log\n  | grep x']);
});

test('plain text has at most 78 columns but never wraps a command', () => {
  expect(formatChecklistText(STEPS)).toBe(
    `Redis is dead
=============
Bring a release out.
Organization: Oma

READ-DO: Read a step, do it, tick it, read the next.

Use it when you see
- “no route to redis”

Tried before without success
- Made it worse: Restarted it. (GNOME 2009-12)

Steps
-----
[ ] 1 Look.
    [ ] 1.1 Run it:
        (on redis)
          tail -f a.log
            | grep x

[ ] Say: “Checklist complete: Deploy.”

------------------------------------------------------------------------------
Past its review date, May 2026: check that it is still right before you rely
on it.
Version ${LIST.version} · Newest evidence: March 2015
Owner: web team · Review by May 2026
https://example.org/checklists/deploy/
`,
  );
});

test('JSON has its documented format', () => {
  const [block] = LIST.blocks;
  const evidence = [
    { kind: 'postmortem', id: 'gnome', title: 'A move', label: 'GNOME 2009-12', relation: 'learned' },
    {
      kind: 'postmortem',
      id: 'raffle',
      title: 'Reboots',
      label: 'Rafflecopter 2015-03',
      relation: 'relearned',
    },
  ];
  expect(JSON.parse(formatChecklistJson(LIST))).toEqual({
    format: 'hindsight-checklist',
    formatVersion: 3,
    id: 'deploy',
    title: 'Deploy',
    objective: 'Bring a release out.',
    organization: 'GNOME',
    includesOthers: false,
    mode: 'do-confirm',
    address: 'https://example.org/checklists/deploy/',
    version: LIST.version,
    evidenceUpTo: 'March 2015',
    owner: 'web team',
    reviewBy: 'May 2026',
    overdue: true,
    outline: null,
    signals: [],
    tried: [],
    blocks: [
      {
        id: 'before',
        title: 'Before it goes out',
        mode: 'do-confirm',
        repeats: null,
        items: [
          {
            id: block?.items[0]?.id,
            number: null,
            text: 'Compare set_setting with its <default>',
            destructive: false,
            onlyIf: null,
            expect: 'none | 0 #1',
            organization: null,
            commands: [],
            evidence,
            generalPractice: null,
            lessons: [{ id: 'locks', title: 'Title of locks', evidence }],
          },
        ],
      },
    ],
    notOnList: [
      {
        text: 'Read its log',
        expect: 'short',
        organization: null,
        reason: 'organization',
        why: 'Belongs to Oma',
        lessons: ['locks'],
      },
    ],
    completion: 'Say: “Checklist complete: Deploy.”',
    sources: [],
    procedures: [],
    explanation: LIST.explanation.map(({ kind, sentence, lessons }) => ({ kind, sentence, lessons })),
  });
});

const [stepBlock] = STEPS.blocks;
if (!stepBlock) throw new Error('The list has no block');
const MARKED: Checklist = {
  ...STEPS,
  outline: 'The script is in the *wiki*',
  blocks: [
    {
      ...stepBlock,
      items: stepBlock.items.map((item) => (item.number === '1.1' ? { ...item, onlyIf: 'it hangs' } : item)),
    },
  ],
};

test('Markdown starts with the warnings, and marks a destructive step', () => {
  const markdown = formatChecklistMarkdown(MARKED);
  expect(markdown).toContain(
    '**Outline only. The script is in the _wiki_.**\n\n**Destructive: step 1.1**\n\nUse it when you see:',
  );
  expect(markdown).toContain('- [ ] **1.1 Destructive. Only if it hangs. Run it:**');
});

test('plain text starts with the warnings, and marks a destructive step', () => {
  const text = formatChecklistText(MARKED);
  expect(text).toContain(
    'Outline only. The script is in the wiki.\nDestructive: step 1.1\n\nUse it when you see',
  );
  expect(text).toContain('    [ ] 1.1 Destructive. Only if it hangs. Run it:');
});

test('JSON marks an outline and a destructive step', () => {
  const { outline, blocks } = JSON.parse(formatChecklistJson(MARKED));
  expect(outline).toBe('The script is in the wiki');
  expect(blocks[0].items.map((item: Record<string, unknown>) => [item.destructive, item.onlyIf])).toEqual([
    [false, null],
    [true, 'it hangs'],
  ]);
});
