/**
 * Holds data against a schema and says what is wrong in our own words. Zod decides; what it says is
 * never shown.
 */
import type { z } from 'zod';
import type { Kind } from '../schema/kinds.ts';
import { valueAt } from './field-values.ts';
import { nearest } from './nearest.ts';
import { quote, type Span } from './problem.ts';
import type { Path, YamlSource } from './yaml/yaml-source.ts';

export interface FieldFault {
  readonly rule: 'unknown-field' | 'missing-field' | 'wrong-value';
  readonly message: string;
  readonly hint?: string | undefined;
  readonly span: Span;
}

export type Validated<Data> =
  | { readonly data: Data; readonly faults: readonly [] }
  | { readonly data: undefined; readonly faults: readonly FieldFault[] };

/**
 * @param at where in the YAML the data begins: `[]` for a whole file, `[3]` for the fourth of a list
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlSource,
  at: Path = [],
): Validated<z.output<Schema>> {
  // A file in which nothing stands yet has all its fields missing.
  const value = valueAt(yaml.value, at) ?? {};
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, schema, value, yaml, at));
  return { data: undefined, faults };
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, schema: z.ZodType, value: unknown, yaml: YamlSource, at: Path): FieldFault[] {
  const path = [...at, ...issue.path];
  const field = schemaAt(schema, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(key, field, yaml, path));
  }
  const found = valueAt(value, issue.path);
  const expected = expectedOf(field);
  if (found === undefined) {
    const name = String(path.at(-1) ?? 'content');
    return [
      {
        rule: 'missing-field',
        message: `Missing field \`${name}\`, expected ${expected}`,
        hint: descriptionOf(field),
        span: yaml.spanAt(path.slice(0, -1)),
      },
    ];
  }
  const values = enumValues(field);
  const suggestion = typeof found === 'string' && values ? nearest(found, values) : undefined;
  return [
    {
      rule: 'wrong-value',
      message: `Unexpected ${describe(found)}, expected ${expected}`,
      hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
      span: yaml.spanAt(path),
    },
  ];
}

function unknownField(key: string, field: z.ZodType | undefined, yaml: YamlSource, path: Path): FieldFault {
  const known = field ? Object.keys(shapeOf(field) ?? {}) : [];
  const suggestion = nearest(key, known);
  return {
    rule: 'unknown-field',
    message: `Unknown field ${quote(key)}, expected one of ${known.join(', ')}`,
    hint: suggestion ? `Did you mean \`${suggestion}\`?` : undefined,
    span: yaml.keySpanAt([...path, key]),
  };
}

function describe(value: unknown): string {
  if (value === '' || value === null) return 'empty value';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  return 'fields';
}

/** What stands inside `optional`, `default` and the like. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; in?: z.ZodType } };
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  return inner ? unwrap(inner) : schema;
}

/** The fields of an object schema, or undefined for any other. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const { def } = unwrap(schema) as unknown as { def: { type: string; shape?: Record<string, z.ZodType> } };
  return def.type === 'object' ? def.shape : undefined;
}

/** The schema of a list's items, or undefined for any other. */
export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  const { def } = unwrap(schema) as unknown as { def: { type: string; element?: z.ZodType } };
  return def.type === 'array' ? def.element : undefined;
}

/** The schema of the values of a record, or undefined for any other. */
function recordValueOf(schema: z.ZodType): z.ZodType | undefined {
  const { def } = unwrap(schema) as unknown as { def: { type: string; valueType?: z.ZodType } };
  return def.type === 'record' ? def.valueType : undefined;
}

/** The values of a closed list, or undefined for any other schema. */
export function enumValues(schema: z.ZodType | undefined): string[] | undefined {
  if (!schema) return undefined;
  const { def } = unwrap(schema) as unknown as { def: { type: string; entries?: Record<string, string> } };
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : undefined;
}

/** The kind whose ids a field takes. */
export function referenceOf(schema: z.ZodType): Kind | undefined {
  return unwrap(schema).meta()?.reference;
}

/** The schema that judges the value at `path`. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path) {
    if (!current) return undefined;
    current = shapeOf(current)?.[String(key)] ?? elementOf(current) ?? recordValueOf(current);
  }
  return current;
}

/** The sentence that says what a field is for. */
export function descriptionOf(schema: z.ZodType | undefined): string | undefined {
  if (!schema) return undefined;
  const { def } = schema as unknown as { def: { innerType?: z.ZodType } };
  return schema.meta()?.description ?? (def.innerType ? descriptionOf(def.innerType) : undefined);
}

/** What a field takes, as a noun phrase. */
export function expectedOf(schema: z.ZodType | undefined): string {
  if (!schema) return 'something else';
  const values = enumValues(schema);
  if (values) return `one of ${values.join(', ')}`;
  const expected = unwrap(schema).meta()?.expected;
  if (expected) return expected;
  const element = elementOf(schema);
  if (element) return `a list, each item ${expectedOf(element)}`;
  const shape = shapeOf(schema);
  if (!shape) return 'text';
  const names = Object.keys(shape);
  return `the field${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
}
