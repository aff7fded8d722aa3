/** Lists the fields that a section of a page shows under headings of their own. */
import type { z } from 'zod';
import { describeDuration, parseDuration } from '../schema/duration.ts';
import { isInList, listFields, type SchemaField } from '../schema/field.ts';
import { getElement, getEnumValues, getScalar } from '../schema/inspect-schema.ts';
import { describeValue } from '../schema/labels.ts';
import type { PageSection } from '../schema/page-sections.ts';
import { describeQuantity, parseQuantity } from '../schema/quantity.ts';
import { describeTimeSource } from '../schema/time.ts';
import { getValueAt } from '../source/field-values.ts';

export interface ShownField {
  /** `detection.method`. */
  readonly path: string;
  readonly heading: string;
  /** One text, or those of a list. */
  readonly texts: readonly string[];
  readonly isList: boolean;
  /** Sentences need more room than a date. */
  readonly isProse: boolean;
}

/** Returns the fields with a value, in the order of the schema. */
export function listShownFields(schema: z.ZodType, data: unknown, section: PageSection): ShownField[] {
  return listSectionFields(schema, section).flatMap(({ path, schema: fieldSchema, use: { heading } }) => {
    const value = getValueAt(data, path);
    if (heading === undefined || !hasContent(value)) return [];
    const element = getElement(fieldSchema);
    const texts = [value].flat().map((text) => describeText(element ?? fieldSchema, String(text)));
    return [
      {
        path: path.join('.'),
        heading,
        texts,
        isList: element !== undefined,
        isProse: getScalar(element ?? fieldSchema) === 'prose',
      },
    ];
  });
}

/** Returns whether any field of a section has a value. */
export function hasSection(schema: z.ZodType, data: unknown, section: PageSection): boolean {
  return listSectionFields(schema, section).some(({ path }) => hasContent(getValueAt(data, path)));
}

/** The items of a list are part of the list. */
function listSectionFields(schema: z.ZodType, section: PageSection): SchemaField[] {
  return listFields(schema).filter((field) => field.use.section === section && !isInList(field));
}

function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return false;
  return value !== undefined;
}

function describeText(schema: z.ZodType, text: string): string {
  if (getEnumValues(schema)) return describeValue(text);
  const scalar = getScalar(schema);
  const duration = scalar === 'duration' ? parseDuration(text) : undefined;
  if (duration) return describeDuration(duration);
  const quantity = scalar === 'quantity' ? parseQuantity(text) : undefined;
  if (quantity) return describeQuantity(quantity);
  return scalar === 'time' ? describeTimeSource(text) : text;
}
