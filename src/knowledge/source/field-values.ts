/** Reads fields that may not have passed their schema: what has another shape is as good as absent. */
import { LIST_ITEM } from '../schema/field.ts';
import type { Path } from './yaml/yaml-source.ts';

export function getValueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

/** Text that is not empty. */
export function getTextAt(value: unknown, path: Path): string | undefined {
  const found = getValueAt(value, path);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

export function getListAt(value: unknown, path: Path): readonly unknown[] {
  const found = getValueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/**
 * Returns the places of a field in a value: one for each item if the field is in the items of a list.
 *
 * @param fieldPath the path of a `SchemaField`
 */
export function findPlaces(value: unknown, fieldPath: readonly string[]): Path[] {
  const itemStep = fieldPath.indexOf(LIST_ITEM);
  if (itemStep < 0) return [fieldPath];
  const list = fieldPath.slice(0, itemStep);
  return getListAt(value, list).flatMap((item, index) =>
    findPlaces(item, fieldPath.slice(itemStep + 1)).map((place) => [...list, index, ...place]),
  );
}
