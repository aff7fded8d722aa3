/** The frontmatter of a page that is being made: what is known of it so far. */
import { getValueAt } from '../source/field-values.ts';

export type PageFields = Readonly<Record<string, unknown>>;

/** The fields with one value more; what stood there before is replaced. */
export function setValue(
  fields: PageFields,
  [name, ...rest]: readonly [string, ...string[]],
  value: unknown,
): PageFields {
  const [inner, ...deeper] = rest;
  if (inner === undefined) return { ...fields, [name]: value };
  const within = fields[name];
  const known = typeof within === 'object' && within !== null ? (within as PageFields) : {};
  return { ...fields, [name]: setValue(known, [inner, ...deeper], value) };
}

/** Whether something stands there; an empty list is nothing. */
export function hasValue(fields: PageFields, path: readonly string[]): boolean {
  const value = getValueAt(fields, path);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
