/** Creates values for required fields that nobody has filled in yet, so that the rest of an entry can be used. */
import type { z } from 'zod';
import { getUseWithin } from './field.ts';
import { getElement, getEnumValues, getScalar, getShape } from './inspect-schema.ts';

/**
 * Fields for prose get the `sentence`; other fields get their initial value, or one that means "unknown".
 *
 * @param title replaced if the schema does not accept it
 */
export function createPlaceholders(
  schema: z.ZodType,
  { title, sentence }: { readonly title: string; readonly sentence: string },
): Record<string, unknown> {
  const isTitle = getShape(schema)?.title?.safeParse(title).success;
  return { ...createRequiredFields(schema, sentence), title: isTitle ? title : 'Untitled' };
}

function createRequiredFields(schema: z.ZodType, sentence: string): Record<string, unknown> {
  const required = Object.entries(getShape(schema) ?? {}).filter(
    ([, field]) => !field.safeParse(undefined).success,
  );
  return Object.fromEntries(required.map(([name, field]) => [name, createPlaceholder(field, sentence)]));
}

function createPlaceholder(schema: z.ZodType, sentence: string): unknown {
  const { initial } = getUseWithin(schema, undefined);
  if (initial !== undefined) return initial;
  if (getShape(schema)) return createRequiredFields(schema, sentence);
  const item = getElement(schema);
  if (item) return [createPlaceholder(item, sentence)];
  const values = getEnumValues(schema) ?? ['unknown'];
  if (!values.includes('unknown')) return values[0];
  if (getScalar(schema) === 'prose') return sentence;
  // The date in EDTF of which nothing is known.
  return getScalar(schema) === 'time' ? 'XXXX' : 'unknown';
}
