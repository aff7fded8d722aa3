import { expect, test } from 'vitest';
import { RULES } from '../../../../src/knowledge/check/rules/index.ts';
import { runRules } from '../../../../src/knowledge/check/run-rules.ts';
import { createContent, NOTE_HEAD, POSTMORTEM_HEAD } from '../../small-content.ts';

const rules = RULES.filter(({ name }) => name === 'no-future-time');

/** Where `no-future-time` refuses a file on 21 November 2026. */
function findRefused(path: string, text: string): string[] {
  const problems = runRules(createContent({ [path]: text }), { rules, today: '2026-11-21' });
  return problems.map(({ line, column }) => `${line}:${column}`);
}

const startedAt = (time: string) => POSTMORTEM_HEAD.replace('started: 2018-03-10', `started: ${time}`);

test.each([
  '2026-11-21',
  // A time that contains today may lie in the past.
  '2026-11',
  '2026',
  '202X',
  // Somewhere it is tomorrow already: 14 hours ahead of UTC.
  '2026-11-22',
  '2026-11-22T13:59:59Z',
  // The year is not known.
  'XXXX-12-24',
  'XXXX',
])('accepts %s on 2026-11-21', (time) => {
  expect(findRefused('postmortems/a.mdx', startedAt(time))).toEqual([]);
});

test.each(['2026-11-22T14:00:00Z', '2026-11-23', '2026-12', '2027', '203X'])(
  'rejects %s on 2026-11-21',
  (time) => {
    expect(findRefused('postmortems/a.mdx', startedAt(time))).toEqual(['8:10']);
  },
);

test('rejects future times in every field that tells what has happened, and no others', () => {
  const fields = [
    'detected: 2027-01-01',
    'mitigated: 2027-01-01',
    'resolved: 2027-01-01',
    'timeline: [{ at: 2027-01-01, kind: trigger, text: A. }]',
    'actions: [{ text: A, type: prevent, status: done, closed: 2027-01-01, due: 2027-01-01 }]',
    'sources: [{ title: A, published: 2027-01-01 }]',
  ];
  const text = POSTMORTEM_HEAD.replace(/---\n$/, `${fields.join('\n')}\n---\n`);
  expect(findRefused('postmortems/a.mdx', text)).toEqual([
    '12:11',
    '13:12',
    '14:11',
    '15:18',
    '16:59',
    '17:34',
  ]);
});

test('rejects a note written in the future, and accepts a review date there', () => {
  const note = NOTE_HEAD.replace(/---\n$/, 'written: 2027-01-01\nreviewBy: 2027-01-01\n---\n');
  expect(findRefused('notes/a.mdx', note)).toEqual(['7:10']);
});

test('accepts every time if the day is not known', () => {
  const problems = runRules(createContent({ 'postmortems/a.mdx': startedAt('3018') }), {
    rules,
  });
  expect(problems).toEqual([]);
});
