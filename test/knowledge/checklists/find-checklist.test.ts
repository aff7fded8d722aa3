import { expect, test } from 'vitest';
import {
  findChecklist,
  ShortChecklistError,
  UnknownChecklistError,
} from '../../../src/knowledge/checklists/find-checklist.ts';
import { createKnowledgeWith, NOTE_HEAD } from '../small-content.ts';

const procedure = (id: string) =>
  `<Procedure id="${id}" title="It is dead" activity="emergency">\n\n1. Start it.\n\n</Procedure>\n`;
const lesson = (count: number) =>
  `---\ntitle: T\nstatement: S.\nreason: R.\ntags: [not-reboot-safe]\nchecks:\n${Array.from(
    { length: count },
    (_, index) =>
      `  - { activity: planned-reboot, pausePoint: before, text: Read ${index}, expect: one, services: [redis] }\n`,
  ).join(
    '',
  )}  - { activity: planned-reboot, pausePoint: after, text: Read it, expect: one, organization: elsewhere }\n---\n`;
const knowledge = createKnowledgeWith({
  'lessons/many.mdx': lesson(4),
  'notes/redis.mdx': NOTE_HEAD + procedure('redis-dead') + procedure('dead'),
  'notes/other.mdx': NOTE_HEAD + procedure('dead'),
});

const find = (name: string | undefined, services: string[] = [], tags: string[] = []) =>
  findChecklist(knowledge, { name, services, tags }, '2026-11-21').id;

test.each([
  ['planned-reboot', 'planned-reboot'],
  ['redis-dead', 'procedures/redis/redis-dead'],
  ['redis#dead', 'procedures/redis/dead'],
  ['procedures/other/dead', 'procedures/other/dead'],
  ['services/redis', 'services/redis'],
  ['tags/not-reboot-safe', 'tags/not-reboot-safe'],
])('%s finds the list %s', (name, id) => {
  expect(find(name)).toBe(id);
});

test('services and tags filter an activity, or make a list of their own', () => {
  expect(find('planned-reboot', ['redis'])).toBe('build');
  expect(find(undefined, ['redis'])).toBe('services/redis');
  expect(find(undefined, [], ['not-reboot-safe'])).toBe('tags/not-reboot-safe');
});

test('a list can be for one organization', () => {
  const list = (organization?: string) =>
    findChecklist(knowledge, { name: 'planned-reboot', services: [], tags: [], organization }, '2026-11-21');
  expect(list().organization).toBeUndefined();
  expect(list('elsewhere').organization).toBe('Elsewhere');
  expect(list('example').omitted.map(({ why }) => why)).toEqual(['Belongs to Elsewhere']);
});

test('a list is for the organization, if there is only one', () => {
  const single = createKnowledgeWith({
    'vocabulary/organizations.yaml': '- id: example\n  title: Example\n',
  });
  for (const organization of [undefined, 'example']) {
    const request = { name: 'planned-reboot', services: [], tags: [], organization };
    const list = findChecklist(single, request, '2026-11-21');
    expect([list.id, list.organization]).toEqual(['planned-reboot', 'Example']);
  }
});

test('explains that a list for a service or an issue would be too short, and where its items are', () => {
  const few = createKnowledgeWith({ 'lessons/few.mdx': lesson(1) });
  const request = (services: string[], tags: string[], name?: string) => () =>
    findChecklist(few, { name, services, tags }, '2026-11-21');
  const page = 'https://example.org/kb';
  for (const find of [request(['redis'], []), request([], [], 'services/redis')]) {
    expect(find).toThrow(
      new ShortChecklistError(
        `There is no list for \`redis\`: it has only 1 item, and a list has at least 4. See ${page}/services/redis/`,
      ),
    );
  }
  expect(request([], ['not-reboot-safe'])).toThrow(
    `it has only 2 items, and a list has at least 4. See ${page}/tags/not-reboot-safe/`,
  );
  expect(request(['elasticsearch'], [])).toThrow(
    'There is no list for `elasticsearch`: no check is about it',
  );
  expect(request(['redis'], [], 'planned-reboot')().blocks).toHaveLength(2);
});

test.each([
  [
    () => find('planned-rebot'),
    'Unknown list `planned-rebot`, expected an activity or a procedure; the nearest is `planned-reboot`',
  ],
  [
    () => find('planned-reboot', ['reddis']),
    'Unknown service `reddis`, expected the id of a service; the nearest is `redis`',
  ],
  [() => find('tags/nothing'), 'Unknown tag `nothing`, expected the id of a tag'],
  [() => find('dead'), 'Unexpected name `dead`, expected one of `redis#dead`, `other#dead`'],
  [
    () => find('redis-dead', ['redis']),
    'Unexpected --service, --tag or --organization, expected none: `redis-dead` is a procedure',
  ],
  [
    () => findChecklist(knowledge, { services: [], tags: [], organization: 'exmple' }, '2026-11-21'),
    'Unknown organization `exmple`, expected the id of an organization; the nearest is `example`',
  ],
  [() => find(undefined), 'Missing list, expected an activity, a procedure, --service or --tag'],
])('explains why it finds no list (%#)', (request, message) => {
  expect(request).toThrow(new UnknownChecklistError(message));
});
