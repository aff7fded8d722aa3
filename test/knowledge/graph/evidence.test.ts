import { expect, test } from 'vitest';
import { findEvidence } from '../../../src/knowledge/graph/evidence.ts';
import { createKnowledge, type Story } from '../small-knowledge.ts';

/** Returns `id relation`, followed by the ids of those before. */
function listEvidence(...stories: Story[]): string[] {
  return findEvidence(createKnowledge(...stories), 'a').map(({ postmortem, relation, before }) =>
    [postmortem.id, relation, ...before.map(({ id }) => id)].join(' '),
  );
}

test('the first postmortem learned a lesson, later ones relearned it', () => {
  expect(
    listEvidence(
      { id: 'third', started: '2018-03-10', learned: ['a'] },
      { id: 'first', started: '2009-12', learned: ['a', 'b'] },
      { id: 'second', started: '2015-03-09T10:00Z', learned: ['a'] },
      { id: 'other', started: '2010', learned: ['b'] },
    ),
  ).toEqual(['first learned', 'second relearned first', 'third relearned first second']);
});

test('learning a lesson that an earlier postmortem confirmed is relearning', () => {
  expect(
    listEvidence(
      { id: 'first', started: '2009', confirmed: ['a'] },
      { id: 'second', started: '2015', learned: ['a'] },
      { id: 'third', started: '2018', confirmed: ['a'] },
    ),
  ).toEqual(['first confirmed', 'second relearned first', 'third confirmed']);
});

test('a postmortem that learned and confirmed a lesson learned it', () => {
  expect(listEvidence({ id: 'only', started: '2009', learned: ['a'], confirmed: ['a'] })).toEqual([
    'only learned',
  ]);
});

test('a postmortem whose year is not known has no order', () => {
  expect(
    listEvidence(
      { id: 'dated', started: '2018-03-10', learned: ['a'] },
      { id: 'undated', started: 'XXXX-03-21', learned: ['a'] },
      { id: 'decade', started: '201X', learned: ['a'] },
    ),
  ).toEqual(['undated learned', 'decade learned', 'dated learned']);
});

test('postmortems whose times overlap have no order', () => {
  expect(
    listEvidence(
      { id: 'month', started: '2018-03', learned: ['a'] },
      { id: 'day', started: '2018-03-10', learned: ['a'] },
      { id: 'hour', started: '2018-03-10T23:30-05:00', learned: ['a'] },
    ),
  ).toEqual(['month learned', 'day learned', 'hour learned']);
});

test('a lesson of no postmortem has no evidence', () => {
  expect(listEvidence({ id: 'first', started: '2009', learned: ['b'] })).toEqual([]);
});

test('another organization does not relearn a lesson, it happened there too', () => {
  const knowledge = createKnowledge(
    { id: 'first', started: '2009', organization: 'a', learned: ['a'] },
    { id: 'elsewhere', started: '2012', organization: 'b', learned: ['a'] },
    { id: 'unharmed', started: '2013', organization: 'c', confirmed: ['a'] },
    { id: 'again', started: '2015', organization: 'a', learned: ['a'] },
  );
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id).join(' ');
  expect(
    findEvidence(knowledge, 'a').map(
      ({ postmortem, relation, before, alsoHappened }) =>
        `${postmortem.id} ${relation}, before: ${ids(before)}, also: ${ids(alsoHappened)}`,
    ),
  ).toEqual([
    'first learned, before: , also: elsewhere',
    'elsewhere learned, before: , also: first again',
    'unharmed confirmed, before: , also: ',
    'again relearned, before: first, also: elsewhere',
  ]);
});
