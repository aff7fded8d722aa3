/** Reads JSON:API (jsonapi.org/format), in which each record is `{ id, type, attributes, relationships }`. */
import { isRecord } from '../flatten-json.ts';

/** Replaces records by their attributes, also those in `data` and in lists. */
export function unwrapAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapAttributes);
  if (!isRecord(value)) return value;
  const names = Object.keys(value);
  if (names.length === 1 && 'data' in value) return unwrapAttributes(value.data);
  if ('attributes' in value && 'type' in value) return unwrapAttributes(value.attributes);
  return Object.fromEntries(names.map((name) => [name, unwrapAttributes(value[name])]));
}
