import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceFrom, listIdOf, paramsOf } from '../../../src/knowledge/checklists/choice.ts';
import { randomChoice } from './random-source.ts';
import { sourceOf } from './small-source.ts';

const source = sourceOf({});

test('an address holds a choice, and gives it back', () => {
  const known = {
    ...source,
    tags: ['stale-lock', 'no-timeout'].map((id) => ({ id, title: id, meaning: id })),
  };
  fc.assert(
    fc.property(randomChoice, (choice) => {
      const sorted = { ...choice, services: choice.services.toSorted(), tags: choice.tags.toSorted() };
      expect(choiceFrom(paramsOf(choice), known)).toEqual({ choice: sorted, unknown: [] });
    }),
  );
});

test('the same choice has the same address, whatever the order it was made in', () => {
  const address = (services: string[]) =>
    `${paramsOf({ activity: 'deploy', services, tags: ['stale-lock'] })}`;
  expect(address(['redis', 'nginx', 'redis'])).toBe(
    'activity=deploy&service=nginx&service=redis&tag=stale-lock',
  );
  expect(address(['nginx', 'redis'])).toBe(address(['redis', 'nginx']));
});

test('ids that do not exist are told apart, and empty ones passed over', () => {
  const params = new URLSearchParams('activity=reboot&service=redis&service=reddis&service=&tag=');
  expect(choiceFrom(params, source)).toEqual({
    choice: { services: ['redis'], tags: [] },
    unknown: ['reboot', 'reddis'],
  });
});

test('one activity, one service or one tag is a list with a page of its own', () => {
  expect(listIdOf({ activity: 'deploy', services: [], tags: [] })).toBe('deploy');
  expect(listIdOf({ services: ['redis'], tags: [] })).toBe('services/redis');
  expect(listIdOf({ services: [], tags: ['stale-lock'] })).toBe('tags/stale-lock');
  expect(listIdOf({ activity: 'deploy', services: ['redis'], tags: [] })).toBeUndefined();
  expect(listIdOf({ services: ['redis', 'nginx'], tags: [] })).toBeUndefined();
  expect(listIdOf({ services: [], tags: [] })).toBeUndefined();
});
