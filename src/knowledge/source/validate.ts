/**
 * Validates data with a schema and words the errors for authors. Zod decides; its messages are
 * never shown.
 */
import type { z } from 'zod';
import { describeExpected, getDescription, getSchemaAt, getShape } from '../schema/inspect-schema.ts';
import { getValueAt } from './field-values.ts';
import { findNearest } from './find-nearest.ts';
import { quote, type Span } from './problem.ts';
import { suggestValue } from './suggest-value.ts';
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
  const { issues } = result.error;
  const unknownFields = groupUnknownFields(issues, schema, at);
  return {
    data: undefined,
    errors: issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownFields
            .filter(({ first }) => first === issue)
            .map((group) => toUnknownFieldError(group, yaml))
        : [toSchemaError(issue, schema, value, yaml, at)],
    ),
  };
}

type Issue = z.core.$ZodIssue;

function toSchemaError(
  issue: Issue,
  schema: z.ZodType,
  value: unknown,
  yaml: YamlSource,
  at: Path,
): SchemaError {
  const path = [...at, ...issue.path];
  const field = getSchemaAt(schema, issue.path);
  const found = getValueAt(value, issue.path);
  const expected = describeExpected(field);
  if (found === undefined) {
    const name = String(path.at(-1) ?? 'content');
    return {
      rule: 'required-field',
      message: `Missing field \`${name}\`, expected ${expected}`,
      hint: getDescription(field),
      span: yaml.spanAt(path.slice(0, -1)),
    };
  }
  return {
    rule: 'valid-value',
    message: `Unexpected ${describeFound(found)}, expected ${expected}`,
    hint: field && suggestValue(field, found),
    span: yaml.spanAt(path),
  };
}

/** The unknown fields of all items of a list, or of one other value: they have the same list of known fields. */
interface UnknownFields {
  readonly first: Issue;
  readonly known: readonly string[];
  /** The path of each field. */
  readonly paths: Path[];
}

function groupUnknownFields(issues: readonly Issue[], schema: z.ZodType, at: Path): UnknownFields[] {
  const groups = new Map<z.ZodType | undefined, UnknownFields>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const field = getSchemaAt(schema, issue.path);
    const known = field ? Object.keys(getShape(field) ?? {}) : [];
    const group = groups.get(field) ?? { first: issue, known, paths: [] };
    group.paths.push(...issue.keys.map((key) => [...at, ...issue.path, key]));
    groups.set(field, group);
  }
  return [...groups.values()];
}

const MAX_NAMED_FIELDS = 20;

function toUnknownFieldError({ known, paths }: UnknownFields, yaml: YamlSource): SchemaError {
  const all = [...new Set(paths.map((path) => String(path.at(-1))))];
  const names = all.slice(0, MAX_NAMED_FIELDS);
  const more = all.length > names.length ? ` and ${all.length - names.length} more` : '';
  const suggestions = names.flatMap((name) => {
    const suggestion = findNearest(name, known);
    if (!suggestion) return [];
    return [names.length === 1 ? `\`${suggestion}\`` : `\`${suggestion}\` for ${quote(name)}`];
  });
  const advice = known.includes('sources')
    ? 'Put other facts in the text, or add the page that states them to `sources`.'
    : '';
  return {
    rule: 'known-field',
    message: `Unknown field${names.length === 1 ? '' : 's'} ${names.map(quote).join(', ')}${more}, expected one of ${known.join(', ')}`,
    hint:
      [
        suggestions.length > 0 ? `Did you mean ${suggestions.join(', ')}?` : '',
        suggestions.length < names.length ? advice : '',
      ]
        .filter(Boolean)
        .join(' ') || undefined,
    span: yaml.keySpanAt(paths[0] ?? []),
  };
}

function describeFound(value: unknown): string {
  if (value === '' || value === null) return 'empty value';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  return 'fields';
}
