/** The fields of a note's frontmatter: crash-course operations notes that hold procedures. */
import { z } from 'zod';
import { STATUSES, source, VISIBILITIES } from './postmortem.ts';
import { optionalList, reference, text, time } from './scalars.ts';

export const noteSchema = z.strictObject({
  title: text.describe('What the note is about.'),
  summary: text.describe('One to three sentences: what one finds here.'),
  status: z.enum(STATUSES).describe('How far the text has come.'),
  visibility: z.enum(VISIBILITIES).default('internal').describe('Who may read it. Left out, it is internal.'),
  organization: text.describe('Whose systems it describes.'),
  written: time.optional().describe('When it was written, as precisely as is known.'),
  reviewBy: time.optional().describe('When it has to be looked at again.'),
  owner: text.optional().describe('The role or team that keeps it right; never a person.'),
  services: optionalList(reference('service')).describe('The services it explains.'),
  tags: optionalList(reference('tag')).describe('The recurring issues it helps with.'),
  lessons: optionalList(reference('lesson')).describe('The lessons it teaches.'),
  sources: optionalList(source).describe('Where the facts come from.'),
});

export type NoteData = z.output<typeof noteSchema>;
