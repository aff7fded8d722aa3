/** Marks what is still to be written in a new page. */
import type { z } from 'zod';
import type { ValueComment } from '../import/write-mdx.ts';
import { type FieldUse, getUseWithin, isInList, listFields, type SchemaField } from '../schema/field.ts';
import { getElement, getEnumValues, getScalar, getShape } from '../schema/inspect-schema.ts';
import type { DocumentKind } from '../schema/kinds.ts';
import { DOCUMENT_SCHEMAS } from '../source/document-file.ts';
import { findPlaces, getTextAt } from '../source/field-values.ts';
import type { Path } from '../source/yaml/yaml-source.ts';
import { hasValue, type PageFields, setValue } from './page-fields.ts';

export interface MarkedFields {
  readonly fields: PageFields;
  /** Marks next to values that cannot contain one: values of closed lists, ids, empty lists. */
  readonly remarks: readonly ValueComment[];
}

/** Returns the fields with a mark in each gap. */
export function markGaps(kind: DocumentKind, given: PageFields): MarkedFields {
  const schemaFields = listFields(DOCUMENT_SCHEMAS[kind]);
  const remarks: ValueComment[] = [];
  let fields = given;
  for (const field of schemaFields) {
    if (isInList(field) || hasValue(fields, field.path)) continue;
    const placeholder = field.path[0] === 'timeline' ? createFirstEvents(given) : createPlaceholder(field);
    if (placeholder === undefined) continue;
    fields = setValue(fields, field.path as [string, ...string[]], placeholder);
    remarks.push(...createRemarks(field, field.path));
  }
  const unknownItems = schemaFields.filter(isInList).flatMap((field) =>
    findPlaces(fields, field.path)
      .filter((place) => getTextAt(fields, place) === 'unknown')
      .flatMap((place) => createRemarks(field, place)),
  );
  return { fields, remarks: [...remarks, ...unknownItems] };
}

/** Returns undefined if the field has no gap: nobody has to fill it in. */
function createPlaceholder({ schema, use }: Pick<SchemaField, 'schema' | 'use'>): unknown {
  const item = getElement(schema);
  if (use.todo !== undefined) return item ? [] : createScalarPlaceholder(schema, use);
  const placeholder = item && createItemPlaceholder(item);
  return placeholder && [placeholder];
}

/** Prose is its own mark. */
function createScalarPlaceholder(schema: z.ZodType, { initial, todo }: FieldUse): string | undefined {
  if (initial !== undefined || todo === undefined) return initial;
  return getScalar(schema) === 'prose' ? `TODO ${todo}` : 'unknown';
}

function createItemPlaceholder(item: z.ZodType): object | undefined {
  const fields = Object.entries(getShape(item) ?? {}).flatMap(([name, schema]) => {
    const value = createScalarPlaceholder(schema, getUseWithin(schema, undefined));
    return value === undefined ? [] : [[name, value]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function createRemarks({ schema, use: { todo } }: SchemaField, path: Path): ValueComment[] {
  if (todo === undefined || getScalar(schema) === 'prose') return [];
  const values = getEnumValues(schema)?.filter((value) => value !== 'unknown') ?? [];
  return [{ path, text: `TODO ${todo}${values.length > 0 ? `: ${values.join(', ')}` : ''}` }];
}

/** A timeline starts when the incident does. */
function createFirstEvents(fields: PageFields): object[] {
  const [started, resolved] = [getTextAt(fields, ['started']), getTextAt(fields, ['resolved'])];
  return [
    { at: started, kind: 'trigger', text: 'TODO how it started; then what followed, in order' },
    ...(resolved ? [{ at: resolved, kind: 'recovery', text: 'TODO how it ended' }] : []),
  ];
}
