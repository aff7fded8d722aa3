/** Fields without what is at fault in them. */
import { location } from 'vfile-location';
import type { z } from 'zod';
import { getElement, getShape } from '../schema/inspect-schema.ts';
import { getValueAt } from '../source/field-values.ts';
import type { Problem } from '../source/problem.ts';
import type { Path, YamlSource } from '../source/yaml/yaml-source.ts';

export interface InvalidFields {
  readonly schema: z.ZodType;
  readonly yaml: YamlSource;
  /** Offsets in the file at which something is wrong, apart from what the schema refuses. */
  readonly faults: readonly number[];
  /** Stand-ins for required fields without a value that can be shown. */
  readonly fallbacks: Readonly<Record<string, unknown>>;
  /** The path at which the fields start in the YAML: `[]` for a whole file, `[3]` for the fourth of a list. */
  readonly at?: Path;
}

/** Rules that are covered already: the schema finds invalid values itself, and a missing field makes no value invalid. */
const SCHEMA_RULES = new Set(['known-field', 'required-field', 'valid-value']);

/** Returns the starts of values that a rule rejects although they may pass the schema. */
export function findProblemOffsets(text: string, problems: readonly Problem[]): number[] {
  const places = location(text);
  return problems
    .filter(({ rule }) => !SCHEMA_RULES.has(rule))
    .flatMap((problem) => places.toOffset(problem) ?? []);
}

/**
 * @returns data that passes the schema: of a list the items that do, of the other fields those that do
 * @throws where even the stand-ins do not pass it, which is our own mistake
 */
export function extractValidFields({
  schema,
  yaml,
  faults,
  fallbacks: standIns,
  at = [],
}: InvalidFields): unknown {
  const isSound = (path: Path) => {
    const { start, end } = yaml.spanAt([...at, ...path]);
    return !faults.some((offset) => offset >= start && offset < end);
  };
  const kept = Object.entries(getShape(schema) ?? {}).flatMap(([name, field]) => {
    const value = extractValidValue(field, getValueAt(yaml.value, [...at, name]), (path) =>
      isSound([name, ...path]),
    );
    return value === undefined ? [] : [[name, value]];
  });
  return schema.parse({ ...standIns, ...Object.fromEntries(kept) });
}

/** @returns undefined if nothing can be shown */
function extractValidValue(schema: z.ZodType, value: unknown, isSound: (path: Path) => boolean): unknown {
  const element = getElement(schema);
  if (element && Array.isArray(value)) {
    const items = value.flatMap((item, index) => {
      const sound = extractValidValue(element, item, (path) => isSound([index, ...path]));
      return sound === undefined ? [] : [sound];
    });
    return schema.safeParse(items).success ? items : undefined;
  }
  const shape = getShape(schema);
  if (shape && typeof value === 'object' && value !== null) {
    const fields = Object.entries(shape).flatMap(([name, field]) => {
      const sound = extractValidValue(field, getValueAt(value, [name]), (path) => isSound([name, ...path]));
      return sound === undefined ? [] : [[name, sound]];
    });
    const object = Object.fromEntries(fields);
    return schema.safeParse(object).success ? object : undefined;
  }
  return value !== undefined && schema.safeParse(value).success && isSound([]) ? value : undefined;
}
