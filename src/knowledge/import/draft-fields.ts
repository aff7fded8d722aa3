/** The frontmatter of a draft. What the source does not say is `unknown`, and named as a gap. */
import type { z } from 'zod';
import { getInitialFields } from '../schema/field.ts';
import { noteSchema } from '../schema/note.ts';
import { createPlaceholders } from '../schema/placeholders.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import { escapeSentences } from './escape-sentences.ts';
import type { ExtractedSections } from './extract-sections.ts';
import type { MappedFacts } from './map-facts.ts';

export type TitleAndSummary = { readonly title: string; readonly summary: string };

export function createPostmortemFields(
  named: TitleAndSummary,
  { fields }: MappedFacts,
  { fields: extracted }: ExtractedSections,
  signals: string[],
  timeline: object[],
  gaps: string[],
): Record<string, unknown> {
  const { factors, actions, signals: _, ...textLists } = fields.lines;
  const { detection: method, ...closed } = fields.closed;
  const given: Record<string, unknown> = {
    ...getInitialFields(postmortemSchema),
    factors: factors?.map((text) => ({ text, category: 'unknown' })),
    actions: actions?.map((text) => ({ text, type: 'unknown', status: 'unknown' })),
    ...textLists,
    ...extracted,
    ...fields.text,
    ...named,
    ...getOrganizationField(fields),
    ...fields.time,
    ...closed,
    ...(method ? { detection: { method } } : {}),
    services: fields.services,
    tags: fields.tags,
    signals,
    timeline,
    sources: [{ title: named.title, ...fields.source }],
  };
  return fillGaps(postmortemSchema, given, named, gaps);
}

export function createNoteFields(
  named: TitleAndSummary,
  { fields }: MappedFacts,
  gaps: string[],
): Record<string, unknown> {
  const given = {
    ...getInitialFields(noteSchema),
    ...named,
    ...getOrganizationField(fields),
    services: fields.services,
    tags: fields.tags,
    sources: [{ title: named.title, ...fields.source }],
  };
  return fillGaps(noteSchema, given, named, gaps);
}

function getOrganizationField({ organizations: [organization] }: MappedFacts['fields']) {
  return organization === undefined ? {} : { organization };
}

/** Adds placeholders for required fields, and reports these as gaps. */
function fillGaps(
  schema: z.ZodObject,
  given: Readonly<Record<string, unknown>>,
  { title }: TitleAndSummary,
  gaps: string[],
): Record<string, unknown> {
  const placeholders = createPlaceholders(schema, { title, sentence: 'unknown' });
  gaps.push(...Object.keys(placeholders).filter((name) => !Object.hasOwn(given, name)));
  const fields = orderBySchema(schema.shape, { ...placeholders, ...given });
  return escapeSentences(schema, fields) as Record<string, unknown>;
}

/**
 * Fields in the order of their schema, without empty ones.
 *
 * @param kept those that stay although they are empty
 */
export function orderBySchema(
  shape: object,
  fields: Readonly<Record<string, unknown>>,
  kept: readonly string[] = [],
): Record<string, unknown> {
  const names = Object.keys(shape).filter((name) => {
    const value = fields[name];
    const isEmpty = Array.isArray(value) && value.length === 0;
    return value !== undefined && (!isEmpty || kept.includes(name));
  });
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
