/** The fields of a lesson's frontmatter: a title, one durable statement with its reason, and its checks. */
import { z } from 'zod';
import { field } from './field.ts';
import { id, optionalList, prose, reference, role, time, title } from './scalars.ts';
import { entryVisibility, withInternalFields } from './visibility.ts';

const check = z.strictObject({
  id: field(
    id.optional(),
    'Its id, unique within the lesson. With it, `activities.yaml` gives the check its place: `lesson-id/check-id`.',
  ),
  activity: field(reference('activity', 'checked-in'), 'The activity that has the check on its checklist.'),
  pausePoint: field(id, "One of that activity's pause points."),
  text: field(prose, 'What to do or confirm: starts with a verb.'),
  expect: field(prose.optional(), 'The value you expect to see.'),
  services: field(
    optionalList(reference('service', 'involves')),
    'The services it concerns, if these are fewer than the lesson names.',
    { qualifies: true },
  ),
  organization: field(
    reference('organization', 'checked-at').optional(),
    'The organization whose own systems it is about. Without one, the check is for everyone.',
    { qualifies: true },
  ),
  evidence: field(
    optionalList(reference('postmortem', 'backed-by')),
    'The postmortems in which this very check was missing, or proved right. They have to be evidence of the lesson.',
  ),
});

export const lessonSchema = withInternalFields({
  title: field(title(60), 'A short imperative, shown in every link to the lesson and in every list.', {
    search: 'title',
    compared: true,
    question: {
      flag: 'title',
      prompt: 'What should others do? An imperative of at most 60 characters',
      example: 'Set a timeout on every call to another service',
      required: true,
    },
  }),
  statement: field(prose, 'The lesson, in one sentence that will still be true in five years.', {
    search: 'summary',
    compared: true,
    question: {
      flag: 'statement',
      prompt: 'What is the lesson? One sentence that will still be true in five years',
      example: 'Every call to another service has a timeout.',
    },
    todo: 'the lesson, in one sentence that will still be true in five years',
  }),
  reason: field(prose, 'Why it is true: what happens if it is not followed.', {
    search: 'summary',
    compared: true,
    question: { flag: 'reason', prompt: 'Why is it true? What happens if it is not followed?' },
    todo: 'what happens if it is not followed',
  }),
  services: field(
    optionalList(reference('service', 'involves')),
    'The services it concerns; none means any.',
    {
      question: { flag: 'service', prompt: 'Which services does it concern? None means any' },
      qualifies: true,
    },
  ),
  tags: field(optionalList(reference('tag', 'answers')), 'The recurring issues it prevents.', {
    question: { flag: 'tag', prompt: 'Which recurring issues does it prevent?' },
  }),
  checks: field(optionalList(check), 'How you make sure that it is followed, as items for checklists.', {
    section: 'checks',
    todo: 'how you make sure that it is followed, as below, if you can',
  }),
  related: field(optionalList(reference('lesson', 'related')), 'Related lessons.', { section: 'related' }),
  owner: field(role.optional(), 'The role or team that keeps it up to date; never a person.', {
    section: 'health',
    search: 'owners',
    question: { flag: 'owner' },
  }),
  reviewBy: field(time.optional(), 'When somebody has to review it again.', { section: 'health' }),
  replacedBy: field(reference('lesson', 'replaced-by').optional(), 'The lesson that replaces it.', {
    qualifies: true,
  }),
  visibility: entryVisibility,
});

export type LessonData = z.output<typeof lessonSchema>;
export type CheckData = LessonData['checks'][number];
