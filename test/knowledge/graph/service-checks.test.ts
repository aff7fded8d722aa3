import { expect, test } from 'vitest';
import { findServiceChecks } from '../../../src/knowledge/graph/service-checks.ts';
import { createKnowledgeWith, LESSON_HEAD } from '../small-content.ts';

const createCheck = (text: string, services = '') =>
  `  - { activity: planned-reboot, pausePoint: before, text: ${text}, services: [${services}] }\n`;
const createLesson = (services: string, checks: readonly string[], fields = '') =>
  LESSON_HEAD.replace(
    /---\n$/,
    `services: [${services}]\n${fields}${checks.length > 0 ? `checks:\n${checks.join('')}` : ''}---\n`,
  );

/** Returns each check as `lesson: text`. */
function listChecks(service: string, lessons: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(lessons).map(([id, text]) => [`lessons/${id}.mdx`, text]);
  return findServiceChecks(createKnowledgeWith(Object.fromEntries(files)), service).map(
    ({ lesson, text }) => `${lesson.id}: ${text}`,
  );
}

test('finds the checks that name the service, whatever services their lesson names', () => {
  const lessons = {
    a: createLesson('elasticsearch', [createCheck('Read one', 'redis'), createCheck('Read two')]),
    b: createLesson('', [createCheck('Read three', 'elasticsearch, redis')]),
  };
  expect(listChecks('redis', lessons)).toEqual(['a: Read one', 'b: Read three']);
});

test('finds the checks without services of a lesson that names the service', () => {
  const lessons = { a: createLesson('elasticsearch, redis', [createCheck('Read one')]) };
  expect(listChecks('redis', lessons)).toEqual(['a: Read one']);
  expect(listChecks('elasticsearch', lessons)).toEqual(['a: Read one']);
});

test('finds no check that names only other services, although its lesson names the service', () => {
  const lessons = { a: createLesson('redis', [createCheck('Read one', 'elasticsearch')]) };
  expect(listChecks('redis', lessons)).toEqual([]);
});

test('finds no check if neither it nor its lesson names a service', () => {
  expect(listChecks('redis', { a: createLesson('', [createCheck('Read one')]) })).toEqual([]);
});

test('finds no check of a lesson that another one replaces', () => {
  const lessons = {
    new: createLesson('redis', [createCheck('Read the new way')]),
    old: createLesson('redis', [createCheck('Read the old way', 'redis')], 'replacedBy: new\n'),
  };
  expect(listChecks('redis', lessons)).toEqual(['new: Read the new way']);
});

test('finds checks in the order of the content', () => {
  const lessons = {
    a: createLesson('redis', [createCheck('Read z'), createCheck('Read b', 'redis')]),
    b: createLesson('redis', [createCheck('Read a')]),
  };
  expect(listChecks('redis', lessons)).toEqual(['a: Read z', 'a: Read b', 'b: Read a']);
});

test('finds nothing without lessons or in lessons without checks', () => {
  expect(listChecks('redis', {})).toEqual([]);
  expect(listChecks('redis', { a: createLesson('redis', []) })).toEqual([]);
});
