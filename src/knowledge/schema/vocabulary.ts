/** The three closed vocabularies: services, tags (recurring issues) and activities. */
import { z } from 'zod';
import { id, optionalList, reference, text, title } from './scalars.ts';

const aliases = optionalList(text).describe('Other names that people use and type.');

export const serviceSchema = z.strictObject({
  id: id.describe('The id by which it is referred to; never changes.'),
  title: text.describe('Its name as its makers write it.'),
  meaning: text.describe('What it is, in one sentence.'),
  aliases,
  misspellings: optionalList(text).describe('Ways in which it is often mistyped.'),
  replacedBy: reference('service').optional().describe('The entry that took its place.'),
});

export const tagSchema = z.strictObject({
  id: id.describe('The id by which it is referred to; never changes.'),
  title: title(32).describe('The recurring issue as a short phrase.'),
  meaning: text.describe('What all its cases have in common.'),
  aliases,
  replacedBy: reference('tag').optional().describe('The entry that took its place.'),
});

const pausePoint = z.strictObject({
  id: id.describe('Its id, unique within the activity.'),
  title: text.describe('The moment at which the block is gone through.'),
});

export const activitySchema = z.strictObject({
  id: id.describe('The id by which it is referred to; never changes.'),
  title: text.describe('Its name.'),
  objective: text.describe('What a checklist for it is to achieve.'),
  aliases,
  mode: z
    .enum(['do-confirm', 'read-do'])
    .describe(
      'DO-CONFIRM (do, then confirm together: routine) or READ-DO (read a step, do it: emergencies).',
    ),
  pausePoints: z.array(pausePoint).min(1).describe('Its pause points, in order.'),
});

export type ServiceData = z.output<typeof serviceSchema>;
export type TagData = z.output<typeof tagSchema>;
export type ActivityData = z.output<typeof activitySchema>;
