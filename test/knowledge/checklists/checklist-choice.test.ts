import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findListId,
  parseChoice,
  toChoiceParams,
} from '../../../src/knowledge/checklists/checklist-choice.ts';
import { randomChoice } from './random-source.ts';
import { createSource } from './small-source.ts';

const source = createSource({});

test('parses the parameters that it makes of a choice', () => {
  const known = {
    ...source,
    tags: ['stale-lock', 'no-timeout'].map((id) => ({ id, title: id, meaning: id })),
  };
  fc.assert(
    fc.property(randomChoice, (choice) => {
      const sorted = { ...choice, services: choice.services.toSorted(), tags: choice.tags.toSorted() };
      expect(parseChoice(toChoiceParams(choice), known)).toEqual({ choice: sorted, unknown: [] });
    }),
  );
});

test('makes the same parameters of the same choice in any order', () => {
  const address = (services: string[]) =>
    `${toChoiceParams({ activity: 'deploy', services, tags: ['stale-lock'] })}`;
  expect(address(['redis', 'nginx', 'redis'])).toBe(
    'activity=deploy&service=nginx&service=redis&tag=stale-lock',
  );
  expect(address(['nginx', 'redis'])).toBe(address(['redis', 'nginx']));
});

test('returns unknown ids separately and ignores empty ones', () => {
  const params = new URLSearchParams('activity=reboot&service=redis&service=reddis&service=&tag=');
  expect(parseChoice(params, source)).toEqual({
    choice: { services: ['redis'], tags: [] },
    unknown: ['reboot', 'reddis'],
  });
});

test('finds the list of one activity, one service or one tag, and of no other choice', () => {
  expect(findListId({ activity: 'deploy', services: [], tags: [] })).toBe('deploy');
  expect(findListId({ services: ['redis'], tags: [] })).toBe('services/redis');
  expect(findListId({ services: [], tags: ['stale-lock'] })).toBe('tags/stale-lock');
  expect(findListId({ activity: 'deploy', services: ['redis'], tags: [] })).toBeUndefined();
  expect(findListId({ services: ['redis', 'nginx'], tags: [] })).toBeUndefined();
  expect(findListId({ services: [], tags: [] })).toBeUndefined();
});
