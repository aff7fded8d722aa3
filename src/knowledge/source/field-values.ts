/** Reads fields that may not have passed their schema: what has another shape is as good as absent. */
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

/** Every text in a value with its path, in the order in which it is written. */
export function* walkTexts(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walkTexts(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* walkTexts(item, [...path, key]);
  }
}
