/**
 * Validates data with a schema and words the errors for authors. Zod decides; its messages are
 * never shown.
 */
import type { z } from 'zod';
import {
  describeExpected,
  getDescription,
  getEnumValues,
  getSchemaAt,
  getShape,
} from '../schema/inspect-schema.ts';
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
