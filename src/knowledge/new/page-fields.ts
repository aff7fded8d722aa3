/** The frontmatter of a page while it is being created. */
import { getValueAt } from '../source/field-values.ts';

export type PageFields = Readonly<Record<string, unknown>>;

/** Returns the fields with another value, which replaces the previous one. */
export function setValue(
  fields: PageFields,
  [name, ...rest]: readonly [string, ...string[]],
  value: unknown,
): PageFields {
  const [inner, ...deeper] = rest;
  if (inner === undefined) return { ...fields, [name]: value };
  const outer = fields[name];
  const known = typeof outer === 'object' && outer !== null ? (outer as PageFields) : {};
  return { ...fields, [name]: setValue(known, [inner, ...deeper], value) };
}

/** Returns whether a field has a value; an empty list is none. */
export function hasValue(fields: PageFields, path: readonly string[]): boolean {
  const value = getValueAt(fields, path);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
