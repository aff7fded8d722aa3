/** Finds the ids in the fields of an entry by its schema. */
import type { z } from 'zod';
import { acceptsUnknown, getElement, getShape, unwrapSchema } from '../schema/inspect-schema.ts';
import type { FieldRelation, Kind, Ref } from '../schema/kinds.ts';
import { UNKNOWN_ID } from '../schema/scalars.ts';
import { getValueAt } from './field-values.ts';
import type { Path } from './yaml/yaml-source.ts';

export interface FieldRef {
  readonly ref: Ref;
  /** The field that contains it: `['lessons', 'learned', 0]`. */
  readonly path: Path;
  readonly relation: FieldRelation;
}

/** Values of the wrong shape have no references. */
export function findFieldRefs(schema: z.ZodType, value: unknown, path: Path = []): FieldRef[] {
  const found: FieldRef[] = [];
  collectRefs(getRefPlaces(schema), value, path, found);
  return found;
}

/** The places of references in a value: the value itself, each item of a list, or some fields. */
type RefPlaces =
  | { readonly kind: Kind; readonly relation: FieldRelation; readonly acceptsUnknown: boolean }
  | { readonly items: RefPlaces }
  | { readonly fields: readonly (readonly [string, RefPlaces])[] };

const placesBySchema = new WeakMap<z.ZodType, { readonly places: RefPlaces | undefined }>();

/** Looked up once for each schema; undefined if there are no references in it. */
function getRefPlaces(schema: z.ZodType): RefPlaces | undefined {
  const before = placesBySchema.get(schema);
  if (before) return before.places;
  const places = findRefPlaces(schema);
  placesBySchema.set(schema, { places });
  return places;
}

function findRefPlaces(schema: z.ZodType): RefPlaces | undefined {
  const { reference: kind, relation } = unwrapSchema(schema).meta() ?? {};
  if (kind && relation) return { kind, relation, acceptsUnknown: acceptsUnknown(schema) };
  const element = getElement(schema);
  if (element) {
    const items = getRefPlaces(element);
    return items && { items };
  }
  const fields = Object.entries(getShape(schema) ?? {}).flatMap(([name, field]) => {
    const places = getRefPlaces(field);
    return places ? [[name, places] as const] : [];
  });
  return fields.length > 0 ? { fields } : undefined;
}

function collectRefs(places: RefPlaces | undefined, value: unknown, path: Path, found: FieldRef[]): void {
  if (!places) return;
  if ('kind' in places) {
    if (typeof value !== 'string' || (places.acceptsUnknown && value === UNKNOWN_ID)) return;
    found.push({ ref: { kind: places.kind, id: value }, path, relation: places.relation });
  } else if ('items' in places) {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) collectRefs(places.items, item, [...path, index], found);
  } else {
    for (const [name, inner] of places.fields)
      collectRefs(inner, getValueAt(value, [name]), [...path, name], found);
  }
}
