import { expect, test } from 'vitest';
import { findEvidence } from '../../../src/knowledge/graph/evidence.ts';
import { createKnowledge, type Story } from '../small-knowledge.ts';

/** `id relation`, and behind it what had it before. */
function evidence(...stories: Story[]): string[] {
  return findEvidence(createKnowledge(...stories), 'a').map(({ postmortem, relation, before }) =>
    [postmortem.id, relation, ...before.map(({ id }) => id)].join(' '),
  );
}

test('a lesson is learned once, and relearned ever after', () => {
  expect(
    evidence(
      { id: 'third', started: '2018-03-10', learned: ['a'] },
      { id: 'first', started: '2009-12', learned: ['a', 'b'] },
      { id: 'second', started: '2015-03-09T10:00Z', learned: ['a'] },
      { id: 'other', started: '2010', learned: ['b'] },
    ),
  ).toEqual(['first learned', 'second relearned first', 'third relearned first second']);
});

test('what an earlier postmortem confirmed was known, so that learning it is relearning', () => {
  expect(
    evidence(
      { id: 'first', started: '2009', confirmed: ['a'] },
      { id: 'second', started: '2015', learned: ['a'] },
      { id: 'third', started: '2018', confirmed: ['a'] },
    ),
  ).toEqual(['first confirmed', 'second relearned first', 'third confirmed']);
});

test('one that confirmed and learned it counts as one that learned it', () => {
  expect(evidence({ id: 'only', started: '2009', learned: ['a'], confirmed: ['a'] })).toEqual([
    'only learned',
  ]);
});

test('a year that is not known claims no order', () => {
  expect(
    evidence(
      { id: 'dated', started: '2018-03-10', learned: ['a'] },
      { id: 'undated', started: 'XXXX-03-21', learned: ['a'] },
      { id: 'decade', started: '201X', learned: ['a'] },
    ),
  ).toEqual(['undated learned', 'decade learned', 'dated learned']);
});

test('times that overlap claim no order', () => {
  expect(
    evidence(
      { id: 'month', started: '2018-03', learned: ['a'] },
      { id: 'day', started: '2018-03-10', learned: ['a'] },
      { id: 'hour', started: '2018-03-10T23:30-05:00', learned: ['a'] },
    ),
  ).toEqual(['month learned', 'day learned', 'hour learned']);
});

test('a lesson that nothing taught has no evidence', () => {
  expect(evidence({ id: 'first', started: '2009', learned: ['b'] })).toEqual([]);
});
