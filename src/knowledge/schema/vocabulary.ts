/** The four closed vocabularies: services, tags (recurring issues), activities and organizations. */
import { z } from 'zod';
import { field } from './field.ts';
import { checkPlace, flag, id, optionalList, prose, reference, text, title, webAddress } from './scalars.ts';
import { entryVisibility, withInternalFields } from './visibility.ts';

const entryId = field(id, 'The id that other files use; it never changes.');
const aliases = field(optionalList(text), 'Other names that people use and type.', { search: 'names' });

export const serviceSchema = withInternalFields({
  id: entryId,
  title: field(prose, 'Its name, as its makers write it.', { search: 'title' }),
  meaning: field(prose, 'What it is and does here, in one sentence.', { search: 'summary' }),
  aliases,
  misspellings: field(optionalList(text), 'Frequent misspellings of its name.', { search: 'misspellings' }),
  generic: field(
    flag.optional(),
    '`true` for something that almost everything uses, such as Git, SSH or an operating system: two pages are not related just because both name it.',
  ),
  replacedBy: field(reference('service', 'replaced-by').optional(), 'The entry that replaces it.', {
    qualifies: true,
  }),
  visibility: entryVisibility,
});

export const tagSchema = withInternalFields({
  id: entryId,
  title: field(title(32), 'The recurring issue, as a short phrase.', { search: 'title' }),
  meaning: field(prose, 'What all its cases have in common.', { search: 'summary' }),
  aliases,
  replacedBy: field(reference('tag', 'replaced-by').optional(), 'The entry that replaces it.', {
    qualifies: true,
  }),
  visibility: entryVisibility,
});

const pausePoint = z.strictObject({
  id: field(id, 'Its id, unique within the activity.'),
  // The search reads it as the heading of the checks at this pause point.
  title: field(prose, 'The moment when these items are checked.', { search: 'none' }),
  repeats: field(
    text.max(24).optional(),
    'The noun for the things for which its items are done again: `machine`. On paper, each item then has six numbered boxes, with lines for names.',
    { search: 'none' },
  ),
  checks: field(
    optionalList(checkPlace),
    'Its checks in the order in which you do them, each as `lesson-id/check-id`. Others come after these.',
  ),
});

/** The search reads it as a section of its own. */
const openingItem = z.strictObject({
  text: field(prose, 'What to do: starts with a verb.', { search: 'none' }),
  expect: field(prose.optional(), 'The value you expect to see.', { search: 'none' }),
  source: field(
    z.strictObject({
      title: field(text, 'The name of the public source.'),
      url: field(webAddress, 'Its address.'),
    }),
    'Where this practice comes from. None of your postmortems has to show that it is needed.',
  ),
});

export const activitySchema = withInternalFields({
  id: entryId,
  title: field(prose, 'Its name.', { search: 'title' }),
  objective: field(prose, 'What a checklist for it should achieve.', { search: 'summary' }),
  aliases,
  mode: field(
    z.enum(['do-confirm', 'read-do']),
    'DO-CONFIRM (do, then confirm together: routine) or READ-DO (read a step, do it: emergencies).',
  ),
  opening: field(
    optionalList(openingItem),
    'General practice that comes first on its checklist, in order, whatever happened.',
  ),
  pausePoints: field(z.array(pausePoint).min(1), 'Its pause points, in order: at most three.'),
  visibility: entryVisibility,
});

const team = z.strictObject({
  id: field(id, 'Its id, unique within the organization.'),
  title: field(title(32), 'Its name.', { search: 'names' }),
  aliases,
  home: field(flag.optional(), 'Marks your own team. At most one team of the home organization is.'),
});

export const organizationSchema = withInternalFields({
  id: entryId,
  title: field(title(32), 'Its name, as people say it.', { search: 'title' }),
  description: field(prose.optional(), 'Who it is, in one sentence.', { search: 'summary' }),
  aliases,
  home: field(
    flag.optional(),
    'Marks your own organization. Its procedures come first; those of others are labelled. At most one is.',
  ),
  teams: field(optionalList(team), 'Its teams.'),
  visibility: entryVisibility,
});

export type ServiceData = z.output<typeof serviceSchema>;
export type TagData = z.output<typeof tagSchema>;
export type ActivityData = z.output<typeof activitySchema>;
export type OrganizationData = z.output<typeof organizationSchema>;
