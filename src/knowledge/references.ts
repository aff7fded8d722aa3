/** Every place where a file names another entry by its id: in its fields, and in its body. */
import type { z } from 'zod';
import { type ContentFile, DOCUMENT_SCHEMAS, VOCABULARY_SCHEMAS } from './content.ts';
import type { Ref } from './kinds.ts';
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
  const kind = referenceOf(schema);
  if (kind) return typeof value === 'string' ? [{ ref: { kind, id: value }, path }] : [];
  const element = elementOf(schema);
  if (element) {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown, index) => fieldReferences(element, item, [...path, index]));
  }
  const shape = shapeOf(schema);
  if (!shape || typeof value !== 'object' || value === null) return [];
  return Object.entries(shape).flatMap(([name, field]) =>
    Object.hasOwn(value, name)
      ? fieldReferences(field, (value as Record<string, unknown>)[name], [...path, name])
      : [],
  );
}

export interface LocatedReference {
  readonly ref: Ref;
  /** The field that holds it; undefined where it stands in the body. */
  readonly path: Path | undefined;
  readonly span: Span;
}

/** All references of a file with their places, whether what they name exists or not. */
export function locatedReferences(file: ContentFile): LocatedReference[] {
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
