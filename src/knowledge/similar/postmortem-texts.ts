import type { PostmortemEntry } from '../graph/entries.ts';
import { listFields } from '../schema/field.ts';
import { postmortemSchema } from '../schema/postmortem.ts';
import { findPlaces, getValueAt } from '../source/field-values.ts';

const COMPARED_FIELDS = listFields(postmortemSchema).filter(({ use }) => use.compared);

/** Returns the texts of a postmortem that are compared as words; signals are compared in a way of their own. */
export function getPostmortemTexts({ data, sections }: PostmortemEntry): string[] {
  const values = COMPARED_FIELDS.flatMap(({ path }) =>
    findPlaces(data, path).flatMap((place) => getValueAt(data, place)),
  );
  const texts = [...values, ...sections.flatMap(({ title, text }) => [title, text])];
  return texts.filter((text) => typeof text === 'string' && text !== 'unknown') as string[];
}
