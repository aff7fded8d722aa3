/** Every place where a file names another entry by its id: in its fields, and in its body. */
import type { z } from 'zod';
import { type ContentFile, VOCABULARY_SCHEMAS } from './content.ts';
import { DOCUMENT_SCHEMAS } from './document-file.ts';
import { valueAt } from './field-values.ts';
import type { Kind, Ref } from './kinds.ts';
import type { Span } from './problem.ts';
import { elementOf, referenceOf, shapeOf } from './validate.ts';
import type { Path, YamlSource } from './yaml-source.ts';

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

export interface LocatedReference {
  readonly ref: Ref;
  /** The field that holds it; undefined where it stands in the body. */
  readonly path: Path | undefined;
  readonly span: Span;
}

const located = new WeakMap<ContentFile, readonly LocatedReference[]>();

/** All references of a file with their places, whether what they name exists or not; gathered once for all rules. */
export function locatedReferences(file: ContentFile): readonly LocatedReference[] {
  const before = located.get(file);
  if (before) return before;
  const references = locate(file);
  located.set(file, references);
  return references;
}

function locate(file: ContentFile): LocatedReference[] {
  if (file.type === 'document') {
    return [
      ...inFields(fieldReferences(DOCUMENT_SCHEMAS[file.kind], file.yaml.value), file.yaml),
      ...file.body.mentions.map(({ kind, id, span }) => ({ ref: { kind, id }, path: undefined, span })),
    ];
  }
  if (file.type === 'vocabulary') {
    const schema = VOCABULARY_SCHEMAS[file.kind];
    const list = Array.isArray(file.yaml.value) ? file.yaml.value : [];
    return list.flatMap((value: unknown, index) =>
      inFields(fieldReferences(schema, value, [index]), file.yaml),
    );
  }
  if (file.type === 'redirects') {
    const references = file.items.flatMap(({ index, to }) => (to ? [{ ref: to, path: [index, 'to'] }] : []));
    return inFields(references, file.yaml);
  }
  return [];
}

/** Places are looked up when they are asked for: most references are right. */
function inFields(references: readonly FieldReference[], yaml: YamlSource): LocatedReference[] {
  return references.map(({ ref, path }) => ({
    ref,
    path,
    get span() {
      return yaml.spanAt(path);
    },
  }));
}
