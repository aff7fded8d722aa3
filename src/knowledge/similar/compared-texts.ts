import type { z } from 'zod';
import type { PostmortemEntry } from '../graph/entries.ts';
import { listFields } from '../schema/field.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import { findPlaces, getValueAt } from '../source/field-values.ts';
import { toPlainText } from '../source/inline/plain-text.ts';

/** Returns the texts in the fields whose words are compared to find similar entries. */
export function collectComparedTexts(schema: z.ZodType, data: unknown): string[] {
  return listFields(schema)
    .filter(({ use }) => use.compared)
    .flatMap(({ path }) => findPlaces(data, path).flatMap((place) => getValueAt(data, place)))
    .filter((text) => typeof text === 'string' && text !== 'unknown')
    .map((text) => toPlainText(text as string));
}

/** Returns the texts of a postmortem that are compared as words; signals are compared in a way of their own. */
export function getPostmortemTexts({ data, sections }: PostmortemEntry): string[] {
  const inBody = sections.flatMap(({ title, text }) => [title, text]);
  return [...collectComparedTexts(postmortemSchema, data), ...inBody];
}
