/**
 * Holds data against a schema and says what is wrong in our own words. Zod decides; what it says is
 * never shown.
 */
import type { z } from 'zod';
import type { Kind } from '../schema/kinds.ts';
import { getValueAt } from './field-values.ts';
import { findNearest } from './find-nearest.ts';
import { quote, type Span } from './problem.ts';
import type { Path, YamlSource } from './yaml/yaml-source.ts';

export interface SchemaError {
  readonly rule: 'known-field' | 'required-field' | 'valid-value';
  readonly message: string;
  readonly hint?: string | undefined;
  readonly span: Span;
}

export type Validated<Data> =
  | { readonly data: Data; readonly errors: readonly [] }
  | { readonly data: undefined; readonly errors: readonly SchemaError[] };

/**
 * @param at where in the YAML the data begins: `[]` for a whole file, `[3]` for the fourth of a list
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlSource,
  at: Path = [],
): Validated<z.output<Schema>> {
  // A file in which nothing stands yet has all its fields missing.
  const value = getValueAt(yaml.value, at) ?? {};
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, errors: [] };
  const faults = result.error.issues.flatMap((issue) => toSchemaErrors(issue, schema, value, yaml, at));
  return { data: undefined, errors: faults };
}

type Issue = z.core.$ZodIssue;

function toSchemaErrors(
  issue: Issue,
  schema: z.ZodType,
  value: unknown,
  yaml: YamlSource,
  at: Path,
): SchemaError[] {
  const path = [...at, ...issue.path];
  const field = getSchemaAt(schema, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => createUnknownFieldError(key, field, yaml, path));
  }
  const found = getValueAt(value, issue.path);
  const expected = describeExpected(field);
  if (found === undefined) {
    const name = String(path.at(-1) ?? 'content');
    return [
      {
        rule: 'required-field',
        message: `Missing field \`${name}\`, expected ${expected}`,
        hint: getDescription(field),
        span: yaml.spanAt(path.slice(0, -1)),
      },
    ];
  }
  const values = getEnumValues(field);
  const suggestion = typeof found === 'string' && values ? findNearest(found, values) : undefined;
  return [
    {
      rule: 'valid-value',
      message: `Unexpected ${describeFound(found)}, expected ${expected}`,
      hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
      span: yaml.spanAt(path),
    },
  ];
}

function createUnknownFieldError(
  key: string,
  field: z.ZodType | undefined,
  yaml: YamlSource,
  path: Path,
): SchemaError {
  const known = field ? Object.keys(getShape(field) ?? {}) : [];
  const suggestion = findNearest(key, known);
  return {
    rule: 'known-field',
    message: `Unknown field ${quote(key)}, expected one of ${known.join(', ')}`,
    hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    span: yaml.keySpanAt([...path, key]),
  };
}

function describeFound(value: unknown): string {
  if (value === '' || value === null) return 'empty value';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  return 'fields';
}

/** What stands inside `optional`, `default` and the like. */
export function unwrapSchema(schema: z.ZodType): z.ZodType {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; in?: z.ZodType } };
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  return inner ? unwrapSchema(inner) : schema;
}

/** The fields of an object schema, or undefined for any other. */
export function getShape(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const { def } = unwrapSchema(schema) as unknown as {
    def: { type: string; shape?: Record<string, z.ZodType> };
  };
  return def.type === 'object' ? def.shape : undefined;
}

/** The schema of a list's items, or undefined for any other. */
export function getElement(schema: z.ZodType): z.ZodType | undefined {
  const { def } = unwrapSchema(schema) as unknown as { def: { type: string; element?: z.ZodType } };
  return def.type === 'array' ? def.element : undefined;
}

/** The schema of the values of a record, or undefined for any other. */
function getRecordValue(schema: z.ZodType): z.ZodType | undefined {
  const { def } = unwrapSchema(schema) as unknown as { def: { type: string; valueType?: z.ZodType } };
  return def.type === 'record' ? def.valueType : undefined;
}

/** The values of a closed list, or undefined for any other schema. */
export function getEnumValues(schema: z.ZodType | undefined): string[] | undefined {
  if (!schema) return undefined;
  const { def } = unwrapSchema(schema) as unknown as {
    def: { type: string; entries?: Record<string, string> };
  };
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : undefined;
}

/** The kind whose ids a field takes. */
export function getReferenceKind(schema: z.ZodType): Kind | undefined {
  return unwrapSchema(schema).meta()?.reference;
}

/** The schema that judges the value at `path`. */
export function getSchemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path) {
    if (!current) return undefined;
    current = getShape(current)?.[String(key)] ?? getElement(current) ?? getRecordValue(current);
  }
  return current;
}

/** The sentence that says what a field is for. */
export function getDescription(schema: z.ZodType | undefined): string | undefined {
  if (!schema) return undefined;
  const { def } = schema as unknown as { def: { innerType?: z.ZodType } };
  return schema.meta()?.description ?? (def.innerType ? getDescription(def.innerType) : undefined);
}

/** What a field takes, as a noun phrase. */
export function describeExpected(schema: z.ZodType | undefined): string {
  if (!schema) return 'something else';
  const values = getEnumValues(schema);
  if (values) return `one of ${values.join(', ')}`;
  const expected = unwrapSchema(schema).meta()?.expected;
  if (expected) return expected;
  const element = getElement(schema);
  if (element) return `a list, each item ${describeExpected(element)}`;
  const shape = getShape(schema);
  if (!shape) return 'text';
  const names = Object.keys(shape);
  return `the field${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}
