import { expect, test } from 'vitest';
import { findExampleLesson, findExamplePostmortem } from '../../../src/knowledge/authoring/guide-examples.ts';
import { createAllChecklists } from '../../../src/knowledge/checklists/all-checklists.ts';
import { createKnowledgeWith, LESSON_HEAD, POSTMORTEM_HEAD } from '../small-content.ts';

const withFields = (text: string, fields: string) => text.replace(/---\n$/, `${fields}\n---\n`);
const check = (text: string) =>
  `checks:\n  - activity: planned-reboot\n    pausePoint: before\n    text: ${text}\n    expect: 7`;

test('the example is the most complete postmortem', () => {
  const knowledge = createKnowledgeWith({
    'postmortems/2018-03-10-full.mdx': withFields(POSTMORTEM_HEAD, 'signals: [ERROR 7]'),
    'postmortems/2018-03-11-short.mdx': POSTMORTEM_HEAD,
  });
  expect(findExamplePostmortem(knowledge)?.id).toBe('2018-03-10-full');
});

test('the example is the lesson with the most evidence that has an item on a checklist', () => {
  const knowledge = createKnowledgeWith({
    'lessons/no-check.mdx': LESSON_HEAD,
    'lessons/seen.mdx': withFields(LESSON_HEAD, check('Read the limit')),
    'lessons/unseen.mdx': withFields(LESSON_HEAD, check('Count the locks')),
    'postmortems/2018-03-10-x.mdx': withFields(POSTMORTEM_HEAD, 'lessons: { learned: [no-check, seen] }'),
  });
  const lists =
    createAllChecklists(knowledge, '2026-11-21').find(({ kind }) => kind === 'activity')?.lists ?? [];
  const example = findExampleLesson(knowledge, lists);
  expect(example?.lesson.id).toBe('seen');
  expect(example?.item.text).toBe('Read the limit');
  expect(example?.list.id).toBe('planned-reboot');
});

test('an empty knowledge base has no examples', () => {
  expect(findExamplePostmortem(createKnowledgeWith({}))).toBeUndefined();
  expect(findExampleLesson(createKnowledgeWith({}), [])).toBeUndefined();
});
