/** Looks into a schema: its fields, the items of its lists, its closed lists and its descriptions. */
import type { z } from 'zod';
import type { Kind } from './kinds.ts';

/** Returns the schema inside `optional`, `default` and other wrappers. */
export function unwrapSchema(schema: z.ZodType): z.ZodType {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; in?: z.ZodType } };
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  return inner ? unwrapSchema(inner) : schema;
}

/** Returns the fields of an object schema, undefined for any other. */
export function getShape(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const { def } = unwrapSchema(schema) as unknown as {
    def: { type: string; shape?: Record<string, z.ZodType> };
  };
  return def.type === 'object' ? def.shape : undefined;
}

/** Returns the schema of a list's items, undefined for any other schema. */
export function getElement(schema: z.ZodType): z.ZodType | undefined {
  const { def } = unwrapSchema(schema) as unknown as { def: { type: string; element?: z.ZodType } };
  return def.type === 'array' ? def.element : undefined;
}

/** Returns the schema of a record's values, undefined for any other schema. */
function getRecordValue(schema: z.ZodType): z.ZodType | undefined {
  const { def } = unwrapSchema(schema) as unknown as { def: { type: string; valueType?: z.ZodType } };
  return def.type === 'record' ? def.valueType : undefined;
}

/** Returns the values of a closed list, undefined for any other schema. */
export function getEnumValues(schema: z.ZodType | undefined): string[] | undefined {
  if (!schema) return undefined;
  const { def } = unwrapSchema(schema) as unknown as {
    def: { type: string; entries?: Record<string, string> };
  };
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : undefined;
}

/** Returns the kind whose ids a field takes. */
export function getReferenceKind(schema: z.ZodType): Kind | undefined {
  return getMeta(unwrapSchema(schema)).reference;
}

/** Returns how the text of a field is read; undefined for names, ids and fields that are not text. */
export function getScalar(schema: z.ZodType | undefined): z.core.GlobalMeta['scalar'] {
  return schema && getMeta(unwrapSchema(schema)).scalar;
}

const metaBySchema = new WeakMap<z.ZodType, z.core.GlobalMeta>();

/** Zod puts the data together anew for each call, and the check asks for that of every field of every file. */
function getMeta(schema: z.ZodType): z.core.GlobalMeta {
  const known = metaBySchema.get(schema);
  if (known) return known;
  const meta = schema.meta() ?? {};
  metaBySchema.set(schema, meta);
  return meta;
}

/** The name of a field in a file can be that of a property that every object has, such as `constructor`. */
function getField(schema: z.ZodType, name: string): z.ZodType | undefined {
  const shape = getShape(schema);
  return shape && Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** Returns whether a reference may be `unknown`. */
export function acceptsUnknown(schema: z.ZodType): boolean {
  return getMeta(unwrapSchema(schema)).acceptsUnknown ?? false;
}

/** Returns the schema of the value at `path`. */
export function getSchemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path) {
    if (!current) return undefined;
    current = getField(current, String(key)) ?? getElement(current) ?? getRecordValue(current);
  }
  return current;
}

/** Returns the sentence that describes what a field is for. */
export function getDescription(schema: z.ZodType | undefined): string | undefined {
  if (!schema) return undefined;
  const { def } = schema as unknown as { def: { innerType?: z.ZodType } };
  return schema.meta()?.description ?? (def.innerType ? getDescription(def.innerType) : undefined);
}

/** Returns what a field accepts, as a noun phrase. */
export function describeExpected(schema: z.ZodType | undefined): string {
  if (!schema) return 'something else';
  const expected = unwrapSchema(schema).meta()?.expected;
  if (expected) return expected;
  const values = getEnumValues(schema);
  if (values) return `one of ${values.join(', ')}`;
  const element = getElement(schema);
  if (element) {
    return `a list in which each item ${getShape(element) ? 'has' : 'is'} ${describeExpected(element)}`;
  }
  const shape = getShape(schema);
  if (!shape) return 'text';
  const names = Object.keys(shape);
  return `the field${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}
