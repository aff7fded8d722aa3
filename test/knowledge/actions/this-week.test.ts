import { expect, test } from 'vitest';
import { findWeek } from '../../../src/knowledge/actions/this-week.ts';
import { createKnowledgeWith, LESSON_HEAD, NOTE_HEAD } from '../small-content.ts';
import { createStories } from './story-with-actions.ts';

const listEarlier = (today: string, ...starts: readonly string[]) => {
  const stories = Object.fromEntries(starts.map((started, index) => [`s${index}`, { started }]));
  return findWeek(createStories(stories), today).earlier.map(({ data }) => data.started);
};

test('a week starts on Monday and ends on Sunday', () => {
  const knowledge = createStories({});
  for (const today of ['2026-11-23', '2026-11-28', '2026-11-29']) {
    expect(findWeek(knowledge, today)).toMatchObject({ first: '2026-11-23', last: '2026-11-29' });
  }
  expect(findWeek(knowledge, '2027-01-01')).toMatchObject({ first: '2026-12-28', last: '2027-01-03' });
});

test('finds what certainly started on one of its days in an earlier year, newest first', () => {
  const earlier = listEarlier(
    '2026-11-28',
    '2018-11-23',
    '2020-11-29T23:30:00-08:00',
    '2020-11-22',
    '2020-11-30',
    '2026-11-25',
    '2018-11-25~',
    '2018-11',
    'XXXX-11-25',
  );
  expect(earlier).toEqual(['2020-11-29T23:30:00-08:00', '2018-11-23']);
});

test('compares years day by day in a week that spans two', () => {
  expect(listEarlier('2026-12-30', '2026-01-02', '2025-12-29', '2026-12-28', '2027-01-01')).toEqual([
    '2026-01-02',
    '2025-12-29',
  ]);
});

test('finds 29 February in the week of the 28th, in a year without it', () => {
  expect(listEarlier('2026-02-28', '2024-02-29')).toEqual(['2024-02-29']);
  expect(listEarlier('2026-03-02', '2024-02-29')).toEqual([]);
  expect(listEarlier('2028-02-29', '2024-02-29')).toEqual(['2024-02-29']);
});

test('finds lessons and notes whose review is due by the end of the week, the earliest first', () => {
  const lesson = (reviewBy: string) => LESSON_HEAD.replace('---\n', `---\nreviewBy: ${reviewBy}\n`);
  const knowledge = createKnowledgeWith({
    'lessons/a.mdx': lesson('2026-11-29'),
    'lessons/b.mdx': lesson('2026-11'),
    'lessons/c.mdx': lesson('2025'),
    'lessons/d.mdx': lesson('2026-11-30'),
    'lessons/e.mdx': lesson('2025').replace('---\n', '---\nreplacedBy: a\n'),
    'notes/f.mdx': NOTE_HEAD.replace('---\n', '---\nreviewBy: 2026-11-27\n'),
  });
  const reviews = findWeek(knowledge, '2026-11-28').reviews;
  expect(reviews.map(({ entry, isOverdue }) => `${entry.id} ${isOverdue}`)).toEqual([
    'c true',
    'f true',
    'a false',
  ]);
});
