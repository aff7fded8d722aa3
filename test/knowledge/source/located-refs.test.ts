import { expect, test } from 'vitest';
import { lessonSchema } from '../../../src/knowledge/schema/lesson.ts';
import { postmortemSchema } from '../../../src/knowledge/schema/postmortem.ts';
import { findFieldRefs } from '../../../src/knowledge/source/field-refs.ts';
import { findRefs } from '../../../src/knowledge/source/located-refs.ts';
import { createContent, LESSON_HEAD, NOTE_HEAD } from '../small-content.ts';

test('the ids in the fields of an entry, with their kinds and paths', () => {
  const value = {
    title: 'redis',
    services: ['redis'],
    tags: ['not-reboot-safe'],
    factors: [{ text: 'x' }, { text: 'y', services: ['mongodb'] }],
    lessons: { learned: ['a'], confirmed: ['b'] },
    actions: [{ text: 'z', lessons: ['c'] }],
  };
  expect(
    findFieldRefs(postmortemSchema, value).map(({ ref, path }) => `${path.join('.')} ${ref.kind} ${ref.id}`),
  ).toEqual([
    'factors.1.services.0 service mongodb',
    'services.0 service redis',
    'tags.0 tag not-reboot-safe',
    'lessons.learned.0 lesson a',
    'lessons.confirmed.0 lesson b',
    'actions.0.lessons.0 lesson c',
  ]);
});

test('values of the wrong shape hold none', () => {
  expect(
    findFieldRefs(lessonSchema, { services: 'redis', tags: [['a']], related: { a: 'b' }, checks: [null] }),
  ).toEqual([]);
  expect(findFieldRefs(lessonSchema, undefined)).toEqual([]);
  expect(findFieldRefs(lessonSchema, ['redis'])).toEqual([]);
});

/** Each reference of a file, with the text at its place. */
function located(path: string, text: string): string[] {
  const file = createContent({ [path]: text }).files.find(
    (candidate) => candidate.path === `content/${path}`,
  );
  if (!file) throw new Error(`${path} is not there`);
  return findRefs(file).map(
    ({ ref, span }) => `${ref.kind} ${ref.id} at ${text.slice(span.start, span.end)}`,
  );
}

test('finds the ids of a document in its fields and its body', () => {
  const text = `${NOTE_HEAD}See <LessonLink id="a" />.\n\n<Procedure id="p" title="t" activity="emergency">\n\n1. x\n\n</Procedure>`;
  expect(located('notes/n.mdx', text)).toEqual([
    'organization example at example',
    'service redis at redis',
    'lesson a at a',
    'activity emergency at emergency',
  ]);
});

test('those of a file whose body is broken are found as far as it can be read', () => {
  expect(located('lessons/a.mdx', LESSON_HEAD.replace('---\n', '---\ntags: [x]\n').concat('<b>'))).toEqual([
    'tag x at x',
  ]);
});

test('a vocabulary refers to what took the place of an entry', () => {
  const text = '- id: a\n  replacedBy: b\n- id: c\n- broken\n';
  expect(located('vocabulary/tags.yaml', text)).toEqual(['tag b at b']);
});

test('other files hold none', () => {
  expect(located('site.yaml', 'title: redis')).toEqual([]);
  expect(located('vocabulary/tags.yaml', 'a: b')).toEqual([]);
});
