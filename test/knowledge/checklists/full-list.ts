/** A list with every part that a list can have, and one with few, for tests of pages, exports and paper. */
import type { Checklist, EvidenceRef, Item } from '../../../src/knowledge/checklists/checklist.ts';

const evidence = (id: string, relation: EvidenceRef['relation'] = 'learned'): EvidenceRef => ({
  kind: relation === 'taught' ? 'note' : 'postmortem',
  id,
  title: `Title *${id}*`,
  label: `Label ${id}`,
  relation,
});
const ITEM: Item = { id: 'plain', text: 'Read *it*', code: [], evidence: [], lessons: [] };
const FULL: Checklist = {
  id: 'planned-reboot',
  title: 'Planned *reboot*',
  objective: 'All is **back**.',
  organization: 'Example',
  includesOthers: true,
  mode: 'mixed',
  outline: 'The script is in the wiki.',
  signals: ['no route to redis'],
  tried: [{ text: 'Restarted *it*.', worked: 'harmful', evidence: evidence('p1') }],
  blocks: [
    {
      id: 'before',
      title: 'Before *it*',
      mode: 'do-confirm',
      items: [
        {
          ...ITEM,
          id: 'full',
          number: '1.2',
          expect: 'one *line*',
          organization: { name: 'Oma', label: 'At Oma' },
          onlyIf: 'nothing runs',
          code: [{ text: 'ls\n-l', where: 'on *redis*' }, { text: 'pwd' }],
          evidence: [evidence('p1'), evidence('p2')],
          lessons: [
            {
              id: 'l1',
              title: 'Lesson *one*',
              reason: 'Because.',
              evidence: [evidence('p3', 'confirmed'), evidence('n1', 'taught')],
            },
            { id: 'l2', title: 'Lesson two', reason: 'Why.', evidence: [] },
          ],
        },
      ],
    },
    {
      id: 'after',
      title: 'After it',
      mode: 'read-do',
      items: [
        { ...ITEM, number: '2', generalPractice: { title: 'A book', url: 'https://example.org/book' } },
      ],
    },
  ],
  omitted: [
    {
      text: 'Read *that*',
      expect: 'two',
      lessons: [{ id: 'l1', title: 'Lesson one', reason: 'R.', evidence: [] }],
      reason: 'organization',
      why: 'Belongs to Oma',
    },
    { text: 'Read this', lessons: [], reason: 'organization', why: 'Belongs to Oma' },
    { text: 'Read more', lessons: [], reason: 'limit', why: 'Too many' },
  ],
  completion: 'Say: “*Complete*”.',
  sources: [evidence('n1', 'taught')],
  procedures: [],
  version: 'abc123',
  address: 'https://example.org/kb/checklists/planned-reboot/',
  site: 'https://example.org/kb/',
  explanation: [],
};
export const OVERDUE: Checklist = {
  ...FULL,
  revised: 'March 2015',
  owner: 'web team',
  reviewBy: { date: 'May 2026', overdue: true },
};
export const PLAIN: Checklist = {
  id: 'planned-reboot',
  title: 'Planned reboot',
  objective: 'All is back.',
  includesOthers: false,
  mode: 'do-confirm',
  signals: [],
  tried: [],
  blocks: [
    {
      id: 'before',
      title: 'Before it',
      mode: 'do-confirm',
      items: [{ ...ITEM, lessons: [{ id: 'l1', title: 'L', reason: 'R.', evidence: [] }] }],
    },
  ],
  omitted: [],
  completion: 'Say: “Complete”.',
  sources: [],
  procedures: [],
  version: 'abc123',
  address: 'https://example.org/kb/checklists/planned-reboot/',
  site: 'https://example.org/kb/',
  explanation: [],
};
