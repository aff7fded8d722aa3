import { expect, test } from 'vitest';
import { findRecognisedLines } from '../../../src/knowledge/search/recognised-lines.ts';

const page = (title: string) => ({
  kind: 'postmortem' as const,
  id: title,
  address: `/${title}/`,
  title,
  aliases: [],
  signals: [],
  words: [],
  anchors: [],
  evidence: 0,
});
const RESULTS = [
  { page: page('none'), signals: [] },
  { page: page('lock'), signals: ['Could not obtain lock on relation users'] },
];

test('lists the lines that match a well-known error or a signal, with their numbers', () => {
  const text = 'starting\n  no space left on device\n\nERROR: could not obtain lock on relation users\n';
  const errors = [
    { title: 'Disk full', lines: [2] },
    { title: 'Lock timeout: PostgreSQL', lines: [4] },
  ];
  expect(findRecognisedLines(text, errors, RESULTS)).toEqual([
    { text: 'no space left on device', number: 2, errors: ['Disk full'], signals: [] },
    {
      text: 'ERROR: could not obtain lock on relation users',
      number: 4,
      errors: ['Lock timeout: PostgreSQL'],
      signals: [{ signal: 'Could not obtain lock on relation users', title: 'lock', href: '/lock/' }],
    },
  ]);
});

test('lists a line that matches a signal alone', () => {
  const results = [{ page: page('mail'), signals: ['graphite pickle receiver paused'] }];
  expect(findRecognisedLines('graphite pickle receiver paused', [], results)).toMatchObject([
    { number: 1, errors: [], signals: [{ title: 'mail' }] },
  ]);
});

test('reads the first 200 lines', () => {
  const lines = Array.from({ length: 201 }, (_, index) => index + 1);
  const errors = [{ title: 'Disk full', lines }];
  const numbers = findRecognisedLines('no space left on device\n'.repeat(201), errors, []).map(
    ({ number }) => number,
  );
  expect([numbers.length, numbers.at(-1)]).toEqual([200, 200]);
});
