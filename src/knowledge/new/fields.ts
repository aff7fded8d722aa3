/** The frontmatter of a page that is being made: what is known of it so far. */
import { valueAt } from '../source/field-values.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The fields with one value more; what stood there before is replaced. */
export function withValue(
  fields: Fields,
  [name, ...rest]: readonly [string, ...string[]],
  value: unknown,
): Fields {
  const [inner, ...deeper] = rest;
  if (inner === undefined) return { ...fields, [name]: value };
  const within = fields[name];
  const known = typeof within === 'object' && within !== null ? (within as Fields) : {};
  return { ...fields, [name]: withValue(known, [inner, ...deeper], value) };
}

/** Whether something stands there; an empty list is nothing. */
export function isSaid(fields: Fields, path: readonly string[]): boolean {
  const value = valueAt(fields, path);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
