import { expect, test } from 'vitest';
import { findChecklist, UnknownChecklistError } from '../../../src/knowledge/checklists/find-checklist.ts';
import { createKnowledgeWith, NOTE_HEAD } from '../small-content.ts';

const procedure = (id: string) =>
  `<Procedure id="${id}" title="It is dead" activity="emergency">\n\n1. Start it.\n\n</Procedure>\n`;
const knowledge = createKnowledgeWith({
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
    'Unexpected --service or --tag, expected none: `redis-dead` is a procedure',
  ],
  [() => find(undefined), 'Missing list, expected an activity, a procedure, --service or --tag'],
])('explains why it finds no list (%#)', (request, message) => {
  expect(request).toThrow(new UnknownChecklistError(message));
});
