/** The fields of a note's frontmatter: operations notes and crash courses that contain procedures. */
import { z } from 'zod';
import { field } from './field.ts';
import { STATUSES } from './postmortem.ts';
import { source } from './postmortem-items.ts';
import { id, optionalList, prose, reference, referenceOrUnknown, role, time } from './scalars.ts';
import { VISIBILITIES, withInternalFields } from './visibility.ts';

export const noteSchema = withInternalFields({
  title: field(prose, 'What the note is about.', {
    search: 'title',
    question: {
      flag: 'title',
      prompt: 'What is the note about? One line',
      example: 'How the mail servers work together',
      required: true,
    },
  }),
  summary: field(prose, 'One to three sentences: what you find here.', {
    search: 'summary',
    question: { flag: 'summary', prompt: 'What do you find in it? One to three sentences' },
    todo: 'one to three sentences: what you find here',
  }),
  status: field(z.enum(STATUSES), 'How far the text has got.', { initial: 'draft' }),
  visibility: field(
    z.enum(VISIBILITIES).default('internal'),
    'Who may read it; `internal` if the field is omitted.',
    { question: { flag: 'visibility' }, initial: 'internal' },
  ),
  organization: field(
    referenceOrUnknown('organization', 'belongs-to'),
    'The organization whose systems it describes.',
    {
      search: 'owners',
      question: {
        flag: 'organization',
        prompt: 'Whose systems does it describe?',
        required: true,
      },
    },
  ),
  team: field(id.optional(), 'The team of the organization, by its id.', { question: { flag: 'team' } }),
  written: field(time.optional(), 'When it was written, as precisely as is known.', { past: true }),
  reviewBy: field(time.optional(), 'When somebody has to review it again.'),
  owner: field(role.optional(), 'The role or team that keeps it up to date; never a person.', {
    search: 'owners',
    question: { flag: 'owner' },
  }),
  services: field(optionalList(reference('service', 'involves')), 'The services it explains.', {
    question: { flag: 'service', prompt: 'Which services does it explain?' },
    todo: 'the services it explains, by their ids',
  }),
  tags: field(optionalList(reference('tag', 'case-of')), 'The recurring issues it helps with.', {
    question: { flag: 'tag', prompt: 'Which recurring issues does it help with?' },
  }),
  lessons: field(optionalList(reference('lesson', 'teaches')), 'The lessons it teaches.', {
    section: 'lessons',
    question: { flag: 'lesson' },
  }),
  sources: field(optionalList(source), 'Where the facts come from.', { section: 'sources' }),
});

export type NoteData = z.output<typeof noteSchema>;
