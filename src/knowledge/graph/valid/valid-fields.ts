/** Extracts the valid fields of an entry that has errors, and fills in the required ones. */
import { location } from 'vfile-location';
import type { z } from 'zod';
import { getElement, getShape } from '../../schema/inspect-schema.ts';
import { createPlaceholders } from '../../schema/placeholders.ts';
import { getValueAt } from '../../source/field-values.ts';
import type { Problem } from '../../source/problem.ts';
import type { Path, YamlSource } from '../../source/yaml/yaml-source.ts';

interface InvalidFields {
  readonly schema: z.ZodType;
  readonly yaml: YamlSource;
  /** The offsets of errors other than those that the schema finds. */
  readonly errorOffsets: readonly number[];
  /** The title if there is no valid one. */
  readonly title: string;
  /** The text of required fields without a valid value. */
  readonly placeholder: string;
  /** The path of the fields in the YAML: `[]` for a whole file, `[3]` for the fourth item of a list. */
  readonly at?: Path;
}

const SCHEMA_RULES = new Set(['known-field', 'required-field', 'valid-value']);

/** Returns the offsets of errors other than those that a schema finds. */
export function findErrorOffsets(text: string, problems: readonly Problem[]): number[] {
  const points = location(text);
  return problems
    .filter(({ rule }) => !SCHEMA_RULES.has(rule))
    .flatMap((problem) => points.toOffset(problem) ?? []);
}

/**
 * @returns data that passes the schema: the valid fields, and the valid items of lists
 * @throws if even the placeholders do not pass it, which is a defect of the program
 */
export function extractValidFields(fields: InvalidFields): unknown {
  const { schema, yaml, errorOffsets, title, placeholder, at = [] } = fields;
  const hasNoError = (path: Path) => {
    const { start, end } = yaml.spanAt([...at, ...path]);
    return !errorOffsets.some((offset) => offset >= start && offset < end);
  };
  const valid = extractFields(schema, getValueAt(yaml.value, at), hasNoError);
  return schema.parse({ ...createPlaceholders(schema, { title, sentence: placeholder }), ...valid });
}

function extractFields(
  schema: z.ZodType,
  value: unknown,
  hasNoError: (path: Path) => boolean,
): Record<string, unknown> {
  const fields = Object.entries(getShape(schema) ?? {}).flatMap(([name, field]) => {
    const valid = extractValue(field, getValueAt(value, [name]), (path) => hasNoError([name, ...path]));
    return valid === undefined ? [] : [[name, valid]];
  });
  return Object.fromEntries(fields);
}

/** @returns undefined if no part of the value is valid */
function extractValue(schema: z.ZodType, value: unknown, hasNoError: (path: Path) => boolean): unknown {
  const element = getElement(schema);
  if (element && Array.isArray(value)) {
    const items = value.flatMap((item, index) => {
      const valid = extractValue(element, item, (path) => hasNoError([index, ...path]));
      return valid === undefined ? [] : [valid];
    });
    return schema.safeParse(items).success ? items : undefined;
  }
  if (getShape(schema) && typeof value === 'object' && value !== null) {
    const fields = extractFields(schema, value, hasNoError);
    return schema.safeParse(fields).success ? fields : undefined;
  }
  return value !== undefined && schema.safeParse(value).success && hasNoError([]) ? value : undefined;
}
