import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findListId,
  findListOrganization,
  parseChoice,
  toChoiceParams,
} from '../../../src/knowledge/checklists/checklist-choice.ts';
import { randomChoice } from './random-source.ts';
import { createSource } from './small-source.ts';

const source = createSource({});

const KNOWN = {
  ...source,
  organizations: [
    { id: 'gnome', title: 'GNOME', home: true as const },
    { id: 'oma', title: 'Oma' },
    { id: 'flatiron', title: 'Flatiron' },
  ],
  tags: ['stale-lock', 'no-timeout'].map((id) => ({ id, title: id, meaning: id })),
};

test('parses the parameters that it makes of a choice', () => {
  fc.assert(
    fc.property(randomChoice, ({ organization, ...choice }) => {
      const sorted = {
        ...choice,
        services: choice.services.toSorted(),
        tags: choice.tags.toSorted(),
        // The home is the default.
        ...(organization && organization !== 'gnome' ? { organization } : {}),
      };
      expect(parseChoice(toChoiceParams(sorted), KNOWN)).toEqual({ choice: sorted, unknown: [] });
    }),
  );
});

test('leaves out the home, and others if the list is for all', () => {
  const parse = (params: string, known: Parameters<typeof parseChoice>[1]) => {
    const { organization, others } = parseChoice(new URLSearchParams(params), known).choice;
    return [organization, others];
  };
  expect(parse('organization=gnome&others=include', KNOWN)).toEqual([undefined, true]);
  expect(parse('organization=oma&others=yes', KNOWN)).toEqual(['oma', undefined]);
  expect(parse('organization=oma&others=include', source)).toEqual(['oma', true]);
  expect(parse('others=include', source)).toEqual([undefined, undefined]);
});

test('a list is for the chosen organization, else for the home, else for all', () => {
  expect(findListOrganization(KNOWN, { organization: 'oma' })?.id).toBe('oma');
  expect(findListOrganization(KNOWN, {})?.id).toBe('gnome');
  expect(findListOrganization(source, {})).toBeUndefined();
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
  const params = new URLSearchParams(
    'activity=reboot&service=redis&service=reddis&service=&tag=&organization=omma',
  );
  expect(parseChoice(params, source)).toEqual({
    choice: { services: ['redis'], tags: [] },
    unknown: ['reboot', 'reddis', 'omma'],
  });
});

test('finds the list of one activity, one service or one tag, and of no other choice', () => {
  expect(findListId({ activity: 'deploy', services: [], tags: [] })).toBe('deploy');
  expect(findListId({ services: ['redis'], tags: [] })).toBe('services/redis');
  expect(findListId({ services: [], tags: ['stale-lock'] })).toBe('tags/stale-lock');
  expect(findListId({ activity: 'deploy', services: ['redis'], tags: [] })).toBeUndefined();
  expect(findListId({ services: ['redis', 'nginx'], tags: [] })).toBeUndefined();
  expect(findListId({ services: [], tags: [] })).toBeUndefined();
  expect(findListId({ activity: 'deploy', services: [], tags: [], organization: 'oma' })).toBeUndefined();
  expect(findListId({ activity: 'deploy', services: [], tags: [], others: true })).toBeUndefined();
});
