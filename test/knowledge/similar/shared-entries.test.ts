import { expect, test } from 'vitest';
import { listShared } from '../../../src/knowledge/similar/shared-entries.ts';

test('combines lessons and issues, and leaves out the other reasons', () => {
  expect(
    listShared([
      { reason: 'named' },
      { reason: 'lesson', lesson: 'a', learned: true },
      { reason: 'lesson', lesson: 'b', learned: false },
      { reason: 'lesson', lesson: 'c', learned: true },
      { reason: 'tag', tag: 'd' },
      { reason: 'tag', tag: 'e' },
      { reason: 'signal', signal: 'f' },
    ]),
  ).toEqual([
    {
      words: 'Both learned',
      entries: [
        { kind: 'lesson', id: 'a' },
        { kind: 'lesson', id: 'c' },
      ],
    },
    { words: 'Same lesson', entries: [{ kind: 'lesson', id: 'b' }] },
    {
      words: 'Same recurring issues',
      entries: [
        { kind: 'tag', id: 'd' },
        { kind: 'tag', id: 'e' },
      ],
    },
  ]);
});

test('shows nothing if two postmortems share neither', () => {
  expect(listShared([{ reason: 'signal', signal: 'f' }])).toEqual([]);
});
