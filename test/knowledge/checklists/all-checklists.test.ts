import { expect, test } from 'vitest';
import { createAllChecklists, keepPrintable } from '../../../src/knowledge/checklists/all-checklists.ts';
import { createChecklistSource } from '../../../src/knowledge/checklists/checklist-source.ts';
import {
  createKnowledgeWith,
  LESSON_HEAD,
  NOTE_HEAD,
  POSTMORTEM_HEAD,
  SMALL_FILES,
} from '../small-content.ts';

const checks = (service: string, n: number) =>
  Array.from(
    { length: n },
    (_, i) =>
      `  - { activity: planned-reboot, pausePoint: before, text: Read the ${service} state ${'abcdefg'[i]}, expect: "${i}", services: [${service}] }\n`,
  ).join('');
const FILES = {
  'site.yaml': `${SMALL_FILES['site.yaml']}owner: Operations\n`,
  'vocabulary/organizations.yaml':
    '- id: example\n  title: Example\n  home: true\n- id: elsewhere\n  title: Elsewhere\n',
  'notes/redis.mdx': `${NOTE_HEAD.replace(/---\n$/, 'written: 2019-05\nlessons: [a]\n---\n')}<Procedure id="restart" title="Restart Redis" activity="emergency" services={["redis"]}>\n\n1. Do it.\n\n</Procedure>\n\n<Procedure id="plan" title="Plan it" activity="planned-reboot">\n\n1. <Destructive onlyIf="unknown" />\n\n   Delete it.\n\n</Procedure>\n`,
  'notes/far.mdx': `${NOTE_HEAD.replace('organization: example', 'organization: elsewhere')}<Procedure id="far" title="Far away" activity="emergency">\n\n1. Do it.\n\n</Procedure>\n`,
  'postmortems/2018-03-10-p.mdx': POSTMORTEM_HEAD.replace(/---\n$/, 'lessons: { learned: [a] }\n---\n'),
  'lessons/a.mdx': LESSON_HEAD.replace(
    /---\n$/,
    `services: [redis]\ntags: [not-reboot-safe]\nowner: Night team\nreviewBy: 2027-01\nchecks:\n  - { id: own, activity: planned-reboot, pausePoint: before, text: Read it, expect: "1", evidence: [2018-03-10-p], organization: example }\n${checks('redis', 5)}---\n`,
  ),
  'lessons/b.mdx': LESSON_HEAD.replace('Start services at boot', 'Old').replace(
    /---\n$/,
    'replacedBy: a\nchecks:\n  - { activity: planned-reboot, pausePoint: after, text: Read that }\n---\n',
  ),
  'lessons/c.mdx': LESSON_HEAD,
};

function listGroups(groups: ReturnType<typeof createAllChecklists>) {
  return groups.map(({ kind, title, lists }) => [kind, title, lists.map(({ id }) => id)]);
}

test('there is a list for every emergency procedure and activity, and for services and recurring issues with enough items', () => {
  const groups = createAllChecklists(createKnowledgeWith(FILES), '2026-11-21');
  expect(listGroups(groups)).toEqual([
    ['procedure', 'Emergency procedures', ['procedures/redis/restart', 'procedures/far/far']],
    ['activity', 'Activities', ['planned-reboot', 'emergency']],
    ['service', 'Services', ['services/redis']],
    ['tag', 'Recurring issues', ['tags/not-reboot-safe']],
  ]);
});

test('a group without lists is left out', () => {
  expect(listGroups(createAllChecklists(createKnowledgeWith({}), '2026-11-21'))).toEqual([
    ['activity', 'Activities', ['planned-reboot', 'emergency']],
  ]);
});

test('lists and groups without items are not printed', () => {
  const groups = createAllChecklists(createKnowledgeWith(FILES), '2026-11-21');
  expect(listGroups(keepPrintable(groups))).toEqual([
    ['procedure', 'Emergency procedures', ['procedures/redis/restart', 'procedures/far/far']],
    ['activity', 'Activities', ['planned-reboot']],
    ['service', 'Services', ['services/redis']],
    ['tag', 'Recurring issues', ['tags/not-reboot-safe']],
  ]);
  expect(keepPrintable(createAllChecklists(createKnowledgeWith({}), '2026-11-21'))).toEqual([]);
});

test('the input of the generator has everything that lists need, and no fields without a value', () => {
  expect(createChecklistSource(createKnowledgeWith(FILES))).toEqual({
    site: { address: 'https://example.org/kb/', owner: 'Operations' },
    organizations: [
      { id: 'example', title: 'Example', home: true },
      { id: 'elsewhere', title: 'Elsewhere' },
    ],
    activities: [
      {
        id: 'planned-reboot',
        title: 'Planned reboot',
        objective: 'Everything is back.',
        mode: 'do-confirm',
        opening: [],
        pausePoints: [
          { id: 'before', title: 'Before the reboot', checks: [] },
          { id: 'after', title: 'After the reboot', checks: [] },
        ],
      },
      {
        id: 'emergency',
        title: 'Emergency',
        objective: 'Stop the harm.',
        mode: 'read-do',
        opening: [],
        pausePoints: [{ id: 'now', title: 'Now', checks: [] }],
      },
    ],
    services: [
      { id: 'redis', title: 'Redis' },
      { id: 'elasticsearch', title: 'Elasticsearch' },
    ],
    tags: [{ id: 'not-reboot-safe', title: 'Not reboot-safe', meaning: 'It does not come back by itself.' }],
    texts: [
      {
        kind: 'postmortem',
        id: '2018-03-10-p',
        title: 'Redis was gone',
        label: 'Example 2018-03',
        date: { words: '10 March 2018', lastDay: '2018-03-10' },
      },
      {
        kind: 'note',
        id: 'redis',
        title: 'Redis',
        label: 'Example, note',
        date: { words: 'May 2019', lastDay: '2019-05-31' },
      },
      { kind: 'note', id: 'far', title: 'Redis', label: 'Elsewhere, note' },
    ],
    lessons: [
      {
        id: 'a',
        title: 'Start services at boot',
        reason: 'Machines reboot.',
        services: ['redis'],
        tags: ['not-reboot-safe'],
        evidence: [
          { text: 0, relation: 'learned' },
          { text: 1, relation: 'taught' },
        ],
        owner: 'Night team',
        reviewBy: { words: 'January 2027', lastDay: '2027-01-31' },
      },
      {
        id: 'b',
        title: 'Old',
        reason: 'Machines reboot.',
        services: [],
        tags: [],
        evidence: [],
        replacedBy: 'Start services at boot',
      },
    ],
    checks: [
      {
        lesson: 'a',
        id: 'own',
        activity: 'planned-reboot',
        pausePoint: 'before',
        text: 'Read it',
        expect: '1',
        services: [],
        organization: 'example',
        evidence: [0],
      },
      {
        lesson: 'a',
        activity: 'planned-reboot',
        pausePoint: 'before',
        text: 'Read the redis state a',
        expect: '0',
        services: ['redis'],
        evidence: [],
      },
      {
        lesson: 'a',
        activity: 'planned-reboot',
        pausePoint: 'before',
        text: 'Read the redis state b',
        expect: '1',
        services: ['redis'],
        evidence: [],
      },
      {
        lesson: 'a',
        activity: 'planned-reboot',
        pausePoint: 'before',
        text: 'Read the redis state c',
        expect: '2',
        services: ['redis'],
        evidence: [],
      },
      {
        lesson: 'a',
        activity: 'planned-reboot',
        pausePoint: 'before',
        text: 'Read the redis state d',
        expect: '3',
        services: ['redis'],
        evidence: [],
      },
      {
        lesson: 'a',
        activity: 'planned-reboot',
        pausePoint: 'before',
        text: 'Read the redis state e',
        expect: '4',
        services: ['redis'],
        evidence: [],
      },
      {
        lesson: 'b',
        activity: 'planned-reboot',
        pausePoint: 'after',
        text: 'Read that',
        services: [],
        evidence: [],
      },
    ],
    procedures: [
      {
        id: 'redis#restart',
        title: 'Restart Redis',
        activity: 'emergency',
        services: ['redis'],
        marks: [],
        organization: 'example',
      },
      {
        id: 'redis#plan',
        title: 'Plan it',
        activity: 'planned-reboot',
        services: [],
        marks: ['destructive'],
        organization: 'example',
      },
      {
        id: 'far#far',
        title: 'Far away',
        activity: 'emergency',
        services: [],
        marks: [],
        organization: 'elsewhere',
      },
    ],
  });
});
