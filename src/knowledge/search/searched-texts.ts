/** Collects the texts in the fields of an entry that the search reads, each with the weight in its schema. */
import type { z } from 'zod';
import { type FieldUse, getUseWithin, type SearchWeight } from '../schema/field.ts';
import {
  acceptsUnknown,
  getElement,
  getReferenceKind,
  getScalar,
  getShape,
} from '../schema/inspect-schema.ts';
import type { Ref } from '../schema/kinds.ts';
import type { PageSection } from '../schema/page-sections.ts';
import { UNKNOWN_ID } from '../schema/scalars.ts';
import { getValueAt } from '../source/field-values.ts';
import { toPlainText } from '../source/inline/plain-text.ts';

export interface SearchedText {
  readonly text: string;
  readonly weight: SearchWeight;
  /** The section of the page that shows it. */
  readonly section: PageSection | undefined;
}

/**
 * @param findTitle returns the title of an entry that a field refers to
 * @returns the texts in the order of the schema, those of one item of a list together
 */
export function collectSearchedTexts(
  schema: z.ZodType,
  data: unknown,
  findTitle: (ref: Ref) => string,
): SearchedText[] {
  const collect = (fieldSchema: z.ZodType, value: unknown, use: FieldUse): SearchedText[] => {
    if (typeof value === 'string') {
      const weight = use.search ?? (getScalar(fieldSchema) === 'prose' ? 'text' : 'none');
      const isUnknown = acceptsUnknown(fieldSchema) && value === UNKNOWN_ID;
      return weight === 'none' || isUnknown
        ? []
        : [{ text: toText(fieldSchema, value), weight, section: use.section }];
    }
    const element = getElement(fieldSchema);
    if (element && Array.isArray(value)) return value.flatMap((item) => collect(element, item, use));
    return Object.entries(getShape(fieldSchema) ?? {}).flatMap(([name, inner]) =>
      collect(inner, getValueAt(value, [name]), getUseWithin(inner, use.section)),
    );
  };
  const toText = (fieldSchema: z.ZodType, value: string) => {
    const kind = getReferenceKind(fieldSchema);
    if (kind) return toPlainText(findTitle({ kind, id: value }));
    return getScalar(fieldSchema) === 'prose' ? toPlainText(value) : value;
  };
  return collect(schema, data, {});
}
