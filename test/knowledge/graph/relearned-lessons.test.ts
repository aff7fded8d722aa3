import { expect, test } from 'vitest';
import {
  type ActionItem,
  checkWasOpen,
  findRelearnings,
  listRelearnedLessons,
} from '../../../src/knowledge/graph/relearned-lessons.ts';
import { parseTime, type Time } from '../../../src/knowledge/schema/time.ts';
import { createKnowledgeWith, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const start = parseTime('2018-03-10') as Time;
const open = (status: ActionItem['status'], closed?: string) => checkWasOpen({ status, closed }, start);

test('an action that is open now was open then', () => {
  expect([open('open'), open('in-progress')]).toEqual(['yes', 'yes']);
});

test('an action that was done or dropped later was open then', () => {
  expect([open('done', '2018-03-11'), open('dropped', '2019')]).toEqual(['yes', 'yes']);
});

test('an action that was closed before was not open', () => {
  expect([open('done', '2018-03-09'), open('unknown', '2017')]).toEqual([undefined, undefined]);
});

test('an action that was closed on the same day, or in the same year, does not count as open', () => {
  expect([open('done', '2018-03-10'), open('done', '2018')]).toEqual([undefined, undefined]);
});

test('without a date, done and dropped are closed, and unknown is unknown', () => {
  expect([open('done'), open('dropped'), open('unknown')]).toEqual([undefined, undefined, 'unknown']);
});

/** Creates a knowledge base with a postmortem for each day, which learned the lessons in its list. */
function createKnowledgeOf(learned: Readonly<Record<string, readonly string[]>>) {
  const lessons = [...new Set(Object.values(learned).flat())];
  return createKnowledgeWith({
    ...Object.fromEntries(lessons.map((id) => [`lessons/${id}.mdx`, LESSON_HEAD])),
    ...Object.fromEntries(
      Object.entries(learned).map(([day, ids]) => [
        `postmortems/p-${day}.mdx`,
        POSTMORTEM_HEAD.replace('2018-03-10', day).replace(
          /---\n$/,
          `lessons: { learned: [${ids.join(', ')}] }\n---\n`,
        ),
      ]),
    ),
  });
}

test('a lesson is relearned after the latest postmortem before, if the order is certain', () => {
  const knowledge = createKnowledgeOf({ '2015-01-01': ['a'], '2016-01-01': ['a'], '2018-01-01': ['a'] });
  expect(
    findRelearnings(knowledge, 'a').map(({ interval: { from, to } }) => `${from.id} to ${to.id}`),
  ).toEqual(['p-2015-01-01 to p-2016-01-01', 'p-2016-01-01 to p-2018-01-01']);
  expect(findRelearnings(createKnowledgeOf({ '2015': ['a'], '2015-06-01': ['a'] }), 'a')).toEqual([]);
  expect(findRelearnings(createKnowledgeOf({ '2015': ['a'] }), 'a')).toEqual([]);
});

test('lessons are listed by how often they were relearned, then by the latest time, then by id', () => {
  const knowledge = createKnowledgeOf({
    '2015-01-01': ['twice', 'b', 'a', 'late', 'once-learned'],
    '2016-01-01': ['twice', 'b', 'a'],
    '2017-01-01': ['twice'],
    '2018-01-01': ['late'],
  });
  expect(listRelearnedLessons(knowledge).map(({ lesson }) => lesson.id)).toEqual(['twice', 'late', 'a', 'b']);
});
