import { expect, test } from 'vitest';
import { LESSON_HEAD, listPlaces, NOTE_HEAD, runRule } from '../../small-content.ts';

interface Checks {
  readonly count: number;
  readonly pausePoint?: string;
  readonly services?: string;
  readonly organization?: string;
}

function createLesson({ count, pausePoint = 'before', ...more }: Checks, fields = '', extra = ''): string {
  const own = Object.entries(more).map(([name, value]) => `, ${name}: ${value}`);
  const check = `  - { activity: planned-reboot, pausePoint: ${pausePoint}${own.join('')} }\n`;
  return LESSON_HEAD.replace(/---\n$/, `${fields}checks:\n${check.repeat(count)}${extra}---\n`);
}
const places = (files: Record<string, string>) => listPlaces(runRule('max-checks-per-pause-point', files));

test('warns at the tenth check of a lesson at a pause point, and at no later one', () => {
  const narrow = { services: '[redis]' };
  expect(places({ 'lessons/a.mdx': createLesson({ count: 9, ...narrow }) })).toEqual([]);
  expect(places({ 'lessons/a.mdx': createLesson({ count: 12, ...narrow }) })).toEqual([
    'lessons/a.mdx:15:45-51',
  ]);
});

test('counts each pause point of each activity on its own', () => {
  const others =
    '  - { activity: planned-reboot, pausePoint: after }\n'.repeat(9) +
    '  - { activity: emergency, pausePoint: before }\n'.repeat(9);
  expect(places({ 'lessons/a.mdx': createLesson({ count: 9 }, '', others) })).toEqual([]);
});

test('warns at a pause point with ten checks of all lessons that name no service', () => {
  const files = (count: number) => ({
    'lessons/a.mdx': createLesson({ count: 4 }),
    'lessons/b.mdx': createLesson({ count, services: '[]' }),
  });
  expect(places(files(5))).toEqual([]);
  expect(runRule('max-checks-per-pause-point', files(6))).toMatchObject([
    {
      path: 'content/vocabulary/activities.yaml',
      line: 6,
      column: 11,
      message: 'Unexpected 10 checks without `services` at this pause point, expected at most 9',
    },
  ]);
});

test('leaves out the checks about services, but counts those of a lesson about services', () => {
  const about = (count: number) => createLesson({ count }, 'services: [redis]\n');
  expect(places({ 'lessons/a.mdx': createLesson({ count: 5 }), 'lessons/b.mdx': about(5) })).toHaveLength(1);
  expect(
    places({
      'lessons/a.mdx': createLesson({ count: 5 }),
      'lessons/b.mdx': about(4),
      'lessons/c.mdx': createLesson({ count: 9, services: '[redis]' }),
      'lessons/d.mdx': createLesson({ count: 9, pausePoint: 'after' }),
    }),
  ).toEqual([]);
});

test('counts the checks for one organization with those for everyone, but not with those for another', () => {
  const files = (count: number) => ({
    'lessons/a.mdx': createLesson({ count: 3 }),
    'lessons/b.mdx': createLesson({ count: 6, organization: 'example' }),
    'lessons/c.mdx': createLesson({ count, organization: 'elsewhere' }),
  });
  expect(places(files(6))).toEqual([]);
  expect(places(files(7))).toHaveLength(1);
});

test('counts the checks of lessons only', () => {
  const checks = '  - { activity: planned-reboot, pausePoint: before }\n'.repeat(20);
  expect(places({ 'notes/n.mdx': NOTE_HEAD.replace(/---\n$/, `checks:\n${checks}---\n`) })).toEqual([]);
});
