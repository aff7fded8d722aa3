/** The ids that stand in the fields of an entry, found by its schema. */
import type { z } from 'zod';
import type { Kind, Ref } from '../schema/kinds.ts';
import { valueAt } from './field-values.ts';
import { elementOf, referenceOf, shapeOf } from './validate.ts';
import type { Path } from './yaml/yaml-source.ts';

export interface FieldReference {
  readonly ref: Ref;
  /** The field that holds it: `['lessons', 'learned', 0]`. */
  readonly path: Path;
}

/** The references in the fields of one entry, found by its schema. Values of the wrong shape hold none. */
export function fieldReferences(schema: z.ZodType, value: unknown, path: Path = []): FieldReference[] {
  const found: FieldReference[] = [];
  collect(placesIn(schema), value, path, found);
  return found;
}

/** Where references stand below a schema: here, in each item of a list, or in some of its fields. */
type Places =
  | { readonly kind: Kind }
  | { readonly items: Places }
  | { readonly fields: readonly (readonly [string, Places])[] };

const known = new WeakMap<z.ZodType, { readonly places: Places | undefined }>();

/** Looked up once for each schema; undefined where nothing below it holds a reference. */
function placesIn(schema: z.ZodType): Places | undefined {
  const before = known.get(schema);
  if (before) return before.places;
  const places = lookUp(schema);
  known.set(schema, { places });
  return places;
}

function lookUp(schema: z.ZodType): Places | undefined {
  const kind = referenceOf(schema);
  if (kind) return { kind };
  const element = elementOf(schema);
  if (element) {
    const items = placesIn(element);
    return items && { items };
  }
  const fields = Object.entries(shapeOf(schema) ?? {}).flatMap(([name, field]) => {
    const places = placesIn(field);
    return places ? [[name, places] as const] : [];
  });
  return fields.length > 0 ? { fields } : undefined;
}

function collect(places: Places | undefined, value: unknown, path: Path, found: FieldReference[]): void {
  if (!places) return;
  if ('kind' in places) {
    if (typeof value === 'string') found.push({ ref: { kind: places.kind, id: value }, path });
  } else if ('items' in places) {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) collect(places.items, item, [...path, index], found);
  } else {
    for (const [name, inner] of places.fields) collect(inner, valueAt(value, [name]), [...path, name], found);
  }
}
