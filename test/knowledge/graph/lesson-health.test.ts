import { expect, test } from 'vitest';
import { assessLesson, getReviewState } from '../../../src/knowledge/graph/lesson-health.ts';
import { createTagProfile } from '../../../src/knowledge/graph/tag-profile.ts';
import { createKnowledgeWith, LESSON_HEAD, NOTE_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const within = (text: string, fields: string) => text.replace(/---\n$/, `${fields}---\n`);
const CHECK = 'checks:\n  - { activity: planned-reboot, pausePoint: before, text: Read it, expect: none }\n';
const ACTIONS =
  'actions:\n  - { text: Fix it, type: prevent, status: open, lessons: [boot] }\n  - { text: Document it, type: document, status: done, lessons: [boot] }\n  - { text: Do more, type: prevent, status: open }\n';

const FACTORS =
  'factors:\n  - { text: a, category: unknown, services: [redis], tags: [not-reboot-safe] }\n  - { text: b, category: unknown, services: [elasticsearch] }\n';

const KNOWLEDGE = createKnowledgeWith({
  'lessons/boot.mdx': within(LESSON_HEAD, `${CHECK}reviewBy: 2026-05\ntags: [not-reboot-safe]\n`),
  'lessons/lonely.mdx': within(LESSON_HEAD, 'related: [boot]\n'),
  'lessons/taught.mdx': within(LESSON_HEAD, `${CHECK}`),
  'lessons/old.mdx': within(LESSON_HEAD, 'replacedBy: boot\n'),
  'lessons/both.mdx': within(LESSON_HEAD, `${CHECK}`),
  'notes/redis.mdx': within(NOTE_HEAD, 'lessons: [boot, taught, old, both]\n'),
  'notes/other.mdx': `${NOTE_HEAD}See <LessonLink id="taught" /> and, again, <LessonLink id="taught" />.\n`,
  'postmortems/one.mdx': within(
    POSTMORTEM_HEAD,
    `services: [redis, elasticsearch]\ntags: [not-reboot-safe]\nlessons: { learned: [boot] }\n${FACTORS}${ACTIONS}`,
  ),
  'postmortems/two.mdx': within(
    POSTMORTEM_HEAD,
    'services: [redis]\ntags: [not-reboot-safe]\nlessons: { confirmed: [boot, both] }\n',
  ),
});

test('finds no issues with a lesson in use until its review date', () => {
  expect(assessLesson(KNOWLEDGE, 'boot', '2026-05-31')).toEqual({
    evidence: 2,
    notes: 1,
    actions: 2,
    mentions: 1,
    checks: 1,
    review: 'due',
    issues: [],
  });
  expect(assessLesson(KNOWLEDGE, 'boot', '2026-06-01').issues).toEqual(['It is past its review date.']);
});

test('finds a lesson without evidence and without checks', () => {
  expect(assessLesson(KNOWLEDGE, 'lonely', '2026-05-31').issues).toEqual([
    'No postmortem learned it and no note teaches it.',
    'It has no check, so no checklist contains it.',
  ]);
});

test('counts a page that mentions a lesson once, and asks for no evidence of a lesson that a note teaches', () => {
  expect(assessLesson(KNOWLEDGE, 'taught', '2026-05-31')).toMatchObject({
    evidence: 0,
    notes: 1,
    mentions: 1,
    review: 'none',
    issues: [],
  });
});

test('asks for no evidence of a lesson with as many postmortems as notes', () => {
  expect(assessLesson(KNOWLEDGE, 'both', '2026-05-31')).toMatchObject({ evidence: 1, notes: 1, issues: [] });
});

test('asks for no checks of a replaced lesson', () => {
  expect(assessLesson(KNOWLEDGE, 'old', '2026-05-31').issues).toEqual(['Another lesson replaces it.']);
});

test('a review is overdue from the day after the last day of its date', () => {
  expect([
    getReviewState('2026', '2026-12-31'),
    getReviewState('2026', '2027-01-01'),
    getReviewState(undefined, '2027-01-01'),
  ]).toEqual(['due', 'overdue', 'none']);
});

test('the profile of a recurring issue has the services of its own factors, its lessons and their open actions', () => {
  const { recurrence, services, lessons, openActions, relatedTags } = createTagProfile(
    KNOWLEDGE,
    'not-reboot-safe',
  );
  expect(recurrence.cases.map(({ id }) => id)).toEqual(['two', 'one']);
  expect(services.map(({ service, cases }) => `${service.id} ${cases.length}`)).toEqual(['redis 1']);
  expect(lessons.map(({ id }) => id)).toEqual(['boot']);
  expect(openActions.map(({ postmortem, action }) => `${postmortem.id}: ${action.text}`)).toEqual([
    'one: Fix it',
  ]);
  expect(relatedTags).toEqual([]);
});
