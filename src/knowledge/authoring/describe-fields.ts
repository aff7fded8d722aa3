import type { z } from 'zod';
import { LIST_ITEM, listFields } from '../schema/field.ts';
import { describeExpected, getDescription } from '../schema/inspect-schema.ts';

export interface FieldDescription {
  /** `actions[].owner`. */
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
  /** The values that the field accepts, as a noun phrase. */
  readonly expected: string;
}

/** Describes all fields of a schema for the guide, each followed by the fields in it. */
export function describeFields(schema: z.ZodType): FieldDescription[] {
  return listFields(schema).map(({ path, schema: fieldSchema }) => ({
    name: path.join('.').replaceAll(`.${LIST_ITEM}`, LIST_ITEM),
    isRequired: !fieldSchema.safeParse(undefined).success,
    description: getDescription(fieldSchema) ?? '',
    expected: describeExpected(fieldSchema),
  }));
}
