/** The fields of a lesson's frontmatter: a title, one durable statement with its reason, and its checks. */
import { z } from 'zod';
import { id, optionalList, reference, text, time, title } from './scalars.ts';

const check = z.strictObject({
  activity: reference('activity').describe('The activity in which it is gone through.'),
  pausePoint: id.describe("One of that activity's pause points."),
  text: text.describe('What to do or confirm: starts with a verb.'),
  expect: text.describe('The value one expects to see.'),
  services: optionalList(reference('service')).describe(
    'The services it concerns, where these are fewer than the lesson names.',
  ),
});

export const lessonSchema = z.strictObject({
  title: title(60).describe('A short imperative, shown wherever the lesson is linked or listed.'),
  statement: text.describe('The lesson, in one sentence that will still be true in five years.'),
  reason: text.describe('Why it is true: what happens where it is not followed.'),
  services: optionalList(reference('service')).describe('The services it concerns; none means any.'),
  tags: optionalList(reference('tag')).describe('The recurring issues it answers.'),
  checks: optionalList(check).describe('How one makes sure of it, as items for checklists.'),
  related: optionalList(reference('lesson')).describe('Lessons that belong beside it.'),
  owner: text.optional().describe('The role or team that keeps it right; never a person.'),
  reviewBy: time.optional().describe('When it has to be looked at again.'),
  replacedBy: reference('lesson').optional().describe('The lesson that took its place.'),
});

export type LessonData = z.output<typeof lessonSchema>;
export type CheckData = LessonData['checks'][number];
